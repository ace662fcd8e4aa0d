/** The inside of one save: what is stored is read, merged by the planner and written, all in one transaction. */

import { Status, StorageError, answer } from "./database.js";
import { SNAPSHOT_STORES, eraseSnapshots, takeSnapshot } from "./storage-snapshots.js";
import { idIn } from "./storage-index.js";

/** What the transaction of a save works on. */
export const SAVE_STORES = /** @type {const} */ (["reviews", "summaries", "rescue", ...SNAPSHOT_STORES]);

/**
 * @param {IDBTransaction} transaction over SAVE_STORES
 * @param {string} id
 * @param {import("./types").StorageListener} listener
 * @param {number} dataVersion of this planner
 * @returns {Promise<boolean>} something was written
 */
export async function mergeAndWrite(transaction, id, listener, dataVersion) {
    const [reviews, summaries] = [transaction.objectStore("reviews"), transaction.objectStore("summaries")];
    const [stored, known] = await Promise.all([answer(reviews.get(id)), answer(summaries.get(id))]);
    giveWayTo(stored?.dataVersion, dataVersion);
    giveWayTo(known?.dataVersion, dataVersion);
    const bytes = bytesOf(stored);
    let image = listener.image(id, bytes, idIn(known?.summary) ? known.summary : "");
    const savedAt = Date.now();
    /** @type {Promise<unknown>[]} */
    const written = [];
    if (image.decision === "unreadable" || (stored !== undefined && !bytes)) {
        // What can not be read may still be somebody's work: it moves aside, whole.
        written.push(answer(transaction.objectStore("rescue").put(stored, `${id} ${savedAt} ${randomName()}`)));
        if (bytes) image = listener.image(id, null, "");
    }
    if (image.decision === "write") {
        // As an older planner wrote it, it can be had back.
        if (bytes && !(stored.dataVersion >= dataVersion))
            await takeSnapshot(transaction, { reviewId: id, why: "upgrade", title: titleIn(known?.summary), bytes }, stored.dataVersion);
        const revision = (Number.isSafeInteger(stored?.revision) ? stored.revision : 0) + 1;
        const facts = { id, revision, savedAt, dataVersion };
        written.push(
            answer(reviews.put({ ...facts, bytes: image.bytes }, id)),
            answer(summaries.put({ ...facts, summary: image.summary }, id)),
        );
    }
    if (image.decision === "erase") {
        await eraseSnapshots(transaction, id);
        written.push(answer(reviews.delete(id)), answer(summaries.delete(id)));
    }
    await Promise.all(written);
    return written.length > 0;
}

/**
 * What a newer planner wrote is not this one's to change: it may hold what this one would leave out.
 * @param {unknown} writer data version of what is stored
 * @param {number} dataVersion of this planner
 */
export function giveWayTo(writer, dataVersion) {
    if (typeof writer === "number" && writer > dataVersion) throw new StorageError(Status.newer, "a newer version of the planner wrote this");
}

/** @param {any} record @returns {Uint8Array | null} */
export function bytesOf(record) {
    return record?.bytes instanceof Uint8Array ? record.bytes : null;
}

/** @param {unknown} summary JSON text @returns {string} "" when it has none */
export function titleIn(summary) {
    try {
        const title = JSON.parse(String(summary))?.title;
        return typeof title === "string" ? title : "";
    } catch {
        return "";
    }
}

/** Two of one moment, or of a clock that was set back, are two. */
function randomName() {
    return Math.random().toString(36).slice(2, 8);
}
