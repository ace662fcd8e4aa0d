import assert from "node:assert/strict";
import test from "node:test";
import { Scheduler } from "../../web/scheduler.js";

/** A clock in the hand. */
class FakeClock {
    /** @type {(() => void)[]} */
    frames = [];
    /** @type {Map<number, {callback: () => void, milliseconds: number}>} */
    timers = new Map();
    isHidden = false;
    #next = 0;

    /** @returns {import("../../web/scheduler.js").Clock} */
    get clock() {
        return {
            requestFrame: (callback) => this.frames.push(callback),
            setTimer: (callback, milliseconds) => {
                this.timers.set((this.#next += 1), { callback, milliseconds });
                return this.#next;
            },
            clearTimer: (timer) => this.timers.delete(timer),
            hidden: () => this.isHidden,
        };
    }

    frame() {
        for (const callback of this.frames.splice(0)) callback();
    }

    /** Runs the timers that are set now. */
    ring() {
        const due = [...this.timers.values()];
        this.timers.clear();
        for (const { callback } of due) callback();
    }
}

/** @param {number[]} answers of frames, then none */
function scheduled(...answers) {
    const fake = new FakeClock();
    const state = { quiet: true };
    const scheduler = new Scheduler({
        draw: () => answers.shift() ?? -1,
        quiet: () => state.quiet,
        clock: fake.clock,
    });
    scheduler.start();
    return { fake, scheduler, state };
}

test("draws while the planner wants frames, then never again by itself", () => {
    const { fake, scheduler } = scheduled(0, 0, -1);
    for (let index = 0; index < 10; index += 1) fake.frame();
    assert.equal(scheduler.frames, 3);
    assert.deepEqual([fake.frames.length, fake.timers.size], [0, 0]);
});

test("many requests are one frame", () => {
    const { fake, scheduler } = scheduled();
    scheduler.request();
    scheduler.request();
    assert.equal(fake.frames.length, 1);
    fake.frame();
    assert.equal(scheduler.frames, 1);
});

test("a frame that is due later is one timer, the earliest", () => {
    const { fake, scheduler } = scheduled(400);
    fake.frame();
    scheduler.request(1000);
    scheduler.request(50);
    assert.deepEqual([...fake.timers.values()].map(({ milliseconds }) => milliseconds), [50]);
    fake.ring();
    fake.frame();
    assert.equal(scheduler.frames, 2);
});

test("a hidden tab deals with what comes in, by timers, and is idle otherwise", () => {
    const { fake, scheduler } = scheduled();
    fake.frame();
    fake.isHidden = true;
    scheduler.visibilityChanged();
    fake.ring();
    assert.deepEqual([scheduler.frames, fake.frames.length, fake.timers.size], [2, 0, 0]);
    fake.isHidden = false;
    scheduler.visibilityChanged();
    fake.frame();
    assert.equal(scheduler.frames, 3);
});

test("a frame that was asked for before the tab was hidden does not stand in the way", () => {
    const { fake, scheduler } = scheduled();
    fake.isHidden = true;
    scheduler.visibilityChanged();
    fake.isHidden = false;
    scheduler.visibilityChanged();
    fake.frame();
    assert.equal(scheduler.frames, 1);
});

test("nothing runs before the start or after the stop", () => {
    const fake = new FakeClock();
    const scheduler = new Scheduler({ draw: () => 0, quiet: () => true, clock: fake.clock });
    scheduler.request();
    assert.equal(fake.frames.length, 0);
    scheduler.start();
    fake.frame();
    scheduler.stop();
    fake.frame();
    scheduler.request(5);
    assert.deepEqual([scheduler.frames, fake.timers.size], [1, 0]);
});

test("settled waits for frames and for what is unsaved", async () => {
    const { fake, scheduler, state } = scheduled(0, -1);
    let settled = false;
    const promise = scheduler.settled().then(() => (settled = true));
    const look = async () => {
        for (let index = 0; index < 3; index += 1) {
            fake.ring();
            await Promise.resolve();
        }
        return settled;
    };
    assert.equal(await look(), false, "a frame is wanted");
    fake.frame();
    fake.frame();
    state.quiet = false;
    assert.equal(await look(), false, "something is unsaved");
    state.quiet = true;
    assert.equal(await look(), true);
    await promise;
    assert.equal(fake.timers.size, 0, "nothing ticks on");
});

test("a frame somebody can see is drawn and shown before what waits for it goes on, and a hidden tab does not wait for ever", async () => {
    const { fake, scheduler } = scheduled(-1, -1);
    let shown = false;
    const wait = scheduler.drawn().then(() => (shown = true));
    fake.frame();
    await Promise.resolve();
    assert.deepEqual([scheduler.frames, shown], [1, false]);
    fake.frame();
    await wait;
    const hidden = scheduler.drawn();
    fake.ring();
    await hidden;
});
