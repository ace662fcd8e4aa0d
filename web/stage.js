/**
 * What a page asks of its device while people look at it together: a screen that stays on, the page over all of it, a sound when a
 * time is over. Each may be refused, and nothing depends on any.
 */

/** A sound that the browser held back is not made up for later than this, in ms. */
const SOON = 1000;

/** The two tones: pitch in Hz, start and length in s. */
const TONES = [
    { pitch: 659.3, start: 0, length: 0.5 },
    { pitch: 523.3, start: 0.22, length: 0.9 },
];
const LOUDNESS = 0.16;

export class Stage {
    #view;
    #openAudio;
    #fullScreen;
    #wantsAwake = false;
    /** @type {WakeLockSentinel | null} */
    #lock = null;
    /** @type {AudioContext | null} */
    #audio = null;
    /** Chimes that sound. */
    #sounding = 0;

    /**
     * @param {object} parts
     * @param {(on: boolean) => void} parts.fullScreen it changed
     * @param {Window} [parts.view]
     * @param {(() => AudioContext) | undefined} parts.audio absent where the browser has none
     */
    constructor({ fullScreen, view = window, audio }) {
        this.#fullScreen = fullScreen;
        this.#view = view;
        this.#openAudio = audio;
    }

    /** Before this, nothing is told. */
    start() {
        const { document } = this.#view;
        // With F11 the browser fills the screen by itself, and no element does.
        const filled = this.#view.matchMedia?.("(display-mode: fullscreen)");
        const look = () => this.#fullScreen(Boolean(document.fullscreenElement) || filled?.matches === true);
        document.addEventListener("fullscreenchange", look);
        filled?.addEventListener("change", look);
        if (filled?.matches) look();
        // The browser lets go of it when the page is hidden.
        document.addEventListener("visibilitychange", () => void this.#lookAtLock());
    }

    /** @param {boolean} awake */
    keepAwake(awake) {
        this.#wantsAwake = awake;
        return this.#lookAtLock();
    }

    /** @param {boolean} on */
    async setFullScreen(on) {
        const { document } = this.#view;
        try {
            if (on) await document.documentElement.requestFullscreen();
            else if (document.fullscreenElement) await document.exitFullscreen(); // out of F11 only that key leads
        } catch {
            // Not here, or not now.
        }
    }

    async chime() {
        if (!this.#openAudio) return;
        try {
            this.#audio ??= this.#openAudio();
            await this.#sound(this.#audio);
        } catch {
            // No device to play it, for one.
        }
    }

    /** @param {AudioContext} audio */
    async #sound(audio) {
        const asked = Date.now();
        this.#sounding += 1;
        try {
            await audio.resume(); // waits until the browser lets the page be heard
            if (Math.abs(Date.now() - asked) < SOON) await play(audio);
        } finally {
            this.#sounding -= 1;
            // Silence that is played takes power too.
            if (this.#sounding === 0) await audio.suspend();
        }
    }

    /** Gets or gives back what is wanted now. */
    async #lookAtLock() {
        try {
            if (!this.#wantsAwake) {
                const lock = this.#lock;
                this.#lock = null;
                await lock?.release();
            } else if (this.#lock?.released ?? true) {
                const lock = await this.#view.navigator.wakeLock.request("screen");
                // Asked for twice, or not wanted any more by now.
                if (!this.#wantsAwake || this.#lock?.released === false) await lock.release();
                else this.#lock = lock;
            }
        } catch {
            // This browser has none, its battery is low, or nobody sees the page: then it is asked for again when somebody does.
        }
    }
}

/** @param {AudioContext} audio @returns {Promise<unknown>} kept when it is silent again */
function play(audio) {
    const now = audio.currentTime + 0.02;
    return Promise.all(TONES.map(({ pitch, start, length }) => ring(audio, pitch, now + start, now + start + length)));
}

/** A tone that fades, as of a glass that is touched. @param {AudioContext} audio @param {number} pitch @param {number} from @param {number} to */
function ring(audio, pitch, from, to) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(LOUDNESS, from + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0005, to);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(to);
    return new Promise((resolve) => tone.addEventListener("ended", resolve));
}
