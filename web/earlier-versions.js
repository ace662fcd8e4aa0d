/** What the planner asks about earlier versions of reviews: take one, list them, give one, erase those of a review. */

import { Status, answer, asStorageError } from "./database.js";
import { SNAPSHOT_STORES, eraseSnapshots, listSnapshots, readSnapshot, takeSnapshot } from "./storage-snapshots.js";
import { bytesOf, giveWayTo, titleIn } from "./storage-save.js";
import { rawBytes } from "./raw-bytes.js";

export class EarlierVersions {
    #storage;

    /** @param {Pick<import("./storage.js").ReviewStorage, "transact" | "dataVersion">} storage */
    constructor(storage) {
        this.#storage = storage;
    }

    /**
     * Without bytes: of the review as it is stored. Where nothing is stored, there is nothing to keep.
     * @param {{reviewId: string, why: string, title: string}} facts
     * @param {Uint8Array} bytes
     * @returns {Promise<number>} status
     */
    take(facts, bytes) {
        const { dataVersion } = this.#storage;
        return this.#status(
            this.#storage.transact("readwrite", ["reviews", "summaries", ...SNAPSHOT_STORES], async (transaction) => {
                if (bytes.length > 0) return takeSnapshot(transaction, { ...facts, bytes }, dataVersion);
                const [record, summary] = await Promise.all(
                    ["reviews", "summaries"].map((store) => answer(transaction.objectStore(store).get(facts.reviewId))),
                );
                if (record === undefined) return undefined;
                giveWayTo(record.dataVersion, dataVersion);
                const stored = { ...facts, title: facts.title || titleIn(summary?.summary), bytes: bytesOf(record) ?? rawBytes(record) };
                return takeSnapshot(transaction, stored, record.dataVersion);
            }),
        );
    }

    /** @returns {Promise<import("./types").SnapshotFacts[]>} newest first; none when storage does not give them */
    async list() {
        const found = await this.#storage.transact("readonly", SNAPSHOT_STORES, listSnapshots).catch(() => []);
        return found.sort((one, other) => other.savedAt - one.savedAt || other.number - one.number);
    }

    /** @param {string} key @returns {Promise<import("./types").Loaded>} */
    async load(key) {
        try {
            const bytes = await this.#storage.transact("readonly", SNAPSHOT_STORES, (transaction) => readSnapshot(transaction, key));
            return { status: bytes ? 0 : 1, bytes: bytes ?? new Uint8Array() };
        } catch {
            return { status: 2, bytes: new Uint8Array() };
        }
    }

    /** @param {string} reviewId @returns {Promise<number>} status */
    erase(reviewId) {
        return this.#status(this.#storage.transact("readwrite", SNAPSHOT_STORES, (transaction) => eraseSnapshots(transaction, reviewId)));
    }

    /** @param {Promise<unknown>} outcome */
    #status(outcome) {
        return outcome.then(
            () => Status.done,
            (error) => asStorageError(error).status,
        );
    }
}
