/**
 * What is around the tabs of one history: computers with a database and a clock each, the time that passes, and the answers that
 * come later. Everything follows from the seed: time is counted here, and the database answers in node's order of turns.
 */

import { IDBFactory } from "fake-indexeddb";
import { failingFactory } from "../web/support/failing-indexeddb.mjs";
import { Chance } from "./random.mjs";

const START = Date.UTC(2026, 10, 19, 9, 0);

/** What comes in place of a name that is removed for good; unlike other texts it stands in several places. */
export const IN_PLACE_OF_NAME = "[naam verwijderd]";

/** Something in a history that must never happen. */
export class Broken extends Error {}

/** One round of node's event loop: each request to the database takes some. @returns {Promise<void>} */
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** @typedef {{at: number, order: number, run: () => void}} Timer */

export class World {
    time = START;
    /** @type {Computer[]} */
    computers = [];
    /** @type {unknown} */
    crash = null;
    /** Texts that somebody put back on purpose. @type {Set<string>} */
    restored = new Set();
    /** @type {Timer[]} */
    #timers = [];
    #order = 0;

    /** @param {number} seed */
    constructor(seed) {
        this.chance = new Chance(seed);
    }

    get tabs() {
        return this.computers.flatMap((computer) => computer.tabs);
    }

    /** @param {number} milliseconds @param {() => void} run */
    after(milliseconds, run) {
        this.#timers.push({ at: this.time + milliseconds, order: (this.#order += 1), run });
    }

    /** @param {number} milliseconds @returns {Promise<void>} */
    wait = (milliseconds) => new Promise((resolve) => this.after(milliseconds, resolve));

    /** The database gets on with what it was asked. @param {number} count */
    async turns(count) {
        for (let index = 0; index < count; index += 1) await turn();
    }

    /** Time passes, and what is due in it happens. @param {number} milliseconds */
    async pass(milliseconds) {
        const end = this.time + milliseconds;
        for (let next = this.#next(end); next; next = this.#next(end)) {
            this.time = Math.max(this.time, next.at);
            next.run();
            await this.turns(this.chance.below(4));
        }
        this.time = end;
        await this.turns(1);
    }

    /** Until the databases have nothing to do, and nobody waits for them. */
    async settle() {
        for (let round = 0; round < 400; round += 1) {
            do await this.turns(2);
            while (this.tabs.some((tab) => tab.storage.busy) && this.#timers.length === 0);
            if (this.tabs.every((tab) => tab.quiet) && this.#timers.length === 0) return;
            await this.pass(this.chance.happens(0.5) ? 200 : 2500);
        }
        throw new Broken("the tabs find no rest");
    }

    /** @param {number} end @returns {{at: number, run: () => void} | null} */
    #next(end) {
        let first = null;
        for (const timer of this.#timers) {
            if (timer.at <= end && (!first || timer.at < first.at || (timer.at === first.at && timer.order < first.order))) first = timer;
        }
        const tab = this.tabs.reduce((/** @type {import("./tab.mjs").Tab | null} */ best, each) => (each.dueAt < (best?.dueAt ?? Infinity) ? each : best), null);
        if (tab && tab.dueAt <= end && (!first || tab.dueAt < first.at)) return { at: tab.dueAt, run: () => tab.frame() };
        if (!first) return null;
        const found = first;
        this.#timers = this.#timers.filter((timer) => timer !== found);
        return found;
    }
}

export class Computer {
    /** @type {import("./tab.mjs").Tab[]} */
    tabs = [];
    /** How often storage fails, of 1. */
    trouble = 0;
    /** How far its clock is off, in ms. */
    clockOff = 0;
    #database;
    /** @type {Set<{onmessage: ((event: any) => void) | null}>} */
    #channels = new Set();

    /** @param {World} world @param {number} number */
    constructor(world, number) {
        this.world = world;
        this.number = number;
        this.#database = new IDBFactory();
    }

    /** The database for one tab, and what to do when that tab is killed: what it was writing is written, or not at all. */
    connect() {
        const { chance } = this.world;
        /** @type {Set<IDBTransaction>} */
        const running = new Set();
        const watched = watching(this.#database, running);
        const { factory } = failingFactory(watched, () => this.fails());
        const kill = () => {
            for (const transaction of running) {
                if (chance.happens(0.7)) tryAbort(transaction);
            }
        };
        return { factory, kill };
    }

    /** Whether the next operation of storage does. */
    fails = () => this.trouble > 0 && this.world.chance.happens(this.trouble);

    /** Past everything that is tested. */
    get database() {
        return this.#database;
    }

    get now() {
        return this.world.time + this.clockOff;
    }

    /** A hint to the other tabs of this computer, which may be late or never come. */
    openChannel() {
        const { chance } = this.world;
        const own = {
            onmessage: /** @type {((event: any) => void) | null} */ (null),
            postMessage: (/** @type {unknown} */ data) => {
                for (const other of this.#channels) {
                    if (other === own || chance.happens(0.15)) continue;
                    this.world.after(chance.below(30), () => this.#channels.has(other) && other.onmessage?.({ data }));
                }
            },
            close: () => void this.#channels.delete(own),
        };
        this.#channels.add(own);
        return /** @type {BroadcastChannel} */ (/** @type {unknown} */ (own));
    }
}

/**
 * The same database, with a note of what is being written or read.
 * @param {IDBFactory} factory
 * @param {Set<IDBTransaction>} running
 * @returns {IDBFactory}
 */
function watching(factory, running) {
    const open = (/** @type {string} */ name, /** @type {number} */ version) => {
        const request = factory.open(name, version);
        request.addEventListener("success", () => {
            const { result } = request;
            const start = result.transaction.bind(result);
            result.transaction = (...scope) => {
                const transaction = start(...scope);
                running.add(transaction);
                for (const end of ["complete", "abort"]) transaction.addEventListener(end, () => running.delete(transaction));
                return transaction;
            };
        });
        return request;
    };
    return /** @type {IDBFactory} */ ({ open });
}

/** @param {IDBTransaction} transaction */
function tryAbort(transaction) {
    try {
        transaction.abort();
    } catch {
        // it is being completed
    }
}
