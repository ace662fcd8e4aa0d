/** Keeps the page for use without a network, and offers a newer version when there is one. */

import { WASM_BYTES } from "./assets.js";

/** After the planner is in use, in ms, what is not needed now is fetched. */
const SPARE_TIME = 10_000;

/** The shortest time between two looks for a newer version, in ms. */
const LOOK_AGAIN = 60 * 60 * 1000;

export class Updates {
    #available;
    /** @type {ServiceWorkerRegistration | null} */
    #registration = null;
    #applying = false;
    #looked = 0;

    /** @param {() => void} available a newer version is ready and waits */
    constructor(available) {
        this.#available = available;
    }

    /** To be called when the planner is in use already: it fetches every file once more. */
    async start() {
        // From a file or on plain http there are no service workers; the planner works the same without.
        if (!("serviceWorker" in navigator) || !WASM_BYTES) return;
        try {
            const registration = await navigator.serviceWorker.register("service-worker.js");
            this.#registration = registration;
            this.#looked = Date.now();
            if (registration.waiting && navigator.serviceWorker.controller) this.#available();
            registration.addEventListener("updatefound", () => this.#follow(registration.installing));
            this.#follow(registration.installing);
            navigator.serviceWorker.addEventListener("controllerchange", () => {
                if (this.#applying) location.reload();
            });
            document.addEventListener("visibilitychange", () => this.#look());
            // A first visit has no controller yet, and fetches enough.
            const { controller } = navigator.serviceWorker;
            if (controller) setTimeout(() => controller.postMessage("spare"), SPARE_TIME);
        } catch (error) {
            console.info("no offline use:", error);
        }
    }

    /** Reloads into the version that waits. */
    apply() {
        const waiting = this.#registration?.waiting;
        if (!waiting) {
            location.reload();
            return;
        }
        this.#applying = true;
        waiting.postMessage("apply");
    }

    /** @param {ServiceWorker | null} worker */
    #follow(worker) {
        worker?.addEventListener("statechange", () => {
            // Without a controller this is the first visit: nothing to update.
            if (worker.state === "installed" && navigator.serviceWorker.controller) this.#available();
        });
    }

    #look() {
        // Also when the clock was set back by more than that.
        if (document.hidden || Math.abs(Date.now() - this.#looked) < LOOK_AGAIN) return;
        this.#looked = Date.now();
        this.#registration?.update().catch(() => {}); // no network now
    }
}
