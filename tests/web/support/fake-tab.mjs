/**
 * A tab whose reviews are sets of words: merging is union, so a lost word is a lost edit. It keeps what it was told about every
 * save, to compare with what is really stored.
 */

import { ReviewStorage } from "../../../web/storage.js";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** @param {Uint8Array} bytes @returns {Set<string> | null} */
export function wordsOf(bytes) {
    try {
        const list = JSON.parse(decoder.decode(bytes));
        return Array.isArray(list) ? new Set(list) : null;
    } catch {
        return null;
    }
}

/** @param {Iterable<string>} words */
export function bytesOf(words) {
    return encoder.encode(JSON.stringify([...words].sort()));
}

/** A pause of so many ms is ended by the test. */
const LONG = 3000;

export class FakeTab {
    /** @type {Map<string, Set<string>>} */
    reviews = new Map();
    /** Words in the last image of each review. @type {Map<string, string[]>} */
    imaged = new Map();
    /** Reviews to be erased with the next save that succeeds. @type {Set<string>} */
    erasing = new Set();
    /** @type {{id: string, status: number, message: string, words: string[]}[]} */
    saves = [];
    /** @type {string[]} */
    states = [];
    /** @type {string[][]} */
    indexes = [];
    /** @type {string[]} */
    hints = [];
    images = 0;
    /** Times that it was told that everything was removed on purpose. */
    wiped = 0;
    /** Goes on with what waits long. @type {((value?: any) => void)[]} */
    waiting = [];
    /** As it was stored at the last image. */
    summary = "";

    /**
     * @param {IDBFactory | undefined} factory
     * @param {() => BroadcastChannel} [channel]
     * @param {number} [dataVersion]
     */
    constructor(factory, channel, dataVersion) {
        this.storage = new ReviewStorage({
            factory,
            channel,
            dataVersion,
            wait: (milliseconds) => new Promise((resolve) => (milliseconds < LONG ? setImmediate(resolve) : this.waiting.push(resolve))),
            listener: {
                image: (id, stored, summary) => this.image(id, stored, summary),
                saved: (id, status, message) => {
                    this.saves.push({ id, status, message, words: this.imaged.get(id) ?? [] });
                    if (status === 0) this.erasing.delete(id);
                },
                state: (state) => {
                    this.states.push(state);
                    if (state === "emptied") for (const id of this.reviews.keys()) this.storage.save(id);
                },
                changedElsewhere: (id) => {
                    this.hints.push(id);
                    this.storage.save(id);
                },
                wiped: () => (this.wiped += 1),
                index: (summaries) => this.indexes.push(summaries),
            },
        });
    }

    /** @param {string} id @param {string} word */
    write(id, word) {
        const words = this.reviews.get(id) ?? new Set();
        words.add(word);
        this.reviews.set(id, words);
        this.storage.save(id);
    }

    /**
     * @param {string} id
     * @param {Uint8Array | null} stored
     * @param {string} summary
     * @returns {import("../../../web/types").SaveImage}
     */
    image(id, stored, summary) {
        this.images += 1;
        this.summary = summary;
        if (this.erasing.has(id)) return { decision: "erase" };
        const kept = stored ? wordsOf(stored) : new Set();
        if (!kept) return { decision: "unreadable" };
        const before = kept.size;
        const words = new Set([...kept, ...(this.reviews.get(id) ?? [])]);
        this.reviews.set(id, words);
        this.imaged.set(id, [...words]);
        if (words.size === before) return { decision: "nothing" };
        return { decision: "write", bytes: bytesOf(words), summary: JSON.stringify({ id, count: words.size }) };
    }

    async quiet() {
        do await new Promise((resolve) => setTimeout(resolve, 5));
        while (this.storage.busy);
    }
}

/**
 * Everything that is stored, read past the code under test.
 * @param {IDBFactory} factory
 * @returns {Promise<Record<string, Record<string, any>>>}
 */
export async function readEverything(factory) {
    const database = await new Promise((resolve, reject) => {
        const request = factory.open("peer-review-planner");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    /** @type {Record<string, Record<string, any>>} */
    const found = {};
    for (const name of database.objectStoreNames) {
        const store = database.transaction([name]).objectStore(name);
        const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()].map(settled));
        found[name] = Object.fromEntries(keys.map((/** @type {string} */ key, /** @type {number} */ index) => [key, values[index]]));
    }
    database.close();
    return found;
}

/** @param {IDBRequest} request @returns {Promise<any>} */
export function settled(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}
