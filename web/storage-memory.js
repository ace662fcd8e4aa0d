/** The same as the database for as long as the tab is open, for browsers that keep nothing. */

export class MemoryStore {
    /** @type {Map<string, {bytes: Uint8Array, summary: string}>} */
    #reviews = new Map();

    /**
     * @param {string} id
     * @returns {import("./types").Loaded}
     */
    load(id) {
        const review = this.#reviews.get(id);
        return review ? { status: 0, bytes: review.bytes } : { status: 1, bytes: new Uint8Array() };
    }

    /**
     * @param {string} id
     * @param {(id: string, stored: Uint8Array | null, summary: string) => import("./types").SaveImage} image
     */
    save(id, image) {
        const stored = this.#reviews.get(id);
        let answer = image(id, stored?.bytes ?? null, stored?.summary ?? "");
        if (answer.decision === "unreadable") answer = image(id, null, "");
        if (answer.decision === "write") this.#reviews.set(id, { bytes: answer.bytes, summary: answer.summary });
        if (answer.decision === "erase") this.#reviews.delete(id);
    }

    summaries() {
        return [...this.#reviews.values()].map((review) => review.summary);
    }
}
