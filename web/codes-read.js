/** Reads a series of codes with the camera until there is a file. */

import { button, CodesDialog, row, textElement } from "./codes-dialog.js";
import { CodeReader, NoCamera, openCamera } from "./codes-camera.js";
import { Collection, Seen, Unusable } from "./codes-parts.js";
import { wordsHere } from "./codes-words.js";

/** Between two looks, in ms: the page has other things to do. */
const BETWEEN_LOOKS = 40;

/** So many ranges of missing numbers are named; nobody looks for more by hand. */
const MOST_RANGES = 8;

/** @typedef {Pick<CodeReader, "read">} Reader */

/**
 * @param {() => Reader} [createReader]
 * @returns {Promise<File | null>} null when the person leaves without
 */
export function readCodes(createReader = () => new CodeReader()) {
    return new Reading(createReader()).run();
}

/** "4, 17–20" @param {number[]} numbers in order */
export function ranges(numbers) {
    /** @type {[number, number][]} */
    const found = [];
    for (const number of numbers) {
        const last = found.at(-1);
        if (last && last[1] === number - 1) last[1] = number;
        else found.push([number, number]);
    }
    const named = found.slice(0, MOST_RANGES).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
    return named.join(", ") + (found.length > MOST_RANGES ? ", …" : "");
}

class Reading {
    #words = wordsHere();
    #reader;
    #collection = new Collection();
    #video = document.createElement("video");
    #bar = document.createElement("progress");
    #progress = textElement("p", this.#words.starting);
    #missing = textElement("p");
    #message = textElement("p");
    #how = textElement("p", this.#words.readHow);
    #begin = button(this.#words.begin, () => this.#beginOther());
    #dialog = new CodesDialog(this.#words.readTitle, this.#video);
    #cancel = button(this.#words.cancel, this.#dialog.close);
    #looking = true;
    /** @type {File | null} */
    #file = null;

    /** @param {Reader} reader */
    constructor(reader) {
        this.#reader = reader;
        this.#video.muted = this.#video.playsInline = true;
        this.#video.setAttribute("aria-hidden", "true");
        this.#progress.className = this.#bar.className = "codes-progress";
        this.#progress.id = "codes-progress";
        this.#bar.setAttribute("aria-labelledby", this.#progress.id);
        this.#message.className = "codes-message";
        this.#message.setAttribute("role", "status");
        this.#begin.hidden = this.#bar.hidden = true;
    }

    async run() {
        const { column, closed } = this.#dialog;
        column.append(this.#how, this.#progress, this.#bar, this.#missing, this.#message, row(this.#begin), row(this.#cancel));
        this.#dialog.open(this.#cancel);
        void this.#watch(); // may wait for an answer of the person that does not come
        await closed;
        this.#looking = false;
        return this.#file;
    }

    async #watch() {
        /** @type {MediaStream | null} */
        let stream = null;
        try {
            stream = await openCamera();
            await this.#play(stream);
            while (this.#looking) {
                await this.#look();
                await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS));
            }
        } catch (error) {
            if (!(error instanceof NoCamera)) console.warn(error);
            this.#giveUp(error instanceof NoCamera ? error.reason : "inUse");
        } finally {
            for (const track of stream?.getTracks() ?? []) track.stop();
        }
    }

    /** @param {MediaStream} stream */
    async #play(stream) {
        this.#progress.textContent = this.#words.nothing;
        // A camera that looks at who sits there is seen as a mirror.
        const [track] = stream.getVideoTracks();
        track?.addEventListener("ended", () => this.#looking && this.#giveUp("inUse"));
        this.#video.classList.toggle("mirrored", track?.getSettings().facingMode !== "environment");
        this.#video.srcObject = stream;
        await this.#video.play().catch(() => {}); // it was closed already, or plays by itself
    }

    async #look() {
        const texts = await this.#reader.read(this.#video);
        if (!this.#looking) return;
        for (const text of texts) this.#take(text);
        if (this.#collection.cannotUnpack) this.#giveUp("cannotUnpack");
        else if (this.#collection.complete) await this.#finish();
    }

    /** @param {string} text */
    #take(text) {
        const seen = this.#collection.take(text);
        if (seen === Seen.damaged) return;
        const { got, count } = this.#collection;
        this.#offerOther(seen === Seen.otherSeries);
        if (seen === Seen.otherSeries) this.#say(this.#words.other(got, count));
        else this.#say(seen === Seen.strange ? this.#words.strange : seen === Seen.newer ? this.#words.newer : "");
        if (seen === Seen.part) this.#show();
    }

    /** @param {boolean} there */
    #offerOther(there) {
        if (!there && document.activeElement === this.#begin) this.#cancel.focus();
        this.#begin.hidden = !there;
    }

    #beginOther() {
        this.#collection.begin();
        this.#offerOther(false);
        this.#say("");
        this.#show();
    }

    #show() {
        const { got, count, missing } = this.#collection;
        this.#progress.textContent = this.#words.progress(got, count);
        this.#missing.textContent = this.#words.missing(ranges(missing));
        this.#bar.hidden = false;
        this.#bar.max = count;
        this.#bar.value = got;
    }

    /** @param {string} text */
    #say(text) {
        // Said again and again, it would be read aloud as often.
        if (this.#message.textContent !== text) this.#message.textContent = text;
    }

    async #finish() {
        this.#missing.textContent = this.#words.arrived;
        try {
            const { name, bytes } = await this.#collection.file();
            this.#file = this.#looking ? new File([/** @type {BlobPart} */ (bytes)], name, { type: "application/json" }) : null;
            this.#dialog.close();
        } catch (error) {
            if (!(error instanceof Unusable)) throw error;
            this.#giveUp(error.reason);
        }
    }

    /** The camera goes off, and what is the matter stays. @param {NoCamera["reason"] | Unusable["reason"]} reason */
    #giveUp(reason) {
        this.#looking = false;
        this.#cancel.textContent = this.#words.close;
        this.#video.hidden = this.#bar.hidden = this.#how.hidden = true;
        this.#progress.hidden = this.#missing.hidden = true;
        this.#dialog.element.classList.add("small");
        this.#offerOther(false);
        this.#say(this.#words[reason]);
    }
}
