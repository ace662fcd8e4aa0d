/**
 * Where reviews are kept on this device. Every save is one transaction that reads what is stored, lets the planner merge, and
 * writes: another tab is just one more writer. "Saved" is said only after the transaction completed.
 */

import { Connection, DATA_VERSION, Status, StorageError, answer, asStorageError } from "./database.js";
import { Settings } from "./settings.js";
import { MemoryStore } from "./storage-memory.js";
import { SAVE_STORES, bytesOf, giveWayTo, mergeAndWrite } from "./storage-save.js";
import { SETTINGS, readSettings, readSummaries } from "./storage-index.js";
import { rawBytes } from "./raw-bytes.js";

/** Before each retry on a fresh connection, in ms. All are for a lost connection, which needs a moment to come back. */
const RETRY_DELAYS = [150, 600, 2000];

/** Between two looks at a database that did not answer when the planner started, in ms. */
const LOOK_AGAIN = 5000;

const WRITTEN_BY = "dataVersion";
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
    #dataVersion;
    #closed = false;
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
     * @param {number} [parts.dataVersion] of this planner
     */
    constructor({ listener, factory, channel, wait = pause, name, dataVersion = DATA_VERSION }) {
        this.#listener = listener;
        this.#wait = wait;
        this.#dataVersion = dataVersion;
        const events = {
            superseded: () => this.#setState("versionchange"),
            lost: () => void this.#wait(RETRY_DELAYS[2] ?? 0).then(() => this.#lookAtIndex()),
            emptied: () => this.#emptied(),
        };
        this.#connection = factory ? new Connection(factory, events, name) : null;
        if (!factory) this.#state = "memory";
        // Open before anything is read, or a change between reading and listening would be missed.
        this.#channel = channel ? listen(channel, (id) => this.#heard(id), () => this.#wiped()) : null;
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
                Promise.all([
                    readSummaries(connection),
                    readSettings(connection),
                ]),
            );
            if (summaries.length === 0 && settings === undefined) await this.#tryToWrite();
            return { state: this.#state, summaries, settings: this.#settings.read(settings) };
        } catch (error) {
            // A database that does not answer may do so later; one that refuses never will.
            if (this.#state === "ok") this.#state = asStorageError(error).status === Status.blocked ? "blocked" : "memory";
            if (this.#state === "blocked") void this.#waitForAnswer();
            return { state: this.#state, summaries: [], settings: null };
        }
    }

    /** Until the database answers, nobody sees what is in it: that is looked for without being asked. */
    async #waitForAnswer() {
        while (this.#state === "blocked" && !this.#closed) {
            await this.#wait(LOOK_AGAIN);
            await this.#counted(() => this.#tellIndex()).catch(() => {});
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
            if (record === undefined) return { status: 1, bytes: new Uint8Array() };
            return { status: 0, bytes: bytesOf(record) ?? rawBytes(record) };
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
        try {
            this.#channel?.postMessage({ id });
        } catch {
            // other tabs find out at their next save
        }
    }

    /** Of this planner. */
    get dataVersion() {
        return this.#dataVersion;
    }

    /**
     * A transaction over what is kept beside the reviews, tried as often as the others.
     * @template T
     * @param {IDBTransactionMode} mode
     * @param {readonly string[]} stores
     * @param {(transaction: IDBTransaction) => Promise<T>} steps
     * @returns {Promise<T>}
     * @throws {StorageError}
     */
    transact(mode, stores, steps) {
        if (this.#state === "memory") return Promise.reject(new StorageError(Status.failed, "this browser keeps nothing"));
        return this.#persistently((connection) => connection.transact(mode, stores, steps));
    }

    /** Everything is about to be removed on purpose: no tab, this one neither, writes anything any more. */
    end() {
        try {
            this.#channel?.postMessage({ wiped: true });
        } catch {
            // a tab that goes on writing blocks the removal, and that is said
        }
        this.#end();
    }

    #end() {
        this.#closed = true;
        this.#connection?.end();
    }

    close() {
        this.#closed = true;
        this.#channel?.close();
        this.#connection?.drop();
    }

    #writeSettings() {
        const write = async () => {
            if (this.#settings.kept) return;
            const written = await this.#persistently((connection) =>
                connection.transact("readwrite", ["settings"], async (transaction) => {
                    const store = transaction.objectStore("settings");
                    const [stored, writer] = await Promise.all([answer(store.get(SETTINGS)), answer(store.get(WRITTEN_BY))]);
                    giveWayTo(writer, this.#dataVersion);
                    const change = this.#settings.over(stored);
                    await Promise.all([answer(store.put(change.text, SETTINGS)), answer(store.put(this.#dataVersion, WRITTEN_BY))]);
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
                connection.transact("readwrite", SAVE_STORES, (transaction) => mergeAndWrite(transaction, id, this.#listener, this.#dataVersion)),
            );
            if (wrote) this.announce(id);
            this.#listener.saved(id, Status.done, "");
        } catch (error) {
            const { status, message } = asStorageError(error);
            this.#listener.saved(id, status, message);
        }
    }

    /**
     * Runs an operation, and again on a fresh connection when it fails.
     * @template T
     * @param {(connection: Connection) => Promise<T>} operation
     * @returns {Promise<T>}
     */
    async #persistently(operation) {
        const connection = this.#connection;
        if (!connection) throw new StorageError(Status.failed, "this browser keeps nothing");
        if (connection.newer) throw new StorageError(Status.blocked, "a newer version of the planner is in use");
        return this.#counted(async () => {
            const result = await this.#tryAll(connection, operation);
            if (this.#state === "blocked") this.#answersAgain();
            return result;
        });
    }

    /**
     * @template T
     * @param {Connection} connection
     * @param {(connection: Connection) => Promise<T>} operation
     * @returns {Promise<T>}
     */
    async #tryAll(connection, operation) {
        for (let attempt = 0; ; attempt += 1) {
            try {
                return await operation(connection);
            } catch (error) {
                const { status, message } = asStorageError(error);
                if (connection.newer) throw new StorageError(Status.blocked, message);
                if (status === Status.newer) this.#setState("versionchange");
                const delay = RETRY_DELAYS[attempt];
                const isOver = status === Status.newer || (attempt > 0 && status !== Status.lost);
                if (isOver || delay === undefined) throw error;
                await this.#wait(delay);
            }
        }
    }

    #answersAgain() {
        this.#setState("ok");
        this.#lookAtIndex();
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
    #heard(id) {
        this.#listener.changedElsewhere(id);
        this.#lookAtIndex();
    }

    #wiped() {
        this.#end();
        this.#listener.wiped?.();
    }

    /** The planner still has what is open; it must know that nothing else does. */
    #emptied() {
        if (this.#closed) return;
        this.#settings.lost();
        void this.#writeSettings();
        this.#listener.state("emptied");
        this.#lookAtIndex();
    }

    #lookAtIndex() {
        if (this.#closed) return;
        this.#counted(() => this.#tellIndex()).catch(() => {}); // a hint: the next one, or a reload, will do
    }

    async #tellIndex() {
        if (this.#state === "memory") {
            this.#listener.index(this.#memory.summaries());
            return;
        }
        this.#listener.index(await this.#persistently(readSummaries));
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
 * @param {() => void} wiped
 */
function listen(open, heard, wiped) {
    try {
        const channel = open();
        channel.onmessage = (event) => {
            const id = event.data?.id;
            if (event.data?.wiped === true) wiped();
            if (typeof id === "string") heard(id);
        };
        return channel;
    } catch {
        return null; // other tabs are found out about at the next save
    }
}
