/** What the browser says about what it keeps: whether it promised not to clear it away, and how much there is. */

/** @typedef {"promised" | "may-go" | "unknown"} Promised */

export class Persistence {
    #manager;
    #isSilent;
    #asked = false;

    /**
     * @param {StorageManager | undefined} manager
     * @param {boolean} isSilent asking shows people nothing: so it is in the browsers of Chromium, which know themselves by this
     */
    constructor(manager, isSilent) {
        this.#manager = manager;
        this.#isSilent = isSilent;
    }

    /** Something of somebody was saved: worth keeping. Where a question would appear, only people's own click asks. */
    saved() {
        if (!this.#isSilent || this.#asked) return;
        void this.ask();
    }

    /** Asks the browser to keep everything. What it answers is seen in `facts`. */
    async ask() {
        this.#asked = true;
        try {
            if (!(await this.#manager?.persisted())) await this.#manager?.persist();
        } catch {
            // then it promised nothing
        }
    }

    /** @returns {Promise<{kept: Promised, used: number, room: number}>} bytes; 0: not known */
    async facts() {
        return { kept: await this.#kept(), ...(await this.#estimate()) };
    }

    /** @returns {Promise<Promised>} */
    async #kept() {
        try {
            if (!this.#manager?.persisted) return "unknown";
            return (await this.#manager.persisted()) ? "promised" : "may-go";
        } catch {
            return "unknown";
        }
    }

    async #estimate() {
        try {
            const { usage = 0, quota = 0 } = (await this.#manager?.estimate()) ?? {};
            return { used: usage, room: quota };
        } catch {
            return { used: 0, room: 0 };
        }
    }
}
