/** Timers that a test moves by hand; what waits for its turn only goes on by itself. */
export class HandClock {
    #now = 0;
    #next = 1;
    /** @type {Map<number, {due: number, run: () => void}>} */
    #timers = new Map();
    #real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };

    constructor() {
        const set = (/** @type {() => void} */ run, delay = 0) => {
            this.#timers.set((this.#next += 1), { due: this.#now + delay, run });
            return this.#next;
        };
        const clear = (/** @type {number} */ timer) => void this.#timers.delete(timer);
        Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    }

    /** Seconds one by one, as a page that is awake sees them. @param {number} count */
    async seconds(count) {
        for (let second = 0; second < count; second += 1) await this.jump(1000);
    }

    /** One leap: the page was busy, or the computer slept. Timers that are set by timers that come late wait anew. @param {number} milliseconds */
    async jump(milliseconds) {
        this.#now += milliseconds;
        for (const [timer, { due, run }] of [...this.#timers]) {
            if (due > this.#now) continue;
            this.#timers.delete(timer);
            run();
        }
        for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    }

    /** Puts the real timers back. */
    stop() {
        Object.assign(globalThis, this.#real);
    }
}
