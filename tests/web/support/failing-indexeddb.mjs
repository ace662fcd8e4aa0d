/**
 * An IndexedDB whose operations fail on demand. Every operation gets a number; `fails(number, kind)` says which ones fail and how
 * the browser would let it know: a refused opening, a transaction that cannot start, a request that ends in an abort, or a
 * transaction that aborts when it is about to be written, with no request to blame.
 */

/** @typedef {"open" | "transaction" | "request" | "commit"} Kind */

/**
 * @param {IDBFactory} factory
 * @param {(operation: number, kind: Kind) => boolean} fails
 */
export function failingFactory(factory, fails) {
    let count = 0;
    const next = (/** @type {Kind} */ kind) => fails((count += 1), kind);
    return {
        /** Operations so far. */
        get count() {
            return count;
        },
        factory: /** @type {IDBFactory} */ (
            /** @type {unknown} */ ({
                open(/** @type {string} */ name, /** @type {number} */ version) {
                    if (next("open")) return refusedOpening();
                    const request = factory.open(name, version);
                    return wrap(request, { result: (value) => wrapDatabase(value, next) });
                },
            })
        ),
    };
}

function refusedOpening() {
    const request = { addEventListener() {}, error: new DOMException("Connection to Indexed Database server lost", "UnknownError"), onerror: /** @type {(event: object) => void} */ (() => {}) };
    setImmediate(() => request.onerror({ preventDefault() {} }));
    return request;
}

/**
 * @param {any} database
 * @param {(kind: Kind) => boolean} next
 * @returns {any}
 */
function wrapDatabase(database, next) {
    if (typeof database?.transaction !== "function") return database;
    return wrap(database, {
        transaction: (/** @type {Function} */ call) => (/** @type {unknown[]} */ ...values) => {
            if (next("transaction")) throw new DOMException("The database connection is closing.", "InvalidStateError");
            const transaction = call(...values);
            const failsAtEnd = next("commit");
            return wrapTransaction(transaction, next, failsAtEnd);
        },
    });
}

/**
 * @param {any} transaction
 * @param {(kind: Kind) => boolean} next
 * @param {boolean} failsAtEnd
 */
function wrapTransaction(transaction, next, failsAtEnd) {
    let writing = 0;
    const written = () => {
        writing -= 1;
        if (writing === 0) setImmediate(() => tryAbort(transaction)); // after the last one succeeded, not before
    };
    return wrap(transaction, {
        objectStore: (/** @type {Function} */ call) => (/** @type {unknown[]} */ ...values) => {
            /** @type {Record<string, (call: Function) => Function>} */
            const methods = {};
            for (const method of ["get", "getAll", "getAllKeys", "put", "delete"]) {
                methods[method] = (request) => (/** @type {unknown[]} */ ...parameters) => {
                    const made = request(...parameters);
                    if (next("request")) transaction.abort();
                    else if (failsAtEnd && !method.startsWith("get")) {
                        writing += 1;
                        made.addEventListener("success", written);
                    }
                    return made;
                };
            }
            return wrap(call(...values), methods);
        },
    });
}

/** @param {any} transaction */
function tryAbort(transaction) {
    try {
        transaction.abort();
    } catch {
        // an earlier request did
    }
}

/**
 * The same object, with some methods or values replaced.
 * @param {any} target
 * @param {Record<string, (original: any) => any>} replaced
 * @returns {any}
 */
function wrap(target, replaced) {
    return new Proxy(target, {
        get(object, name) {
            const value = Reflect.get(object, name, object);
            const bound = typeof value === "function" ? value.bind(object) : value;
            const change = typeof name === "string" ? replaced[name] : undefined;
            return change ? change(bound) : bound;
        },
        set: (object, name, value) => Reflect.set(object, name, value, object),
    });
}

/**
 * An IndexedDB whose transactions are given by `start`, which gets the real way to start one.
 * @param {IDBFactory} factory
 * @param {(start: (...scope: unknown[]) => any) => (...scope: unknown[]) => any} start
 * @returns {IDBFactory}
 */
function withTransactions(factory, start) {
    return wrap(factory, {
        open: (open) => (/** @type {unknown[]} */ ...values) =>
            wrap(open(...values), { result: (database) => (database ? wrap(database, { transaction: start }) : database) }),
    });
}

/**
 * An IndexedDB whose transactions never answer while `isSilent()` says so, as happens when the browser's storage process hangs.
 * @param {IDBFactory} factory
 * @param {() => boolean} isSilent
 */
export function silentFactory(factory, isSilent) {
    let aborted = 0;
    const never = { get: () => ({}), getAll: () => ({}), getAllKeys: () => ({}), put: () => ({}), delete: () => ({}) };
    const silent = { objectStore: () => never, abort: () => (aborted += 1) };
    return {
        /** Silent transactions that were given up. */
        get aborted() {
            return aborted;
        },
        factory: withTransactions(factory, (start) => (...scope) => (isSilent() ? silent : start(...scope))),
    };
}

/**
 * An IndexedDB in which everything can be read but, while `isFull()` says so, nothing can be written.
 * @param {IDBFactory} factory
 * @param {() => boolean} isFull
 * @param {string} [reason] name of the error
 */
export function fullFactory(factory, isFull, reason = "QuotaExceededError") {
    /** @param {(...record: unknown[]) => any} put */
    const refusing = (put) => (/** @type {unknown[]} */ ...record) => {
        if (isFull()) throw new DOMException("no room", reason);
        return put(...record);
    };
    return withTransactions(factory, (start) => (...scope) =>
        wrap(start(...scope), {
            objectStore: (store) => (/** @type {unknown[]} */ ...name) => wrap(store(...name), { put: refusing }),
        }),
    );
}

/**
 * An IndexedDB whose first connections are lost as soon as they are used, for good, and which never gives the record with one key.
 * @param {IDBFactory} factory
 * @param {number} lost so many connections
 * @param {string} [key]
 */
export function losingFactory(factory, lost, key) {
    let opened = 0;
    /** @param {(wanted: unknown) => any} get */
    const refusing = (get) => (/** @type {unknown} */ wanted) => {
        if (wanted === key) throw new DOMException("Failed to read large IndexedDB value", "DataError");
        return get(wanted);
    };
    /** @param {() => any} getAll */
    const refusingAll = (getAll) => (key === undefined ? getAll : () => refusing(getAll)(key));
    return {
        get opened() {
            return opened;
        },
        factory: /** @type {IDBFactory} */ (
            wrap(factory, {
                open: (open) => (/** @type {unknown[]} */ ...values) => {
                    const isLost = (opened += 1) <= lost;
                    /** @param {Function} start */
                    const transaction = (start) => (/** @type {unknown[]} */ ...scope) => {
                        if (isLost) throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
                        return wrap(start(...scope), {
                            objectStore: (store) => (/** @type {unknown[]} */ ...name) => wrap(store(...name), { get: refusing, getAll: refusingAll }),
                        });
                    };
                    return wrap(open(...values), { result: (database) => (database ? wrap(database, { transaction }) : database) });
                },
            })
        ),
    };
}
