/** The address bar: one address per screen, Back and Forward, the title. */

export class Router {
    #arrived;
    #window;
    #current;

    /**
     * @param {(hash: string) => void} arrived the person went to another address
     * @param {Window & typeof globalThis} [view]
     */
    constructor(arrived, view = window) {
        this.#arrived = arrived;
        this.#window = view;
        this.#current = view.location.hash;
        // The planner itself knows how far each screen was scrolled.
        view.history.scrollRestoration = "manual";
        // Both come for a typed address; Back between two addresses of the planner gives the first one everywhere.
        view.addEventListener("popstate", () => this.#look());
        view.addEventListener("hashchange", () => this.#look());
    }

    get hash() {
        return this.#current;
    }

    /**
     * @param {string} hash with its "#"
     * @param {boolean} replace no new step for Back
     */
    go(hash, replace) {
        if (hash === this.#current) return;
        this.#current = hash;
        if (replace) this.#window.history.replaceState(null, "", hash);
        else this.#window.history.pushState(null, "", hash);
    }

    /** @param {string} text */
    title(text) {
        this.#window.document.title = text;
    }

    #look() {
        const hash = this.#window.location.hash;
        if (hash === this.#current) return;
        this.#current = hash;
        this.#arrived(hash);
    }
}
