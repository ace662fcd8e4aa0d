/**
 * Where reviews are kept on this device. Every save is one transaction that reads what is stored, lets the planner merge, and
 * writes: another tab is just one more writer. "Saved" is said only after the transaction completed.
 */

import { Connection, Status, StorageError, answer, asStorageError } from "./database.js";
import { Settings } from "./settings.js";
import { MemoryStore } from "./storage-memory.js";

/** Before the one retry of a failed operation, in ms: a lost connection needs a moment to come back. */
const RETRY_DELAY = 150;

const SETTINGS = "settings";
const PROBE = "probe";

/**
 * @typedef {object} Start
 * @property {import("./types").StorageState} state
 * @property {string[]} summaries JSON texts
 * @property {string | null} settings JSON text
 */

export class ReviewStorage {
    #listener;
    #connection;
    #memory = new MemoryStore();
    #wait;
    /** @type {BroadcastChannel | null} */
    #channel = null;
    /** @type {import("./types").StorageState} */
    #state = "ok";
    /** Saves under way per review; true when one more was asked for meanwhile. @type {Map<string, boolean>} */
    #saving = new Map();
    #underWay = 0;
    #settings = new Settings();
    /** Writes of the settings follow each other. @type {Promise<void>} */
    #settingsWritten = Promise.resolve();

    /**
     * @param {object} parts
     * @param {import("./types").StorageListener} parts.listener
     * @param {IDBFactory | undefined} parts.factory absent where the browser has none
     * @param {(() => BroadcastChannel) | undefined} [parts.channel]
     * @param {(milliseconds: number) => Promise<void>} [parts.wait]
     * @param {string} [parts.name] of the database
     */
    constructor({ listener, factory, channel, wait = pause, name }) {
        this.#listener = listener;
        this.#wait = wait;
        this.#connection = factory ? new Connection(factory, () => this.#setState("versionchange"), name) : null;
        if (!factory) this.#state = "memory";
        // Open before anything is read, or a change between reading and listening would be missed.
        this.#channel = channel ? listen(channel, (id) => void this.#heard(id)) : null;
    }

    /** @returns {import("./types").StorageState} */
    get state() {
        return this.#state;
    }

    /** Operations under way. */
    get busy() {
        return this.#underWay > 0;
    }

    /**
     * Opens the database and reads what everybody starts with. What can be read is shown, whether or not it can be written: a
     * save that fails says so itself, and is tried again.
     * @returns {Promise<Start>}
     */
    async start() {
        try {
            const [summaries, settings] = await this.#persistently((connection) =>
                connection.transact("readonly", ["summaries", "settings"], (transaction) =>
                    Promise.all([
                        answer(transaction.objectStore("summaries").getAll()),
                        answer(transaction.objectStore("settings").get(SETTINGS)),
                    ]),
                ),
            );
            if (summaries.length === 0 && settings === undefined) await this.#tryToWrite();
            return { state: this.#state, summaries: texts(summaries), settings: this.#settings.read(settings) };
        } catch (error) {
            // A database that does not answer may do so later; one that refuses never will.
            if (this.#state === "ok") this.#state = asStorageError(error).status === Status.blocked ? "blocked" : "memory";
            return { state: this.#state, summaries: [], settings: null };
        }
    }

    /** A database in which nothing was ever written may be one that keeps nothing. */
    async #tryToWrite() {
        try {
            await this.#persistently((connection) => connection.transact("readwrite", ["settings"], probe));
        } catch (error) {
            // Room can be made, and then saves succeed.
            if (asStorageError(error).status !== Status.quota) throw error;
        }
    }

    /**
     * @param {string} id
     * @returns {Promise<import("./types").Loaded>} status 0 found, 1 not there, 2 failed
     */
    async load(id) {
        if (this.#state === "memory") return this.#memory.load(id);
        try {
            const record = await this.#persistently((connection) =>
                connection.transact("readonly", ["reviews"], (transaction) =>
                    answer(transaction.objectStore("reviews").get(id)),
                ),
            );
            const bytes = bytesOf(record);
            return bytes ? { status: 0, bytes } : { status: 1, bytes: new Uint8Array() };
        } catch {
            return { status: 2, bytes: new Uint8Array() };
        }
    }

    /**
     * Saves a review; the outcome is told to the listener. Asked while a save of it runs, one more follows.
     * @param {string} id
     */
    save(id) {
        if (this.#saving.has(id)) {
            this.#saving.set(id, true);
            return;
        }
        this.#saving.set(id, false);
        void this.#saveUntilDone(id);
    }

    /** @param {string} json */
    saveSettings(json) {
        if (this.#state === "memory") return this.#settingsWritten;
        this.#settings.give(json);
        return this.#writeSettings();
    }

    /** Hints to other tabs that a stored review changed. @param {string} id */
    announce(id) {
        this.#channel?.postMessage({ id });
    }

    close() {
        this.#channel?.close();
        this.#connection?.drop();
    }

    #writeSettings() {
        const write = async () => {
            if (this.#settings.kept) return;
            const written = await this.#persistently((connection) =>
                connection.transact("readwrite", ["settings"], async (transaction) => {
                    const store = transaction.objectStore("settings");
                    const change = this.#settings.over(await answer(store.get(SETTINGS)));
                    await answer(store.put(change.text, SETTINGS));
                    return change.written;
                }),
            );
            written();
        };
        // Settings that are not kept are a nuisance, not a loss; the next ones bring them along.
        this.#settingsWritten = this.#settingsWritten.then(() => this.#counted(write)).catch(() => {});
        return this.#settingsWritten;
    }

    /** @param {string} id */
    async #saveUntilDone(id) {
        await this.#counted(async () => {
            do {
                this.#saving.set(id, false);
                await this.#saveOnce(id);
            } while (this.#saving.get(id) === true);
        }).finally(() => this.#saving.delete(id));
    }

    /** @param {string} id */
    async #saveOnce(id) {
        if (this.#state === "memory") {
            await Promise.resolve(); // like the database, never answers inside the call that asked
            this.#memory.save(id, this.#listener.image.bind(this.#listener));
            this.#listener.saved(id, Status.done, "memory");
            return;
        }
        try {
            const wrote = await this.#persistently((connection) =>
                connection.transact("readwrite", ["reviews", "summaries", "rescue"], (transaction) =>
                    this.#mergeAndWrite(transaction, id),
                ),
            );
            if (wrote) this.announce(id);
            this.#listener.saved(id, Status.done, "");
        } catch (error) {
            const { status, message } = asStorageError(error);
            this.#listener.saved(id, status, message);
        }
    }

    /**
     * @param {IDBTransaction} transaction
     * @param {string} id
     * @returns {Promise<boolean>} something was written
     */
    async #mergeAndWrite(transaction, id) {
        const [reviews, summaries] = [transaction.objectStore("reviews"), transaction.objectStore("summaries")];
        const [stored, known] = await Promise.all([answer(reviews.get(id)), answer(summaries.get(id))]);
        const bytes = bytesOf(stored);
        let image = this.#listener.image(id, bytes, isJson(known?.summary) ? known.summary : "");
        const savedAt = Date.now();
        const written = [];
        if (image.decision === "unreadable" || (stored !== undefined && !bytes)) {
            // What can not be read may still be somebody's work: it moves aside, whole.
            written.push(answer(transaction.objectStore("rescue").put(stored, `${id} ${savedAt}`)));
            if (bytes) image = this.#listener.image(id, null, "");
        }
        if (image.decision === "write") {
            const revision = (Number.isSafeInteger(stored?.revision) ? stored.revision : 0) + 1;
            written.push(
                answer(reviews.put({ id, bytes: image.bytes, revision, savedAt }, id)),
                answer(summaries.put({ id, summary: image.summary, revision, savedAt }, id)),
            );
        }
        if (image.decision === "erase") written.push(answer(reviews.delete(id)), answer(summaries.delete(id)));
        await Promise.all(written);
        return written.length > 0;
    }

    /**
     * Runs an operation, and once more on a fresh connection when it fails.
     * @template T
     * @param {(connection: Connection) => Promise<T>} operation
     * @returns {Promise<T>}
     */
    async #persistently(operation) {
        const connection = this.#connection;
        if (!connection) throw new StorageError(Status.failed, "this browser keeps nothing");
        if (connection.newer) throw new StorageError(Status.blocked, "a newer version of the planner is in use");
        return this.#counted(async () => {
            const result = await operation(connection).catch(async (error) => {
                if (connection.newer) throw new StorageError(Status.blocked, asStorageError(error).message);
                await this.#wait(RETRY_DELAY);
                return operation(connection);
            });
            if (this.#state === "blocked") this.#answersAgain();
            return result;
        });
    }

    #answersAgain() {
        this.#setState("ok");
        this.#counted(() => this.#tellIndex()).catch(() => {});
        void this.#writeSettings();
    }

    /**
     * @template T
     * @param {() => Promise<T>} operation
     * @returns {Promise<T>}
     */
    async #counted(operation) {
        this.#underWay += 1;
        try {
            return await operation();
        } finally {
            this.#underWay -= 1;
        }
    }

    /** @param {string} id */
    async #heard(id) {
        this.#listener.changedElsewhere(id);
        await this.#counted(() => this.#tellIndex()).catch(() => {}); // a hint: the next one, or a reload, will do
    }

    async #tellIndex() {
        if (this.#state === "memory") {
            this.#listener.index(this.#memory.summaries());
            return;
        }
        const records = await this.#persistently((connection) =>
            connection.transact("readonly", ["summaries"], (transaction) =>
                answer(transaction.objectStore("summaries").getAll()),
            ),
        );
        this.#listener.index(texts(records));
    }

    /** @param {import("./types").StorageState} state */
    #setState(state) {
        if (this.#state === state) return;
        this.#state = state;
        this.#listener.state(state);
    }
}

/** @param {number} milliseconds @returns {Promise<void>} */
function pause(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** @param {IDBTransaction} transaction */
async function probe(transaction) {
    const store = transaction.objectStore("settings");
    const token = `${Date.now()} ${Math.random()}`;
    await answer(store.put(token, PROBE));
    if ((await answer(store.get(PROBE))) !== token) throw new StorageError(Status.failed, "what is written can not be read");
}

/**
 * @param {() => BroadcastChannel} open
 * @param {(id: string) => void} heard
 */
function listen(open, heard) {
    try {
        const channel = open();
        channel.onmessage = (event) => {
            const id = event.data?.id;
            if (typeof id === "string") heard(id);
        };
        return channel;
    } catch {
        return null; // other tabs are found out about at the next save
    }
}

/** @param {any} record @returns {Uint8Array | null} */
function bytesOf(record) {
    return record?.bytes instanceof Uint8Array ? record.bytes : null;
}

/** @param {any[]} records @returns {string[]} */
function texts(records) {
    return records.map((record) => record?.summary).filter(isJson);
}

/** @param {unknown} text */
function isJson(text) {
    try {
        JSON.parse(/** @type {string} */ (text));
        return typeof text === "string";
    } catch {
        return false;
    }
}
