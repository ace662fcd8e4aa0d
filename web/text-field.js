/**
 * Fields that the browser edits: what is typed goes to the planner with every `input` event, whole and together with the text in
 * which it was typed, and what the planner has comes back without disturbing the person who types. Nothing is ever written into
 * a field while a composition runs.
 */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} TextElement */
/** @typedef {import("./mirror-elements.js").Entry} Entry */

/** A year before this one is a year being typed: 2 of 2026 (year). */
const FIRST_YEAR = 1900;

/**
 * @param {unknown} element
 * @returns {element is TextElement}
 */
export function isTextElement(element) {
    return (
        element instanceof HTMLTextAreaElement ||
        (element instanceof HTMLInputElement && !["checkbox", "radio", "file"].includes(element.type))
    );
}

/**
 * The text after a change of `before` into `after`, and where a caret at `caret` of `before` belongs.
 * @param {string} before
 * @param {string} after
 * @param {number} caret
 */
export function moveCaret(before, after, caret) {
    const limit = Math.min(before.length, after.length);
    let prefix = 0;
    while (prefix < limit && before[prefix] === after[prefix]) prefix += 1;
    if (caret <= prefix) return caret;
    let suffix = 0;
    while (suffix < limit - prefix && before[before.length - 1 - suffix] === after[after.length - 1 - suffix]) suffix += 1;
    if (caret >= before.length - suffix) return caret + after.length - before.length;
    return after.length - suffix;
}

export class TextFields {
    #tell;
    #changed;
    /** @type {TextElement | null} */
    #composing = null;
    /** Counts the compositions: the next may start before the end of the last one is dealt with. */
    #compositions = 0;
    /**
     * Fields in which something was typed that the planner has not dealt with yet: that takes it one or two frames. What it shows
     * meanwhile, an echo or a text from elsewhere, it shows without knowing of it. Written into the field, that would be what the
     * next letter is typed in, and what was typed just now would seem to have been seen and replaced. @type {Set<Entry>}
     */
    #typed = new Set();
    /**
     * The text that each field held before what is typed next: what the planner gave last, or what was typed in it since. Goes
     * along with what is typed, so that a text which came in meanwhile and was never seen here is not taken for replaced.
     * @type {WeakMap<Element, string>}
     */
    #bases = new WeakMap();
    /** Fields that were left and still show their text until the canvas does. @type {Set<Element>} */
    #leaving = new Set();

    /**
     * @param {(name: string, ...values: (string | number)[]) => void} tell
     * @param {() => void} changed
     */
    constructor(tell, changed) {
        this.#tell = tell;
        this.#changed = changed;
    }

    /**
     * Writes what the planner has into the field, where it differs and nobody is ahead of it there.
     * @param {Entry} entry
     */
    write(entry) {
        const { element } = entry;
        if (!isTextElement(element) || element === this.#composing || this.#typed.has(entry)) return;
        const value = entry.node.value ?? "";
        if (element.value === value) this.#bases.set(element, value);
        else this.#overwrite(element, value);
    }

    /**
     * @param {TextElement} element
     * @param {string} value
     */
    #overwrite(element, value) {
        // A date or time half typed is not the planner's to wipe; `left` settles it.
        if (element === document.activeElement && isPicked(element) && !isWholeDate(element)) return;
        const caret = selectionOf(element);
        const before = element.value;
        element.value = value;
        this.#bases.set(element, value);
        if (caret && element === document.activeElement) {
            element.setSelectionRange(moveCaret(before, value, caret.start), moveCaret(before, value, caret.end));
        }
    }

    /** @param {Entry} entry */
    input(entry) {
        const { element } = entry;
        if (!isTextElement(element)) return;
        if (entry.node.wraps) joinLines(element);
        if (element instanceof HTMLTextAreaElement) growWithText(element);
        this.#typed.add(entry);
        if (isPicked(element)) {
            if (isWholeDate(element)) this.#tellText(entry.node.id, "change", element);
        } else {
            this.#tellText(entry.node.id, "input", element);
        }
        this.#changed();
    }

    /**
     * @param {string} id
     * @param {"input" | "change"} kind
     * @param {TextElement} element
     */
    #tellText(id, kind, element) {
        const base = this.#bases.get(element) ?? "";
        this.#bases.set(element, element.value);
        this.#tell("action", id, kind, element.value, base);
    }

    /** @param {Entry} entry */
    compositionStarted({ element }) {
        if (!isTextElement(element)) return;
        this.#composing = element;
        this.#compositions += 1;
    }

    /** @param {Entry} entry */
    compositionEnded(entry) {
        const ended = this.#compositions;
        // Browsers differ in which comes last, the end of the composition or its text.
        setTimeout(() => {
            if (ended === this.#compositions) this.#composing = null;
            if (isTextElement(entry.element)) this.#typed.add(entry);
            this.#changed();
        });
    }

    /** @param {Element} element */
    entered(element) {
        this.#leaving.delete(element);
        element.classList.add("editing");
    }

    /** @param {Entry} entry */
    left(entry) {
        const { element } = entry;
        this.#leaving.add(element);
        if (isTextElement(element) && isPicked(element)) {
            const value = entry.node.value ?? "";
            if (element.validity.badInput) {
                element.value = value;
                this.#bases.set(element, value);
            } else if (element.value !== value) {
                this.#tellText(entry.node.id, "change", element);
            }
        }
        this.#tell("action", entry.node.id, "blur", "");
    }

    /** The canvas shows the texts of fields that were left. */
    afterFrame() {
        for (const element of this.#leaving) {
            if (element !== document.activeElement) element.classList.remove("editing");
        }
        this.#leaving.clear();
    }

    /** The planner has dealt with everything it was told: what it has now is what it means. */
    agree() {
        for (const entry of [...this.#typed]) {
            if (entry.element === this.#composing) continue;
            this.#typed.delete(entry);
            this.write(entry);
        }
    }

    /** @param {Entry} entry */
    forget(entry) {
        this.#typed.delete(entry);
        if (this.#composing === entry.element) this.#composing = null;
    }
}

/** Edited in parts, with a value only when all are filled in. @param {TextElement} element */
function isPicked(element) {
    return element.type === "date" || element.type === "time";
}

/** @param {TextElement} element */
function isWholeDate(element) {
    if (element.validity.badInput) return false;
    return element.type !== "date" || element.value === "" || Number(element.value.slice(0, element.value.indexOf("-"))) >= FIRST_YEAR;
}

/** A text field grows at once; the planner gives it its place in the next frame. @param {HTMLTextAreaElement} area */
function growWithText(area) {
    const missing = area.scrollHeight - area.clientHeight;
    if (missing > 0) area.style.height = `${area.offsetHeight + missing}px`;
}

/** Of what is pasted into one paragraph the lines follow each other, each character at its place. @param {TextElement} element */
function joinLines(element) {
    if (!element.value.includes("\n")) return;
    const caret = selectionOf(element);
    element.value = element.value.replaceAll("\n", " ");
    if (caret) element.setSelectionRange(caret.start, caret.end);
}

/** @param {TextElement} element */
function selectionOf(element) {
    const { selectionStart: start, selectionEnd: end } = element;
    return start === null || end === null ? null : { start, end };
}
