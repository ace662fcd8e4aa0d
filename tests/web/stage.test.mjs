import assert from "node:assert/strict";
import test from "node:test";
import { Stage } from "../../web/stage.js";

/** A device with a screen that goes off and a loudspeaker, as far as `has` says. @param {{lock?: boolean, screen?: boolean}} [has] */
function openStage({ lock = true, screen = true } = {}) {
    const document = Object.assign(new EventTarget(), {
        hidden: false,
        /** @type {unknown} */
        fullscreenElement: null,
        documentElement: screen ? { requestFullscreen: async () => void show("html") } : {},
        exitFullscreen: async () => void show(null),
    });
    const show = (/** @type {unknown} */ element) => {
        document.fullscreenElement = element;
        document.dispatchEvent(new Event("fullscreenchange"));
    };
    /** @type {{released: boolean, release: () => Promise<void>}[]} */
    const locks = [];
    const request = async () => {
        if (document.hidden) throw new Error("NotAllowedError");
        const release = async () => {
            await null;
            made.released = true;
        };
        const made = { released: false, release };
        locks.push(made);
        return made;
    };
    /** @type {boolean[]} */
    const full = [];
    const view = { document, navigator: lock ? { wakeLock: { request } } : {} };
    const stage = new Stage({ fullScreen: (on) => full.push(on), view: /** @type {any} */ (view), audio: undefined });
    stage.start();
    const setHidden = async (/** @type {boolean} */ hidden) => {
        document.hidden = hidden;
        if (hidden) for (const each of locks) each.released = true;
        document.dispatchEvent(new Event("visibilitychange"));
        await turn();
    };
    const held = () => locks.filter(({ released }) => !released).length;
    return { stage, full, show, setHidden, held, locks };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("the screen stays on while that is wanted, also after the page was hidden", async () => {
    const { stage, setHidden, held, locks } = openStage();
    await setHidden(true);
    await setHidden(false);
    assert.equal(held(), 0, "nobody asked");
    await Promise.all([stage.keepAwake(true), stage.keepAwake(true)]);
    assert.equal(held(), 1);
    await setHidden(true);
    assert.equal(held(), 0);
    await setHidden(false);
    assert.equal(held(), 1);
    assert.equal(locks.length, 3);
    void stage.keepAwake(false);
    await stage.keepAwake(true);
    assert.equal(held(), 1);
    const asked = stage.keepAwake(true);
    await stage.keepAwake(false);
    await asked;
    assert.equal(held(), 0);
    await setHidden(true);
    await setHidden(false);
    assert.equal(held(), 0);
});

test("a lock that comes when nobody wants it any more is given back", async () => {
    const { stage, held } = openStage();
    const asked = stage.keepAwake(true);
    await stage.keepAwake(false);
    await asked;
    assert.equal(held(), 0);
});

test("the whole screen, and who else changes that", async () => {
    const { stage, full, show } = openStage();
    await stage.setFullScreen(false);
    await stage.setFullScreen(true);
    show(null);
    await stage.setFullScreen(true);
    await stage.setFullScreen(false);
    assert.deepEqual(full, [true, false, true, false]);
});

/** A page whose browser fills the screen, as with F11. */
function openFilled() {
    const filled = Object.assign(new EventTarget(), { matches: true });
    /** @type {string[]} */
    const asked = [];
    const document = Object.assign(new EventTarget(), {
        fullscreenElement: null,
        documentElement: { requestFullscreen: async () => void asked.push("on") },
        exitFullscreen: async () => void asked.push("off"),
    });
    /** @type {boolean[]} */
    const full = [];
    const view = { document, matchMedia: (/** @type {string} */ query) => (assert.equal(query, "(display-mode: fullscreen)"), filled) };
    const stage = new Stage({ fullScreen: (on) => full.push(on), view: /** @type {any} */ (view), audio: undefined });
    stage.start();
    return { stage, filled, document, full, asked };
}

test("a browser that fills the screen by itself is seen too", () => {
    const { filled, document, full } = openFilled();
    assert.deepEqual(full, [true], "it was so from the start");
    document.dispatchEvent(new Event("fullscreenchange"));
    filled.matches = false;
    filled.dispatchEvent(new Event("change"));
    assert.deepEqual(full, [true, true, false]);
});

test("a browser that fills the screen by itself is left to do so", async () => {
    const { stage, full, asked } = openFilled();
    await stage.setFullScreen(false);
    assert.deepEqual({ asked, full }, { asked: [], full: [true] }, "it is not over, and nobody is told that it is");
});

test("where there is no wake lock, full screen or sound, nothing happens", async () => {
    const { stage, full, setHidden } = openStage({ lock: false, screen: false });
    await stage.keepAwake(true);
    await setHidden(false);
    await stage.setFullScreen(true);
    await stage.chime();
    const broken = () => {
        throw new Error("no device");
    };
    await new Stage({ fullScreen: () => {}, view: /** @type {any} */ ({}), audio: broken }).chime();
    assert.deepEqual(full, []);
});

/** Sound whose tones end when the test says so. */
function openAudio() {
    /** @type {EventTarget[]} */
    const tones = [];
    const counts = { made: 0, resumed: 0, suspended: 0 };
    /** @type {Promise<void>} */
    let allowed = Promise.resolve();
    const parameter = { value: 0, setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} };
    const node = { gain: parameter, connect: (/** @type {unknown} */ next) => next };
    const audio = {
        currentTime: 0,
        destination: {},
        resume: () => {
            counts.resumed += 1;
            return allowed;
        },
        suspend: async () => void (counts.suspended += 1),
        createGain: () => node,
        createOscillator: () => {
            const tone = Object.assign(new EventTarget(), { frequency: { ...parameter }, connect: node.connect, start() {}, stop() {} });
            tones.push(tone);
            return tone;
        },
    };
    const stage = new Stage({
        fullScreen: () => {},
        view: /** @type {any} */ ({}),
        audio: () => {
            counts.made += 1;
            return /** @type {any} */ (audio);
        },
    });
    const holdBack = () => {
        /** @type {() => void} */
        let allow = () => {};
        allowed = new Promise((resolve) => (allow = resolve));
        return allow;
    };
    return { stage, tones, counts, holdBack, end: () => tones.forEach((tone) => tone.dispatchEvent(new Event("ended"))) };
}

test("a chime is two tones, and silence takes no power", async () => {
    const { stage, tones, counts, end } = openAudio();
    assert.deepEqual(counts, { made: 0, resumed: 0, suspended: 0 });
    const both = Promise.all([stage.chime(), stage.chime()]);
    await turn();
    assert.equal(tones.length, 4);
    tones[0]?.dispatchEvent(new Event("ended"));
    await turn();
    assert.equal(counts.suspended, 0);
    end();
    await both;
    assert.deepEqual(counts, { made: 1, resumed: 2, suspended: 1 });
});

test("a chime that the browser held back is not heard much later", async (context) => {
    const { stage, tones, holdBack } = openAudio();
    const allow = holdBack();
    let now = 5000;
    context.mock.method(Date, "now", () => now);
    const chime = stage.chime();
    await turn();
    now += 60_000;
    allow();
    await chime;
    assert.equal(tones.length, 0);
});
