/**
 * What is stored in this browser, as it is stored: also by a newer version of the planner, and also what no planner can read. Only
 * reads; nothing here writes, makes or removes anything.
 */

import { Connection, Status, answer, asStorageError } from "./database.js";
import { rawBytes } from "./raw-bytes.js";

/** Before each further attempt, in ms: a connection that was lost needs time to come back. */
const RETRIES = [200, 1000, 3000];

/** What the planner can make again from the rest. */
const DERIVED = ["summaries", "snapshotFacts"];

/** What the planner keeps beside the settings for itself. */
const OWN = ["probe", "dataVersion"];

/**
 * @typedef {object} Stored one thing that is stored
 * @property {string} store
 * @property {IDBValidKey} key
 * @property {string} title "" when it has none or it can not be read
 * @property {number} size of what can be downloaded, in bytes
 * @property {number | null} savedAt ms since 1970 UTC
 * @property {"" | "damaged" | "lost"} problem damaged: not what the planner writes; lost: the browser does not give it
 */

/** @typedef {{name: string, type: string, bytes: Uint8Array}} StoredFile */

export class StoredThings {
    #connection;
    #wait;
    #absent = false;
    /** Names of files and what each is of. @type {Map<string, string>} */
    #names = new Map();

    /**
     * @param {IDBFactory} factory
     * @param {(milliseconds: number) => Promise<void>} [wait]
     */
    constructor(factory, wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))) {
        this.#connection = new Connection(this.#asItIs(factory), {});
        this.#wait = wait;
    }

    /**
     * Opens the database of whichever version. Where there is none, none is made: an empty one would be in the way of the planner's.
     * @param {IDBFactory} factory
     */
    #asItIs(factory) {
        const open = (/** @type {string} */ name) => {
            const request = factory.open(name);
            request.addEventListener("upgradeneeded", (event) => {
                this.#absent = true;
                event.stopImmediatePropagation();
                request.transaction?.abort();
            });
            request.addEventListener("success", () => (this.#absent = false));
            return request;
        };
        return /** @type {IDBFactory} */ ({ open });
    }

    /**
     * Everything there is, one by one, so that what is damaged hides nothing else.
     * @returns {Promise<Stored[]>} newest first
     * @throws {StorageError}
     */
    async list() {
        /** @type {Stored[]} */
        const found = [];
        for (const [store, key] of await this.#keys()) found.push(await this.#look(store, key));
        return found.sort((one, other) => (other.savedAt ?? 0) - (one.savedAt ?? 0));
    }

    /**
     * One thing as a file of its own; no two things get the same name.
     * @param {Stored} stored
     * @returns {Promise<StoredFile>}
     * @throws {StorageError}
     */
    async file({ store, key, title, problem }) {
        const bytes = rawBytes(await this.#get(store, key));
        const isJson = problem === "";
        const parts = ["peerreview", ...(store === "reviews" ? [] : [store]), fileSafe(title), fileSafe(String(key))].filter((part) => part);
        const name = this.#nameFor(`${store} ${String(key)}`, [...new Set(parts)].join("_"), isJson ? ".json" : ".txt");
        return { name, type: isJson ? "application/json" : "text/plain", bytes };
    }

    close() {
        this.#connection.drop();
    }

    /** @returns {Promise<[string, IDBValidKey][]>} */
    async #keys() {
        try {
            return await this.#patiently(RETRIES, async (connection) => {
                const stores = [...(await connection.database()).objectStoreNames].filter((store) => !DERIVED.includes(store));
                if (stores.length === 0) return [];
                return connection.transact("readonly", stores, async (transaction) => {
                    const keys = await Promise.all(stores.map((store) => answer(transaction.objectStore(store).getAllKeys())));
                    return stores.flatMap((store, index) => (keys[index] ?? []).map((key) => /** @type {[string, IDBValidKey]} */ ([store, key])));
                });
            }).then((found) => found.filter(([store, key]) => store !== "settings" || !OWN.includes(String(key))));
        } catch (error) {
            if (this.#absent) return [];
            throw error;
        }
    }

    /** @param {string} store @param {IDBValidKey} key @returns {Promise<Stored>} */
    async #look(store, key) {
        const stored = { store, key, title: "", size: 0, savedAt: null };
        try {
            const record = await this.#get(store, key);
            const bytes = rawBytes(record);
            const members = membersOf(record, bytes);
            const savedAt = Number.isFinite(record?.savedAt) ? record.savedAt : null;
            const problem = members && (store !== "reviews" || members.kind === "review") ? "" : "damaged";
            return { ...stored, title: titleOf(members), size: bytes.length, savedAt, problem };
        } catch {
            return { ...stored, problem: "lost" };
        }
    }

    /** @param {string} store @param {IDBValidKey} key @returns {Promise<any>} */
    #get(store, key) {
        return this.#patiently(RETRIES.slice(0, 1), (connection) =>
            connection.transact("readonly", [store], (transaction) => answer(transaction.objectStore(store).get(key))),
        );
    }

    /**
     * Tries again on a fresh connection, later each time. One that does not answer has been waited for long enough.
     * @template T
     * @param {number[]} pauses
     * @param {(connection: Connection) => Promise<T>} operation
     * @returns {Promise<T>}
     */
    async #patiently([pause, ...later], operation) {
        try {
            return await operation(this.#connection);
        } catch (error) {
            this.#connection.drop();
            if (this.#absent || pause === undefined || asStorageError(error).status === Status.blocked) throw error;
            await this.#wait(pause);
            return this.#patiently(later, operation);
        }
    }

    /** @param {string} thing @param {string} wanted @param {string} ending */
    #nameFor(thing, wanted, ending) {
        let name = wanted + ending;
        for (let number = 2; (this.#names.get(name) ?? thing) !== thing; number += 1) name = `${wanted}_${number}${ending}`;
        this.#names.set(name, thing);
        return name;
    }
}

/**
 * @param {any} record
 * @param {Uint8Array} bytes
 * @returns {Record<string, any> | null} null: the planner wrote something else
 */
function membersOf(record, bytes) {
    if (typeof record !== "string" && !(record?.bytes instanceof Uint8Array)) return null;
    try {
        const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
        return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
    } catch {
        return null;
    }
}

/** @param {Record<string, any> | null} members */
function titleOf(members) {
    const title = members?.data?.review?.review?.title;
    return typeof title === "string" ? title.trim() : "";
}

/** @param {string} text */
function fileSafe(text) {
    const plain = text.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    return plain.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60);
}
