/** Heights of texts with characters that the planner's own fonts lack: the browser sets those, so it measures them. */

import { fineTextFactor } from "./fine-text.js";

/** Measurements kept; more than a screen full of texts at a few widths. */
const KEPT = 2000;

export class TextMeasure {
    /** @type {HTMLElement} */
    #probe;
    /** @type {Map<string, number>} */
    #known = new Map();

    constructor() {
        this.#probe = document.createElement("div");
        this.#probe.className = "measure";
        this.#probe.setAttribute("aria-hidden", "true");
        document.body.append(this.#probe);
    }

    /**
     * Height in CSS px of `text` broken at `width`, in the same setting as a text field.
     * @param {string} text
     * @param {number} size
     * @param {number} line
     * @param {number} weight
     * @param {number} width
     */
    height(text, size, line, weight, width) {
        const key = `${size} ${line} ${weight} ${width} ${text}`;
        const known = this.#known.get(key);
        if (known !== undefined) return known;
        const { style } = this.#probe;
        const fine = fineTextFactor();
        style.fontSize = `${size * fine}px`;
        style.lineHeight = `${line * fine}px`;
        style.fontWeight = String(weight);
        style.width = `${width * fine}px`;
        // An ending line break opens a new line in a text field, but not in a block.
        this.#probe.textContent = text.endsWith("\n") || text === "" ? `${text}\u200b` : text;
        const height = this.#probe.getBoundingClientRect().height / fine;
        this.#probe.textContent = "";
        if (this.#known.size >= KEPT) this.#known.clear();
        this.#known.set(key, height);
        return height;
    }
}
