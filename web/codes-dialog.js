/** A dialog over the planner, of ordinary controls. What happens in it stays in it: the planner is not told of its keys. */

export class CodesDialog {
    element = document.createElement("dialog");
    /** What stands beside the picture. */
    column = document.createElement("div");
    /** Kept when it is gone, and the focus is back where it was. @type {Promise<void>} */
    closed;
    #before = document.activeElement;

    /** @param {string} title @param {HTMLElement} [picture] */
    constructor(title, picture) {
        const heading = textElement("h2", title);
        heading.id = "codes-title";
        this.element.className = picture ? "codes" : "codes small";
        this.element.setAttribute("aria-labelledby", heading.id);
        this.column.className = "codes-column";
        this.column.append(heading);
        this.element.append(...(picture ? [picture] : []), this.column);
        // The planner listens to these on the window.
        for (const name of ["keydown", "contextmenu"]) this.element.addEventListener(name, (event) => event.stopPropagation());
        this.closed = new Promise((resolve) => {
            this.element.addEventListener("close", () => {
                window.removeEventListener("popstate", this.close);
                this.element.remove();
                const before = inPage(this.#before);
                if (before instanceof HTMLElement) before.focus({ preventScroll: true });
                resolve();
            });
        });
    }

    /** @param {HTMLElement} first gets the focus */
    open(first) {
        document.body.append(this.element);
        window.addEventListener("popstate", this.close);
        this.element.showModal();
        first.focus();
        void this.#keepAwake();
    }

    close = () => this.element.close();

    async #keepAwake() {
        try {
            const lock = await navigator.wakeLock.request("screen");
            await this.closed;
            await lock.release();
        } catch {
            // This browser has none, or its battery is low.
        }
    }
}

/** What stands for the same thing now: the mirror may have made it anew. @param {Element | null} element */
function inPage(element) {
    if (!(element instanceof HTMLElement) || element.isConnected) return element;
    const { id } = element.dataset;
    return [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-id]"))].find(({ dataset }) => dataset.id === id) ?? null;
}

/** @param {string} tag @param {string} [text] */
export function textElement(tag, text = "") {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
}

/** @param {string} label @param {() => void} pressed */
export function button(label, pressed) {
    const made = /** @type {HTMLButtonElement} */ (textElement("button", label));
    made.type = "button";
    made.addEventListener("click", pressed);
    return made;
}

/** @param {...HTMLElement} buttons */
export function row(...buttons) {
    const made = textElement("div");
    made.className = "codes-row";
    made.append(...buttons);
    return made;
}
