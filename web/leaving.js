/**
 * Asks before the page is closed while that would lose work: a review whose last save failed, or one that is only in this tab
 * and was not downloaded since. The browser is asked to ask only as long as that is so, because a page that listens for its
 * closing is not kept for Back and Forward.
 */

export class Leaving {
    #window;
    #failing = false;
    /** Reviews that are only in this tab. @type {Set<string>} */
    #onlyHere = new Set();
    /** Reviews that were open in this tab. An address alone may be of a review that is gone. @type {Set<string>} */
    #met = new Set();

    /** @param {Pick<Window, "addEventListener" | "removeEventListener">} [view] */
    constructor(view = window) {
        this.#window = view;
    }

    /** @param {boolean} failing the last save of some review failed */
    saves(failing) {
        this.#failing = failing;
        this.#update();
    }

    /**
     * In a tab that keeps nothing, something was typed or chosen.
     * @param {string} hash address of the screen
     */
    typed(hash) {
        const id = reviewAt(hash);
        if (id === null) return;
        this.#met.add(id);
        this.#onlyHere.add(id);
        this.#update();
    }

    /**
     * In a tab that keeps nothing, a button was pressed, which may have changed something.
     * @param {string} hash address of the screen
     */
    pressed(hash) {
        if (this.#met.has(reviewAt(hash) ?? "")) this.typed(hash);
    }

    /**
     * In a tab that keeps nothing, the planner opened a screen; of a review that was just made, perhaps.
     * @param {string} hash address of the screen
     */
    opened(hash) {
        if (!this.#met.has(reviewAt(hash) ?? "")) this.typed(hash);
    }

    /** @param {Uint8Array} bytes of a file that was handed to the person */
    downloaded(bytes) {
        if (this.#onlyHere.size === 0) return;
        const id = reviewIn(bytes);
        if (id !== null) this.#onlyHere.delete(id);
        this.#update();
    }

    #update() {
        // Adding it twice, and removing what is not there, changes nothing.
        if (this.#failing || this.#onlyHere.size > 0) this.#window.addEventListener("beforeunload", ask);
        else this.#window.removeEventListener("beforeunload", ask);
    }
}

/** @param {BeforeUnloadEvent} event */
function ask(event) {
    event.preventDefault();
    event.returnValue = true; // for browsers from before 2023
}

/** @param {string} hash @returns {string | null} id of the review of a screen */
function reviewAt(hash) {
    const part = /^#\/review\/([^/]+)/.exec(hash)?.[1];
    if (part === undefined) return null;
    try {
        return decodeURIComponent(part);
    } catch {
        return part;
    }
}

/** @param {Uint8Array} bytes @returns {string | null} id of the review in a file */
function reviewIn(bytes) {
    try {
        const id = JSON.parse(new TextDecoder().decode(bytes))?.id;
        return typeof id === "string" ? id : null;
    } catch {
        return null; // a file of another kind
    }
}
