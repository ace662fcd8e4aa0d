/** Shows a file as a series of codes, one after another, until the person closes it. */

import { button, CodesDialog, row, textElement } from "./codes-dialog.js";
import { countOf, LARGEST_WHOLE, textsOf, wholeOf } from "./codes-parts.js";
import { paint, picturesOf } from "./codes-picture.js";
import { wordsHere } from "./codes-words.js";

/** Codes in a second. */
const PACES = [1, 2, 3, 5, 8];
const USUAL_PACE = 3;

/** @param {string} name @param {Uint8Array} bytes @returns {Promise<void>} kept when the dialog is closed */
export async function showCodes(name, bytes) {
    const whole = await wholeOf(name, bytes);
    if (whole.bytes.length > LARGEST_WHOLE) return refuse(countOf(whole));
    const show = new Show(textsOf(whole));
    return show.run();
}

/** @param {number} count */
function refuse(count) {
    const words = wordsHere();
    const dialog = new CodesDialog(words.showTitle);
    const close = button(words.close, dialog.close);
    dialog.column.append(textElement("p", words.showTooLarge(count)), row(close));
    dialog.open(close);
    return dialog.closed;
}

class Show {
    #words = wordsHere();
    #count;
    #picture;
    #index = 0;
    #pace = USUAL_PACE;
    #playing = !window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #timer;
    #stage = textElement("div");
    #canvas = document.createElement("canvas");
    #progress = textElement("p");
    #paceText = textElement("p");
    #dialog = new CodesDialog(this.#words.showTitle, this.#stage);
    #play = button("", () => this.#setPlaying(!this.#playing));
    #slower = button(this.#words.slower, () => this.#setPace(this.#pace - 1));
    #faster = button(this.#words.faster, () => this.#setPace(this.#pace + 1));

    /** @param {string[]} texts */
    constructor(texts) {
        this.#count = texts.length;
        this.#picture = picturesOf(texts);
        this.#stage.className = "codes-stage";
        this.#stage.append(this.#canvas);
        this.#canvas.setAttribute("role", "img");
        this.#progress.className = "codes-progress";
        this.#paceText.setAttribute("role", "status");
        this.#fill();
    }

    #fill() {
        const words = this.#words;
        this.#dialog.column.append(
            textElement("p", words.showHow),
            ...(this.#playing ? [] : [textElement("p", words.still)]),
            this.#progress,
            row(this.#play, button(words.previous, () => this.#step(-1)), button(words.next, () => this.#step(1))),
            row(this.#slower, this.#faster),
            this.#paceText,
            row(button(words.close, this.#dialog.close)),
        );
    }

    async run() {
        const repaint = () => this.#paint();
        try {
            window.addEventListener("resize", repaint);
            this.#dialog.open(this.#play);
            this.#setPace(this.#pace);
            this.#setPlaying(this.#playing);
            await this.#dialog.closed;
        } finally {
            this.#dialog.close(); // nothing to see in it, when it fails
            window.removeEventListener("resize", repaint);
            clearTimeout(this.#timer);
        }
    }

    /** @param {number} pace */
    #setPace(pace) {
        this.#pace = Math.min(Math.max(pace, 0), PACES.length - 1);
        const perSecond = PACES[this.#pace] ?? 1;
        this.#paceText.textContent = this.#words.pace(perSecond, Math.ceil(this.#count / perSecond));
        // Not disabled, so that the focus has a place to be.
        this.#slower.setAttribute("aria-disabled", String(this.#pace === 0));
        this.#faster.setAttribute("aria-disabled", String(this.#pace === PACES.length - 1));
        this.#wait();
    }

    /** @param {boolean} playing */
    #setPlaying(playing) {
        this.#playing = playing;
        this.#play.textContent = playing ? this.#words.pause : this.#words.play;
        // Said aloud only when somebody steps.
        this.#progress.setAttribute("aria-live", playing ? "off" : "polite");
        this.#paint();
        this.#wait();
    }

    #wait() {
        clearTimeout(this.#timer);
        if (!this.#playing) return;
        this.#timer = setTimeout(() => {
            this.#turn(1);
            this.#wait();
        }, 1000 / (PACES[this.#pace] ?? 1));
    }

    /** @param {number} by */
    #step(by) {
        if (this.#playing) this.#setPlaying(false);
        this.#turn(by);
    }

    /** @param {number} by */
    #turn(by) {
        this.#index = (this.#index + by + this.#count) % this.#count;
        this.#paint();
    }

    #paint() {
        const number = this.#index + 1;
        this.#canvas.setAttribute("aria-label", this.#words.picture(number, this.#count));
        this.#progress.textContent = this.#words.progress(number, this.#count);
        const { clientWidth, clientHeight } = this.#stage;
        paint(this.#canvas, this.#picture(this.#index), Math.min(clientWidth, clientHeight), window.devicePixelRatio || 1);
    }
}
