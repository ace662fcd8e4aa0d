/** A page without a browser: the DOM that the mirror needs, and a planner that writes down what it is told. */

import { Bridge } from "../../../web/bridge.js";

const NAMES = [
    "document", "window", "Node", "Element", "HTMLElement", "HTMLInputElement", "HTMLTextAreaElement", "HTMLSelectElement",
    "HTMLButtonElement", "Option", "Event", "KeyboardEvent", "MouseEvent", "InputEvent", "CompositionEvent", "FocusEvent",
];

/** Puts a fresh document under the modules. @returns {Promise<any>} its window */
export async function openPage() {
    const { JSDOM } = /** @type {any} */ (await import(String("jsdom")));
    const { window } = new JSDOM('<!doctype html><html lang="nl"><body><div id="mirror"></div></body></html>', {
        url: "https://school.example/planner/",
        pretendToBeVisual: true,
    });
    for (const name of NAMES) Object.defineProperty(globalThis, name, { value: window[name] ?? window, configurable: true });
    // Nothing is laid out here: a scroll area takes every position.
    window.Element.prototype.scrollTo = function ({ left = 0, top = 0 }) {
        this.scrollLeft = left;
        this.scrollTop = top;
    };
    return window;
}

/** A planner of recorded calls, reached through a real bridge. */
export class RecordingPlanner {
    heap = new Uint8Array(1 << 20);
    /** @type {string[]} */
    calls = [];
    /** The texts in which the person typed what `action` told. @type {string[]} */
    bases = [];
    /** Answers of exports by name. @type {Record<string, (...texts: string[]) => number>} */
    answers = {};
    #top = 8;
    blocks = 0;

    constructor() {
        this.crashes = /** @type {unknown[]} */ ([]);
        this.bridge = new Bridge((error) => this.crashes.push(error));
        const planner = this;
        this.module = /** @type {any} */ (
            new Proxy(
                {},
                {
                    get(_, name) {
                        if (name === "_malloc") return (/** @type {number} */ size) => planner.#take(size);
                        if (name === "_free") return () => (planner.blocks -= 1);
                        if (name === "memory") return () => planner.heap;
                        return (/** @type {number[]} */ ...numbers) => planner.#called(String(name).slice("_planner_".length), numbers);
                    },
                },
            )
        );
        this.bridge.attach(this.module);
    }

    /** @param {number} size */
    #take(size) {
        if (size > this.heap.length / 2) return 0;
        this.blocks += 1;
        const block = this.#top;
        this.#top = this.blocks === 1 ? 8 : this.#top + size;
        return block;
    }

    /** Texts come as pointer and length. @param {string} name @param {number[]} numbers */
    #called(name, numbers) {
        const text = (/** @type {number} */ index) => {
            const [start = 0, length = 0] = numbers.slice(2 * index);
            return new TextDecoder().decode(this.heap.slice(start, start + length));
        };
        if (name === "action" && numbers.length === 8) {
            this.bases.push(text(3));
            numbers.length = 6;
        }
        const texts = TEXTS[name] ?? 0;
        const parts = [...Array(texts).keys()].map(text);
        parts.push(...numbers.slice(2 * texts).map(String));
        this.calls.push([name, ...parts].join(" ").trimEnd());
        return this.answers[name]?.(...parts) ?? 0;
    }

    /** What was called since the last look. */
    take() {
        return this.calls.splice(0);
    }
}

/** Texts that lead the parameters of an export. @type {Record<string, number>} */
const TEXTS = { action: 3, focused: 1, scrolled: 1, key: 1, saved: 1, route: 1, file: 2, index: 1, save_image: 3 };
