/**
 * Decides when the planner draws: one animation frame when something asks for it, a timer when something is due later, and
 * nothing at all otherwise. A hidden tab gets no animation frames, but what another tab or a due save brings must be dealt with
 * there too: it takes a timer instead, which browsers slow down to about one per second.
 */

/**
 * @typedef {object} Clock
 * @property {(callback: () => void) => number} requestFrame
 * @property {(callback: () => void, milliseconds: number) => number} setTimer
 * @property {(timer: number) => void} clearTimer
 * @property {() => boolean} hidden
 */

/** @type {Clock} */
const browserClock = {
    requestFrame: (callback) => requestAnimationFrame(callback),
    setTimer: (callback, milliseconds) => window.setTimeout(callback, milliseconds),
    clearTimer: (timer) => window.clearTimeout(timer),
    hidden: () => document.hidden,
};

/** Between a wish and its frame in a hidden tab, in ms. */
const HIDDEN_DELAY = 50;

/** A tab that gets hidden never gets the frame it waits for; so long is waited for it, in ms. */
const FRAME_PATIENCE = 300;

/** So many frames that follow each other at once are drawn in one go in a hidden tab. */
const HIDDEN_FRAMES = 5;

/** How often a waiting `settled()` looks again, in ms: what it waits for may end without a frame. */
const SETTLE_CHECK = 15;

/** So many looks in a row must find nothing: the browser reports a scroll or a resize only with its next picture. */
const QUIET_LOOKS = 2;

export class Scheduler {
    #draw;
    #quiet;
    #clock;
    #frameWanted = false;
    #drawing = false;
    #timer = 0;
    #due = Infinity;
    #stopped = true;
    /** @type {(() => void)[]} */
    #settling = [];
    #settleTimer = 0;
    #quietLooks = 0;

    /** Frames drawn so far. */
    frames = 0;

    /**
     * @param {object} parts
     * @param {() => number} parts.draw draws one frame; returns ms until the next: -1 none, 0 the next frame
     * @param {() => boolean} parts.quiet nothing is unsaved or under way
     * @param {Clock} [parts.clock]
     */
    constructor({ draw, quiet, clock = browserClock }) {
        this.#draw = draw;
        this.#quiet = quiet;
        this.#clock = clock;
    }

    /** @param {number} milliseconds until a frame is wanted; 0: the next one */
    request(milliseconds = 0) {
        if (this.#stopped) return;
        if (milliseconds > 0) {
            this.#wakeIn(milliseconds);
        } else if (!this.#frameWanted) {
            this.#frameWanted = true;
            if (this.#clock.hidden()) this.#clock.setTimer(() => this.#frame(), HIDDEN_DELAY);
            else this.#clock.requestFrame(() => this.#frame());
        }
    }

    /**
     * Asks for a frame.
     * @returns {Promise<void>} kept when it was drawn and the browser has had the time to show it, or when nobody can see it
     */
    drawn() {
        this.request();
        return new Promise((resolve) => {
            this.#clock.setTimer(resolve, FRAME_PATIENCE);
            this.#clock.requestFrame(() => this.#clock.requestFrame(() => resolve()));
        });
    }

    /** To be called when the tab is shown or hidden: an animation frame asked for before may never come. */
    visibilityChanged() {
        this.#frameWanted = false;
        this.request();
    }

    /** Before this, nothing is drawn and nothing runs. */
    start() {
        this.#stopped = false;
        this.request();
    }

    stop() {
        this.#stopped = true;
        this.#forgetTimer();
    }

    /** @returns {Promise<void>} kept when there is nothing to draw and nothing to save */
    settled() {
        return new Promise((resolve) => {
            this.#settling.push(resolve);
            this.#look();
        });
    }

    #frame() {
        if (this.#stopped || this.#drawing || !this.#frameWanted) return;
        this.#frameWanted = false;
        this.#forgetTimer();
        this.#drawing = true;
        try {
            let next = this.#drawOne();
            for (let more = 1; more < HIDDEN_FRAMES && next === 0 && this.#clock.hidden(); more += 1) next = this.#drawOne();
            if (next >= 0) this.request(next);
        } finally {
            this.#drawing = false;
        }
    }

    #drawOne() {
        this.frames += 1;
        return this.#draw();
    }

    /** @param {number} milliseconds */
    #wakeIn(milliseconds) {
        const due = Date.now() + milliseconds;
        if (due >= this.#due) return;
        this.#forgetTimer();
        this.#due = due;
        this.#timer = this.#clock.setTimer(() => {
            this.#forgetTimer();
            this.request();
        }, milliseconds);
    }

    #forgetTimer() {
        if (this.#due !== Infinity) this.#clock.clearTimer(this.#timer);
        this.#due = Infinity;
    }

    #look() {
        if (this.#settling.length === 0 || this.#settleTimer !== 0) return;
        this.#settleTimer = this.#clock.setTimer(() => {
            this.#settleTimer = 0;
            this.#quietLooks = this.#stopped || (!this.#frameWanted && this.#quiet()) ? this.#quietLooks + 1 : 0;
            if (this.#quietLooks >= (this.#clock.hidden() ? 1 : QUIET_LOOKS)) {
                this.#quietLooks = 0;
                for (const resolve of this.#settling.splice(0)) resolve();
            }
            this.#look();
        }, SETTLE_CHECK);
    }
}
