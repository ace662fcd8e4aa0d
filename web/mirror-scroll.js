/** Scroll areas: the browser scrolls them, with its own inertia, and the canvas follows. */

/** @typedef {import("./mirror-elements.js").Entry} Entry */

/** Positions of areas that are gone are kept for when they come back; so many at most. */
const KEPT = 200;

/** Part of the height that a page key scrolls. */
const PAGE = 0.85;
/** Of an arrow key, in CSS px. */
const STEP = 40;

/**
 * Scrolls a control into view and out from under the messages at the end of its scroll area. Firefox and WebKit leave a control
 * that is in its area where it is; asked for, they do mind the area's scroll-padding, which has room for one message.
 * @param {HTMLElement} control
 */
export function uncover(control) {
    control.scrollIntoView({ block: "nearest" });
    const area = control.closest(".scroll");
    const box = control.getBoundingClientRect();
    const messages = [...document.querySelectorAll("aside")].filter((message) => !message.contains(control) && !area?.contains(message));
    const beside = messages.map((message) => message.getBoundingClientRect()).filter(({ left, right }) => left < box.right && right > box.left);
    const top = Math.min(...beside.map((message) => message.top)), bottom = Math.max(...beside.map((message) => message.bottom));
    if (box.bottom > top && box.top < bottom) area?.scrollBy({ top: box.bottom - top + 8, behavior: "instant" });
}

export class ScrollAreas {
    #tell;
    #changed;
    /** @type {Map<string, {x: number, y: number}>} */
    #positions = new Map();
    /** Areas that became lower. @type {HTMLElement[]} */
    #shrunk = [];
    /** Areas on the page. @type {Map<string, HTMLElement>} */
    #areas = new Map();

    /**
     * @param {(name: string, ...values: (string | number)[]) => void} tell
     * @param {() => void} changed
     */
    constructor(tell, changed) {
        this.#tell = tell;
        this.#changed = changed;
    }

    /**
     * @param {Entry} entry
     * @param {number} before its height until now
     */
    update({ node, element, spacer }, before) {
        this.#areas.set(node.id, element);
        if ((node.h ?? 0) < before) this.#shrunk.push(element);
        if (!spacer) return;
        const [width, height] = node.content ?? [0, 0];
        spacer.style.width = node.axis === "x" || node.axis === "both" ? `${width}px` : "1px";
        spacer.style.height = node.axis === "x" ? "1px" : `${height}px`;
    }

    /**
     * Brings the control in use back into view when its area became lower, for a soft keyboard.
     * @param {HTMLElement} control
     */
    keepVisible(control) {
        for (const area of this.#shrunk.splice(0)) {
            const fits = control.getBoundingClientRect().height < area.clientHeight;
            if (fits && area.contains(control)) control.scrollIntoView({ block: "nearest" });
        }
    }

    /** @param {string} id */
    forget(id) {
        this.#areas.delete(id);
        if (this.#positions.size > KEPT) this.#positions.clear();
    }

    /**
     * An area that was made or moved stands at its beginning; this puts it back.
     * @param {string} id
     */
    restore(id) {
        const area = this.#areas.get(id);
        const position = this.#positions.get(id);
        if (!area || !position) return;
        area.scrollLeft = position.x;
        area.scrollTop = position.y;
        this.#report(id, area);
    }

    /**
     * @param {string} id
     * @param {number} x
     * @param {number} y
     */
    scrollTo(id, x, y) {
        const area = this.#areas.get(id);
        if (!area) {
            this.#positions.set(id, { x, y });
            return;
        }
        area.scrollTo({ left: x, top: y, behavior: "instant" });
        this.#report(id, area);
    }

    /** @param {EventTarget | null} target */
    scrolled(target) {
        if (!(target instanceof HTMLElement)) return;
        const id = target.dataset.id ?? "";
        if (this.#areas.get(id) === target) this.#report(id, target);
        // A text field is as high as its text: a scroll inside it only hides the first line.
        else if (target instanceof HTMLTextAreaElement) target.scrollTop = 0;
    }

    /** Reports what the browser has scrolled already but not told about yet. */
    reportAll() {
        for (const [id, area] of this.#areas) this.#report(id, area);
    }

    /**
     * The area that keys scroll when no control has the focus: the largest within `within`.
     * @param {Element} within
     * @param {string} key
     * @param {boolean} shift
     */
    scrollByKey(within, key, shift) {
        const area = this.#largest(within);
        if (!area) return false;
        const page = area.clientHeight * PAGE;
        /** @type {Record<string, number>} */
        const ways = {
            PageDown: page,
            PageUp: -page,
            " ": shift ? -page : page,
            ArrowDown: STEP,
            ArrowUp: -STEP,
            End: area.scrollHeight,
            Home: -area.scrollHeight,
        };
        const way = ways[key];
        if (way === undefined) return false;
        area.scrollBy({ top: way, behavior: "instant" });
        return true;
    }

    /** @param {Element} within */
    #largest(within) {
        /** @type {HTMLElement | null} */
        let largest = null;
        let surface = 0;
        for (const area of this.#areas.values()) {
            const size = area.clientWidth * area.clientHeight;
            if (!within.contains(area) || area.scrollHeight <= area.clientHeight || size <= surface) continue;
            largest = area;
            surface = size;
        }
        return largest;
    }

    /**
     * @param {string} id
     * @param {HTMLElement} area
     */
    #report(id, area) {
        const { scrollLeft: x, scrollTop: y } = area;
        const known = this.#positions.get(id);
        if (known ? known.x === x && known.y === y : x === 0 && y === 0) return;
        this.#positions.set(id, { x, y });
        this.#tell("scrolled", id, x, y);
        this.#changed();
    }
}
