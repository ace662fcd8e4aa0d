/**
 * What a planner starts with: its settings, and a summary of every stored review, also of those whose summary is damaged. One record
 * that the browser can not give keeps nothing else away.
 */

import { Status, answer, asStorageError } from "./database.js";

export const SETTINGS = "settings";

/**
 * @param {import("./database.js").Connection} connection
 * @returns {Promise<unknown>}
 */
export function readSettings(connection) {
    const read = connection.transact("readonly", ["settings"], (transaction) =>
        answer(transaction.objectStore("settings").get(SETTINGS)),
    );
    return read.catch(unlessLost);
}

/** The browser can not give this record, but it does give others. @param {unknown} error @returns {undefined} */
function unlessLost(error) {
    if (asStorageError(error).status !== Status.failed) throw error;
}

/**
 * @param {import("./database.js").Connection} connection
 * @returns {Promise<string[]>} JSON texts
 */
export async function readSummaries(connection) {
    try {
        return await connection.transact("readonly", ["reviews", "summaries"], async (transaction) => {
            const [keys, records] = await Promise.all([
                answer(transaction.objectStore("reviews").getAllKeys()),
                answer(transaction.objectStore("summaries").getAll()),
            ]);
            return summariesOf(keys, records);
        });
    } catch (error) {
        unlessLost(error);
        return readOneByOne(connection);
    }
}

/** @param {import("./database.js").Connection} connection */
async function readOneByOne(connection) {
    const keys = await connection.transact("readonly", ["reviews"], (transaction) =>
        answer(transaction.objectStore("reviews").getAllKeys()),
    );
    const records = [];
    for (const key of keys) {
        const read = connection.transact("readonly", ["summaries"], (transaction) =>
            answer(transaction.objectStore("summaries").get(key)),
        );
        records.push(await read.catch(unlessLost));
    }
    return summariesOf(keys, records);
}

/**
 * A review without a readable summary is there all the same, without a title until it is opened and saved.
 * @param {IDBValidKey[]} keys of the reviews
 * @param {any[]} records
 */
function summariesOf(keys, records) {
    /** @type {Map<string, string>} */
    const summaries = new Map();
    for (const record of records) {
        const id = idIn(record?.summary);
        if (id) summaries.set(id, record.summary);
    }
    for (const key of keys) {
        if (typeof key === "string" && !summaries.has(key)) summaries.set(key, JSON.stringify({ id: key }));
    }
    return [...summaries.values()];
}

/** @param {unknown} text @returns {string} "" when it is no summary */
export function idIn(text) {
    try {
        const id = typeof text === "string" ? JSON.parse(text)?.id : "";
        return typeof id === "string" ? id : "";
    } catch {
        return "";
    }
}
