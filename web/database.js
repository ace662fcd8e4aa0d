/**
 * The connection to IndexedDB: opened when needed, dropped when the browser loses it, and told apart by what went wrong. The
 * shape of the database is so plain (key to bytes) that it only ever gets more stores; the documents carry their own version.
 */

export const DATABASE = "peer-review-planner";
const VERSION = 2;

/**
 * Of what the planner keeps in a record. It goes up when an older planner would lose something by writing over it; such a planner
 * still reads what it can, and leaves the record as it is.
 */
export const DATA_VERSION = 1;

export const STORES = /** @type {const} */ (["reviews", "summaries", "settings", "rescue", "snapshots", "snapshotFacts"]);

/** An opening that takes longer than this fails: some browsers never answer when their storage is broken. In ms. */
const PATIENCE = 8000;

/**
 * A transaction gets longer, LOOKS times LOOK ms: it waits for those of other tabs, and the largest review there may be takes
 * some seconds to reach a slow disk. Counted in looks, because only the time in which the page was awake and waiting says
 * anything about the database: a computer that slept, or a planner that merged for long, uses up one look.
 */
const LOOK = 5000;
const LOOKS = 4;

/** Storage is refused with an exception in some browsers. @returns {IDBFactory | undefined} */
export function storageFactory() {
    try {
        return indexedDB;
    } catch {
        return undefined;
    }
}

/** Statuses of `planner_saved`. */
export const Status = Object.freeze({ done: 0, quota: 1, aborted: 2, lost: 3, blocked: 4, failed: 5, newer: 6 });

/** Why an operation on the database did not happen. */
export class StorageError extends Error {
    /**
     * @param {number} status
     * @param {string} message
     */
    constructor(status, message) {
        super(message);
        this.name = "StorageError";
        this.status = status;
    }
}

/**
 * @param {unknown} error
 * @returns {StorageError}
 */
export function asStorageError(error) {
    if (error instanceof StorageError) return error;
    const name = error instanceof Error ? error.name : "";
    const message = String(error);
    if (name === "QuotaExceededError") return new StorageError(Status.quota, message);
    if (name === "AbortError") return new StorageError(Status.aborted, message);
    if (name === "UnknownError" || name === "InvalidStateError") return new StorageError(Status.lost, message);
    return new StorageError(Status.failed, message);
}

export class Connection {
    #factory;
    #name;
    #events;
    /** @type {Promise<IDBDatabase> | null} */
    #opening = null;
    #wasOpen = false;
    #newer = false;
    #ended = false;

    /**
     * @param {IDBFactory} factory
     * @param {object} events
     * @param {() => void} [events.superseded] a newer version of the planner took the database over
     * @param {() => void} [events.lost] the browser closed the connection, or somebody removes the database
     * @param {() => void} [events.emptied] what was stored when the database was open before is gone
     * @param {string} [name]
     */
    constructor(factory, events, name = DATABASE) {
        this.#factory = factory;
        this.#events = events;
        this.#name = name;
    }

    /** The database belongs to a newer version of the planner. */
    get newer() {
        return this.#newer;
    }

    /**
     * Runs `steps` in one transaction and returns once it is durable. `steps` must only make requests of the transaction: a
     * transaction ends by itself when it has nothing to do.
     * @template T
     * @param {IDBTransactionMode} mode
     * @param {readonly string[]} stores
     * @param {(transaction: IDBTransaction) => Promise<T>} steps
     * @returns {Promise<T>}
     * @throws {StorageError}
     */
    async transact(mode, stores, steps) {
        try {
            const database = await this.database();
            const transaction = database.transaction(stores, mode, { durability: "strict" });
            return await withPatience(carryOut(transaction, steps), () => abort(transaction));
        } catch (error) {
            this.drop(); // whatever happened, a fresh connection is the best way on
            throw asStorageError(error);
        }
    }

    /** Closes the connection; the next transaction opens another. */
    drop() {
        const opening = this.#opening;
        this.#opening = null;
        opening?.then(
            (database) => database.close(),
            () => {},
        );
    }

    /** Closes the connection for good: what was removed on purpose does not come back. */
    end() {
        this.#ended = true;
        this.drop();
    }

    /** The open database, for who must know what is in it. @returns {Promise<IDBDatabase>} */
    database() {
        if (this.#ended) return Promise.reject(new StorageError(Status.failed, "everything was wiped"));
        if (this.#opening) return this.#opening;
        const opening = this.#open();
        this.#opening = opening;
        opening.catch(() => {
            if (this.#opening === opening) this.#opening = null;
        });
        return opening;
    }

    /** @returns {Promise<IDBDatabase>} */
    #open() {
        return new Promise((resolve, reject) => {
            const request = this.#factory.open(this.#name, VERSION);
            const timer = setTimeout(() => fail(new StorageError(Status.blocked, "no answer")), PATIENCE);
            let answered = false;
            /** @param {unknown} error */
            const fail = (error) => {
                answered = true;
                clearTimeout(timer);
                reject(error);
            };
            let emptied = false;
            request.onupgradeneeded = ({ oldVersion }) => {
                emptied = oldVersion === 0 && this.#wasOpen;
                for (const store of STORES) {
                    if (!request.result.objectStoreNames.contains(store)) request.result.createObjectStore(store);
                }
            };
            request.onblocked = () => fail(new StorageError(Status.blocked, "another tab holds an older database"));
            request.onerror = (event) => {
                event.preventDefault(); // reported here, not as an error of the page
                if (request.error?.name === "VersionError") this.#giveWay();
                fail(request.error);
            };
            request.onsuccess = () => {
                clearTimeout(timer);
                if (answered) {
                    request.result.close();
                    return;
                }
                this.#wasOpen = true;
                this.#watch(request.result);
                if (emptied) this.#events.emptied?.();
                resolve(request.result);
            };
        });
    }

    /** @param {IDBDatabase} database */
    #watch(database) {
        database.onversionchange = (event) => {
            this.drop();
            if (this.#ended) return;
            if (event.newVersion === null) this.#events.lost?.();
            else if (event.newVersion > VERSION) this.#giveWay();
        };
        // The browser closed it: storage was cleared, or its process died.
        database.onclose = () => {
            this.drop();
            this.#events.lost?.();
        };
    }

    #giveWay() {
        if (this.#newer) return;
        this.#newer = true;
        this.#events.superseded?.();
    }
}

/**
 * @template T
 * @param {IDBTransaction} transaction
 * @param {(transaction: IDBTransaction) => Promise<T>} steps
 * @returns {Promise<T>}
 */
async function carryOut(transaction, steps) {
    const ended = completion(transaction);
    ended.catch(() => {}); // awaited below, after the steps
    let result;
    try {
        result = await steps(transaction);
    } catch (error) {
        abort(transaction);
        await ended.catch(() => {});
        throw error; // the first reason is the one to tell
    }
    await ended;
    return result;
}

/**
 * @template T
 * @param {Promise<T>} outcome
 * @param {() => void} giveUp called when there is no outcome in time
 * @returns {Promise<T>}
 */
function withPatience(outcome, giveUp) {
    return new Promise((resolve, reject) => {
        /** @type {ReturnType<typeof setTimeout>} */
        let timer;
        /** @param {number} left */
        const look = (left) => {
            timer = setTimeout(() => {
                if (left > 1) return look(left - 1);
                giveUp();
                reject(new StorageError(Status.blocked, "no answer"));
            }, LOOK);
        };
        look(LOOKS);
        outcome.then(resolve, reject).finally(() => clearTimeout(timer));
    });
}

/**
 * @param {IDBTransaction} transaction
 * @returns {Promise<void>}
 */
function completion(transaction) {
    return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        // Running out of room at the very end comes as an abort only, so errors of single requests are not listened to here.
        transaction.onabort = () => reject(transaction.error ?? new StorageError(Status.aborted, "transaction aborted"));
    });
}

/** @param {IDBTransaction} transaction */
function abort(transaction) {
    try {
        transaction.abort();
    } catch {
        // it had ended already
    }
}

/**
 * The answer of one request.
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
export function answer(request) {
    /** @type {Promise<T>} */
    const promise = new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    promise.catch(() => {}); // of several requests that an abort ends, one is waited for
    return promise;
}
