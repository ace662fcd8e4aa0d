/**
 * Mouse, touch and pen for the canvas. The mirror lies over it, so events are taken from the window. A mouse press goes to the
 * planner as it is; of a touch only the tap does, because a touch that moves pans the page by the browser's own means.
 */

const Type = Object.freeze({ move: 0, down: 1, up: 2, leave: 3 });
const Kind = Object.freeze({ mouse: 0, touch: 1, pen: 2 });

/** Buttons of the planner by number of the DOM: left, middle, right, back, forward. */
const BUTTONS = [0, 2, 1, 3, 4];

/**
 * @typedef {object} Parts
 * @property {HTMLElement} canvas
 * @property {import("./bridge.js").Bridge} bridge
 * @property {import("./mirror.js").Mirror} mirror
 * @property {() => void} changed
 */

export class Pointer {
    #canvas;
    #bridge;
    #mirror;
    #changed;
    /** Button that the planner holds for down; -1 none. */
    #held = -1;
    #heldPointer = 0;
    /** Kind of the last press: a click does not tell in every browser. */
    #kind = "mouse";
    /** A press was seen that no click has followed yet; tools for the blind click without one. */
    #pressSeen = false;
    /** The press that leads to the next click went to the planner. */
    #pressForwarded = false;

    /** @param {Parts} parts */
    constructor({ canvas, bridge, mirror, changed }) {
        this.#canvas = canvas;
        this.#bridge = bridge;
        this.#mirror = mirror;
        this.#changed = changed;
        const options = { capture: true, passive: true };
        addEventListener("pointermove", (event) => this.#moved(event), options);
        addEventListener("pointerdown", (event) => this.#pressed(event), options);
        addEventListener("pointerup", (event) => this.#released(event), options);
        addEventListener("pointercancel", (event) => this.#cancelled(event), options);
        document.documentElement.addEventListener("pointerleave", (event) => this.#left(event), options);
        addEventListener("click", (event) => this.#clicked(event), { capture: true });
        addEventListener("contextmenu", (event) => this.#longPressed(event));
        addEventListener("blur", () => this.#letGo());
    }

    /** The planner saw the press that led to the click going on, so the control must not act on it once more. */
    get clickForwarded() {
        return this.#pressForwarded;
    }

    /** @param {PointerEvent} event */
    #moved(event) {
        if (event.pointerType === "touch" && this.#heldPointer !== event.pointerId) return;
        // The button went up where we could not see it: outside the window, or over a list of the browser.
        if (this.#held >= 0 && event.pointerId === this.#heldPointer && event.buttons === 0) this.#letGo();
        this.#tell(Type.move, event, 0);
    }

    /** @param {PointerEvent} event */
    #pressed(event) {
        this.#kind = event.pointerType;
        this.#pressSeen = true;
        this.#pressForwarded = false;
        this.#mirror.reportScrolls();
        if (event.pointerType === "touch" && !this.#mirror.isDragHandle(event.target)) return;
        if (this.#held >= 0 || this.#isBrowsers(event)) return;
        this.#held = BUTTONS[event.button] ?? 0;
        this.#heldPointer = event.pointerId;
        this.#pressForwarded = true;
        this.#tell(Type.move, event, 0);
        this.#tell(Type.down, event, this.#held);
    }

    /** @param {PointerEvent} event */
    #released(event) {
        if (this.#held < 0 || event.pointerId !== this.#heldPointer) return;
        this.#tell(Type.move, event, 0);
        this.#tell(Type.up, event, this.#held);
        this.#held = -1;
        if (event.pointerType === "touch") this.#tell(Type.leave, event, 0);
    }

    /** @param {PointerEvent} event */
    #cancelled(event) {
        if (event.pointerId === this.#heldPointer) this.#letGo();
    }

    /** @param {PointerEvent} event */
    #left(event) {
        if (event.pointerType !== "touch" && this.#held < 0) this.#tell(Type.leave, event, 0);
    }

    /** @param {MouseEvent} event */
    #clicked(event) {
        if (event.detail === 0) this.#pressForwarded = false; // by a key or a script
        else if (this.#pressSeen && this.#kind === "touch") this.#tapped(event);
        this.#pressSeen = false;
        setTimeout(() => (this.#pressForwarded = false)); // after the listeners of this click
    }

    /** @param {MouseEvent} event */
    #tapped(event) {
        if (this.#pressForwarded || this.#isBrowsers(event)) return;
        this.#pressForwarded = true;
        this.#tell(Type.move, event, 0);
        this.#tell(Type.down, event, 0);
        this.#tell(Type.up, event, 0);
        this.#tell(Type.leave, event, 0); // no finger hovers
    }

    /** @param {MouseEvent} event */
    #longPressed(event) {
        if (this.#kind !== "touch" || this.#mirror.hasOwnMenu(event.target)) return;
        event.preventDefault();
        this.#tell(Type.move, event, 1);
        this.#tell(Type.down, event, 1);
        this.#tell(Type.up, event, 1);
        this.#tell(Type.leave, event, 1);
    }

    /** Ends a press whose end can not be seen any more. */
    #letGo() {
        if (this.#held < 0) return;
        this.#bridge.tell("pointer", Type.up, -1, -1, this.#held, Kind.mouse);
        this.#held = -1;
        this.#changed();
    }

    /**
     * Presses that the browser's own controls handle: text fields, lists, scroll bars, links in a new tab.
     * @param {MouseEvent} event
     */
    #isBrowsers(event) {
        if (!(event.target instanceof Element)) return true;
        if (!this.#mirror.covers(event.target)) return event.target !== this.#canvas;
        return (
            this.#mirror.isNativeControl(event.target) ||
            (this.#mirror.isLink(event.target) && (event.ctrlKey || event.metaKey || event.shiftKey || event.button === 1)) ||
            isOnScrollbar(event)
        );
    }

    /**
     * @param {number} type
     * @param {MouseEvent} event
     * @param {number} button
     */
    #tell(type, event, button) {
        const box = this.#canvas.getBoundingClientRect();
        const kind = "pointerType" in event ? String(event.pointerType) : this.#kind;
        this.#bridge.tell(
            "pointer",
            type,
            event.clientX - box.left,
            event.clientY - box.top,
            button,
            kind === "touch" ? Kind.touch : kind === "pen" ? Kind.pen : Kind.mouse,
        );
        this.#changed();
    }
}

/** @param {MouseEvent} event */
function isOnScrollbar(event) {
    const area = event.target;
    if (!(area instanceof HTMLElement) || !area.classList.contains("scroll")) return false;
    const box = area.getBoundingClientRect();
    return event.clientX - box.left >= area.clientWidth || event.clientY - box.top >= area.clientHeight;
}
