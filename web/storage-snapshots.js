/**
 * Earlier versions of reviews, taken before something happens to one that may be regretted. A copy of what stood there, kept for some
 * time and never too much of it. What each one is stands beside it, so that a list needs not read them all.
 */

import { answer } from "./database.js";
import { rawBytes } from "./raw-bytes.js";

/** Of one review. */
const MOST = 10;

/** In ms: a month, like a removed review. */
const LONGEST = 30 * 24 * 60 * 60 * 1000;

/** Of all together, in bytes: browsers clear away sites that take much room. The newest of each review stays all the same. */
const MOST_BYTES = 50_000_000;

/** What a transaction that takes or erases snapshots works on. */
export const SNAPSHOT_STORES = /** @type {const} */ (["snapshots", "snapshotFacts"]);

/** @typedef {import("./types").SnapshotFacts} SnapshotFacts */

/**
 * Takes a snapshot, and lets go of older ones. What is the same as the newest one is not kept twice.
 * @param {IDBTransaction} transaction
 * @param {{reviewId: string, why: string, title: string, bytes: Uint8Array}} wanted
 * @param {number} dataVersion of the planner that wrote the bytes
 */
export async function takeSnapshot(transaction, { reviewId, why, title, bytes }, dataVersion) {
    const [snapshots, allFacts] = SNAPSHOT_STORES.map((name) => transaction.objectStore(name));
    if (!snapshots || !allFacts) return;
    const known = await listSnapshots(transaction);
    const newest = newestOf(known, reviewId);
    if (newest && isSame((await answer(snapshots.get(newest.key)))?.bytes, bytes)) return;
    const number = (newest?.number ?? 0) + 1;
    const facts = { key: `${reviewId} ${String(number).padStart(6, "0")}`, reviewId, number, savedAt: Date.now(), why, title, size: bytes.length };
    /** @type {Promise<unknown>[]} */
    const writing = [
        answer(snapshots.put({ reviewId, savedAt: facts.savedAt, why, title, bytes, dataVersion }, facts.key)),
        answer(allFacts.put(facts, facts.key)),
    ];
    for (const key of excess([...known, facts], facts.savedAt)) writing.push(answer(snapshots.delete(key)), answer(allFacts.delete(key)));
    await Promise.all(writing);
}

/**
 * What there is, oldest first for each review. One whose facts are gone is there all the same.
 * @param {IDBTransaction} transaction
 * @returns {Promise<SnapshotFacts[]>}
 */
export async function listSnapshots(transaction) {
    const [keys, records] = await Promise.all([
        answer(transaction.objectStore("snapshots").getAllKeys()),
        answer(transaction.objectStore("snapshotFacts").getAll()),
    ]);
    const known = new Map(records.map((record) => [record?.key, record]));
    return keys
        .map((key) => factsFor(String(key), known.get(key)))
        .sort((one, other) => one.number - other.number);
}

/**
 * @param {IDBTransaction} transaction
 * @param {string} reviewId
 */
export async function eraseSnapshots(transaction, reviewId) {
    const keys = (await listSnapshots(transaction)).filter((facts) => facts.reviewId === reviewId).map(({ key }) => key);
    await Promise.all(SNAPSHOT_STORES.flatMap((name) => keys.map((key) => answer(transaction.objectStore(name).delete(key)))));
}

/**
 * @param {IDBTransaction} transaction
 * @param {string} key
 * @returns {Promise<Uint8Array | null>}
 */
export async function readSnapshot(transaction, key) {
    const record = await answer(transaction.objectStore("snapshots").get(key));
    return record === undefined ? null : rawBytes(record);
}

/**
 * Which ones to let go. What is newer is told by number, because a clock can be set back.
 * @param {readonly SnapshotFacts[]} all
 * @param {number} now ms since 1970 UTC
 * @returns {Set<string>} keys
 */
export function excess(all, now) {
    /** @type {Set<string>} */
    const leaving = new Set();
    const spare = all.filter(({ reviewId, key }) => newestOf(all, reviewId)?.key !== key);
    for (const facts of spare) {
        const newer = all.filter(({ reviewId, number }) => reviewId === facts.reviewId && number > facts.number);
        if (newer.length >= MOST || now - facts.savedAt > LONGEST) leaving.add(facts.key);
    }
    const rest = spare.filter(({ key }) => !leaving.has(key)).sort((one, other) => one.savedAt - other.savedAt);
    let size = all.reduce((sum, facts) => sum + (leaving.has(facts.key) ? 0 : facts.size), 0);
    for (const facts of rest) {
        if (size <= MOST_BYTES) break;
        leaving.add(facts.key);
        size -= facts.size;
    }
    return leaving;
}

/** @param {readonly SnapshotFacts[]} all @param {string} review */
function newestOf(all, review) {
    const own = all.filter(({ reviewId }) => reviewId === review);
    return own.reduce((newest, facts) => (newest && newest.number > facts.number ? newest : facts), own[0]);
}

/** @param {string} key @param {any} record @returns {SnapshotFacts} */
function factsFor(key, record) {
    const [, reviewId = key, digits = "0"] = /^(.*) (\d+)$/.exec(key) ?? [];
    /** @param {unknown} value */
    const text = (value) => (typeof value === "string" ? value : "");
    return {
        key,
        reviewId,
        number: Number(digits),
        savedAt: Number.isFinite(record?.savedAt) ? record.savedAt : 0,
        why: text(record?.why),
        title: text(record?.title),
        size: Number.isFinite(record?.size) ? record.size : 0,
    };
}

/** @param {unknown} kept @param {Uint8Array} bytes */
function isSame(kept, bytes) {
    return kept instanceof Uint8Array && kept.length === bytes.length && kept.every((byte, index) => byte === bytes[index]);
}
