/** Codes without a screen and a camera: pictures as pixels, and a page whose canvases and cameras are made of them. */

import { File } from "node:buffer";
import { paint, picturesOf } from "../../../web/codes-picture.js";
import { textsOf, wholeOf } from "../../../web/codes-parts.js";
import { openPage } from "./page.mjs";

/** @typedef {{ width: number, height: number, data: Uint8ClampedArray<ArrayBuffer> }} Image */

/** What a drawing context does with an image of its own. @param {any} canvas */
function contextOf(canvas) {
    /** @type {Image} */
    let image = { width: 0, height: 0, data: new Uint8ClampedArray() };
    return {
        fillStyle: "",
        fillRect(/** @type {number} */ left, /** @type {number} */ top, /** @type {number} */ width, /** @type {number} */ height) {
            if (image.width !== canvas.width) image = { width: canvas.width, height: canvas.height, data: new Uint8ClampedArray(canvas.width * canvas.height * 4) };
            for (let y = top; y < top + height; y += 1) {
                for (let x = left; x < left + width; x += 1) image.data.set(this.fillStyle === "#fff" ? [255, 255, 255, 255] : [0, 0, 0, 255], (y * image.width + x) * 4);
            }
        },
        /** A video shows the image that a test gives it, which is as large as its square. */
        drawImage: (/** @type {any} */ video) => void (image = video.shown),
        getImageData: () => ({ ...image, data: image.data.slice() }),
    };
}

/** @returns {any} */
export function fakeCanvas() {
    const canvas = { width: 0, height: 0, style: {}, getContext: () => context };
    const context = contextOf(canvas);
    return canvas;
}

/** @param {string[]} texts @param {number} [room] in pixels @returns {Image[]} the pictures of codes, as the dialog shows them */
export function imagesOf(texts, room = 303) {
    const picture = picturesOf(texts);
    return texts.map((_, index) => {
        const canvas = fakeCanvas();
        paint(canvas, picture(index), room, 1);
        return canvas.getContext().getImageData();
    });
}

/** @param {string} name @param {Uint8Array} bytes */
export const seriesOf = async (name, bytes) => textsOf(await wholeOf(name, bytes));

/** Bytes that nothing makes smaller, always the same. @param {number} length */
export function noise(length) {
    let state = 1;
    return Uint8Array.from({ length }, () => (state = (state * 48271) % 2147483647) & 255);
}

/** The same in another order. @template T @param {T[]} list */
export const shuffled = (list) => list.map((each, index) => ({ each, place: (index * 7919 + 13) % 101 })).sort((one, other) => one.place - other.place).map(({ each }) => each);

/**
 * A page with dialogs, canvases and a camera.
 * @param {object} [has]
 * @param {() => Promise<any>} [has.camera] what getUserMedia does
 * @param {boolean} [has.stillness] the person asks for little movement
 */
export async function openCodesPage({ camera = async () => new FakeStream(), stillness = false } = {}) {
    const window = await openPage();
    const dialog = window.HTMLDialogElement.prototype;
    dialog.showModal = function () {
        this.open = true;
    };
    dialog.close = /** @this {HTMLDialogElement} */ function () {
        if (!this.open) return;
        this.open = false;
        this.dispatchEvent(new window.Event("close"));
    };
    window.matchMedia = () => ({ matches: stillness });
    window.HTMLMediaElement.prototype.play = async () => {};
    /** @type {WeakMap<object, any>} */
    const contexts = new WeakMap();
    window.HTMLCanvasElement.prototype.getContext = function () {
        if (!contexts.has(this)) contexts.set(this, contextOf(this));
        return contexts.get(this);
    };
    const navigator = { mediaDevices: { getUserMedia: camera } };
    for (const [name, value] of Object.entries({ navigator, File })) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    const before = window.document.createElement("button");
    before.textContent = "Deel";
    window.document.body.append(before);
    before.focus();
    return new CodesPage(window);
}

export class FakeStream {
    stopped = 0;
    /** @type {() => void} */
    unplug = () => {};
    getVideoTracks() {
        return this.getTracks();
    }
    getTracks() {
        return [{ stop: () => void (this.stopped += 1), getSettings: () => ({}), addEventListener: (/** @type {string} */ _, /** @type {() => void} */ ended) => (this.unplug = ended) }];
    }
}

/** Looks at the dialog on the page as a person does. */
export class CodesPage {
    /** @param {any} window */
    constructor(window) {
        this.window = window;
        this.document = /** @type {Document} */ (window.document);
    }
    get dialog() {
        return /** @type {HTMLDialogElement | null} */ (this.document.querySelector("dialog"));
    }
    get text() {
        return this.dialog?.textContent ?? "";
    }
    get message() {
        return this.dialog?.querySelector(".codes-message")?.textContent ?? "";
    }
    /** Names of the buttons that are there. */
    get buttons() {
        return this.#buttons.map(({ textContent }) => textContent);
    }
    get #buttons() {
        return [...(this.dialog?.querySelectorAll("button") ?? [])].filter(({ hidden }) => !hidden);
    }
    /** @param {string} name */
    press(name) {
        const button = this.#buttons.find(({ textContent }) => textContent === name);
        if (!button) throw new Error(`no button ${name} but ${this.buttons}`);
        button.focus();
        button.click();
    }
    /** What is painted now. @returns {Image} */
    get image() {
        const canvas = /** @type {any} */ (this.document.querySelector("dialog canvas"));
        return canvas.getContext("2d").getImageData();
    }
    /** Text of what has the focus; nothing when it fell out. */
    get focused() {
        const { activeElement, body } = this.document;
        return activeElement === body ? undefined : activeElement?.textContent;
    }
}

/** Not one that a test moves by hand. */
const timer = globalThis.setTimeout;

/** @param {() => unknown} condition */
export async function until(condition) {
    const end = Date.now() + 30_000;
    while (!condition()) {
        if (Date.now() > end) throw new Error(`never: ${condition}`);
        await new Promise((resolve) => timer(resolve, 2));
    }
}

/** The part that the page fetches later; it looks at the page when it is loaded. */
export const codesLater = () => import("../../../web/later.js");
