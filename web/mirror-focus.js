/** The keyboard focus: told to the planner, given by it, and never lost when a control goes away. */

import { isTextLike } from "./mirror-elements.js";
import { uncover } from "./mirror-scroll.js";

/** @typedef {import("./mirror-elements.js").Entry} Entry */

/**
 * A lost focus does not leave the part of the screen where it was, except for the heading of the screen. A region is no such
 * part: a row is one, and when it is removed the focus goes to the row or button next to it.
 */
const AREAS = "#mirror, .main, .dialog, .navigation, .banner, .complementary";

export class Focus {
    #root;
    #entryOf;
    #byId;
    #tell;
    #changed;
    #fields;
    /** Told to the planner last. */
    #told = "";
    /** What had the focus then. @type {HTMLElement | null} */
    #current = null;
    /** The keyboard was used last, so the focus must be seen. */
    #byKeyboard = false;
    /** Wanted by the planner before it was there. */
    #pending = "";
    /** Where to go back to when a dialog or menu closes. @type {{dialog: string, back: HTMLElement}[]} */
    #returns = [];

    /**
     * @param {object} parts
     * @param {HTMLElement} parts.root
     * @param {(target: EventTarget | null) => Entry | undefined} parts.entryOf
     * @param {(id: string) => Entry | undefined} parts.byId
     * @param {(name: string, ...values: (string | number)[]) => void} parts.tell
     * @param {() => void} parts.changed
     * @param {import("./text-field.js").TextFields} parts.fields
     */
    constructor({ root, entryOf, byId, tell, changed, fields }) {
        this.#root = root;
        this.#entryOf = entryOf;
        this.#byId = byId;
        this.#tell = tell;
        this.#changed = changed;
        this.#fields = fields;
        root.addEventListener("focusin", () => {
            this.sync();
            this.#uncover();
        });
        root.addEventListener("focusout", (event) => {
            const next = event.relatedTarget;
            if (!(next instanceof Node) || !root.contains(next)) this.sync();
        });
        const options = { capture: true, passive: true };
        document.addEventListener("keydown", () => (this.#byKeyboard = true), options);
        document.addEventListener("pointerdown", () => (this.#byKeyboard = false), options);
        // In a window that is not the active one, the focus moves without those two.
        for (const type of ["keydown", "keyup", "pointerup", "click", "input"]) {
            document.addEventListener(type, () => this.sync(), options);
        }
    }

    /** The element that has the focus, when it is in the mirror. @returns {HTMLElement | null} */
    get element() {
        const active = document.activeElement;
        return active instanceof HTMLElement && active !== this.#root && this.#root.contains(active) ? active : null;
    }

    /** @param {string} id "" to take the focus away */
    give(id) {
        this.#pending = "";
        const entry = this.#byId(id);
        if (entry) focusElement(entry.element);
        else if (id !== "") this.#pending = id;
        else this.element?.blur();
        this.sync();
    }

    /** Focuses what the planner wanted before it was there. */
    givePending() {
        if (this.#pending !== "" && this.#byId(this.#pending)) this.give(this.#pending);
    }

    /**
     * A dialog or menu opens: remembers where the focus was.
     * @param {string} dialog
     * @param {HTMLElement | null} back
     */
    opened(dialog, back) {
        // One dialog may follow another.
        const closed = this.#returns.findIndex((entry) => !this.#byId(entry.dialog));
        const place = closed < 0 ? back : this.#returns.splice(closed)[0]?.back;
        if (place) this.#returns.push({ dialog, back: place });
    }

    /**
     * Where the focus could go if the control that has it goes away, best first.
     * @returns {HTMLElement[]}
     */
    trail() {
        /** @type {HTMLElement[]} */
        const found = [];
        for (let element = this.element; element && !element.matches(AREAS); element = element.parentElement) {
            const siblings = /** @type {HTMLElement[]} */ ([...(element.parentElement?.children ?? [])]);
            const place = siblings.indexOf(element);
            for (const sibling of [...siblings.slice(place + 1), ...siblings.slice(0, place).reverse()]) {
                const control = sibling.matches(".operable") ? sibling : sibling.querySelector(".operable");
                if (control instanceof HTMLElement) found.push(control);
            }
            found.push(.../** @type {HTMLElement[]} */ (siblings.filter((sibling) => sibling.matches(".heading"))));
        }
        return found;
    }

    /**
     * Finds a new place when the focus got lost, unless the planner gave it one.
     * @param {HTMLElement[] | null} trail from before; null when nothing had the focus
     * @param {HTMLElement} within the open dialog, or everything
     */
    recover(trail, within) {
        const closed = this.#returns.findIndex(({ dialog }) => !this.#byId(dialog));
        const back = closed < 0 ? [] : this.#returns.splice(closed).map((entry) => entry.back);
        const isLost = !this.element || this.element.closest("[inert]") !== null;
        if (isLost && (trail || back.length > 0)) {
            const last = within.querySelector(within === this.#root ? "h1" : ".operable, .heading");
            const places = [...back, ...(trail ?? []), ...(last instanceof HTMLElement ? [last] : [])];
            const place = places.find(isReachable);
            if (place) focusElement(place);
        }
        this.sync();
    }

    /** A text stays where it is: the browser shows its caret. */
    #uncover() {
        const entry = this.#entryOf(this.element);
        if (this.#byKeyboard && entry && !isTextLike(entry.node)) uncover(entry.element);
    }

    /** Tells the planner where the focus is, if it moved. */
    sync() {
        const element = this.element;
        if (element === this.#current) return;
        const [before, now] = [this.#entryOf(this.#current), this.#entryOf(element)];
        if (before && isTextLike(before.node)) this.#fields.left(before);
        if (now && isTextLike(now.node)) this.#fields.entered(now.element);
        this.#current = element;
        const id = now?.node.id ?? "";
        if (id === "" && this.#told === "") return;
        this.#told = id;
        const visible = element !== null && (this.#byKeyboard || element.matches(":focus-visible"));
        this.#tell("focused", id, visible ? 1 : 0);
        this.#changed();
    }
}

/** @param {HTMLElement} element */
export function focusElement(element) {
    if (element.tabIndex < 0 && !element.hasAttribute("tabindex")) element.tabIndex = -1;
    element.focus();
}

/** @param {HTMLElement} element */
function isReachable(element) {
    return element.isConnected && element.closest("[inert]") === null;
}
