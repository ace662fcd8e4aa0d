/**
 * The page that gets work out of this browser when the planner itself does not start: it lists what is stored and downloads it. It
 * needs neither the canvas nor the compiled planner, and changes nothing.
 */

import { StoredThings } from "./stored.js";
import { download } from "./files.js";
import { storageFactory } from "./database.js";
import { wordsFor } from "./recovery-texts.js";

/** @typedef {import("./stored.js").Stored} Stored */

/** Between two downloads, in ms: browsers drop some of those that come all at once. */
const BETWEEN_DOWNLOADS = 300;

export class RecoveryPage {
    #root;
    #things;
    #save;
    #wait;
    #code;
    #words;
    #status = element("p");
    #actions = element("p");
    #lists = element("div");

    /**
     * @param {object} parts
     * @param {HTMLElement} parts.root filled by this page
     * @param {IDBFactory | undefined} parts.factory absent where the browser has none
     * @param {readonly string[]} parts.languages of the browser
     * @param {(name: string, type: string, bytes: Uint8Array) => void} [parts.save]
     * @param {(milliseconds: number) => Promise<void>} [parts.wait]
     */
    constructor({ root, factory, languages, save = download, wait = pause }) {
        this.#root = root;
        this.#things = factory ? new StoredThings(factory, wait) : null;
        this.#save = save;
        this.#wait = wait;
        ({ code: this.#code, words: this.#words } = wordsFor(languages));
        this.#build();
    }

    #build() {
        document.documentElement.lang = this.#code;
        document.title = this.#words.title;
        this.#status.setAttribute("role", "status");
        const way = element("p");
        way.append(link(this.#words.planner, "./"), " · ", link(this.#words.privacy, "privacy.html"));
        this.#root.replaceChildren(
            element("h1", this.#words.title),
            element("p", this.#words.intro),
            this.#status,
            this.#actions,
            this.#lists,
            way,
        );
    }

    /** Looks at what is stored and shows it. */
    async show() {
        if (!this.#things) {
            this.#status.textContent = this.#words.impossible;
            return;
        }
        this.#status.textContent = this.#words.looking;
        try {
            const found = await this.#things.list();
            this.#status.textContent = found.length === 0 ? this.#words.nothing : this.#words.found(found.length);
            this.#offer(found);
        } catch (error) {
            console.error(error);
            this.#status.textContent = this.#words.failed;
            this.#offer([]);
        }
    }

    /** @param {Stored[]} found */
    #offer(found) {
        const again = button(this.#words.again, () => void this.show());
        const gettable = found.filter(({ problem }) => problem !== "lost");
        const all = button(this.#words.all, () => void this.#downloadAll(gettable));
        const focused = this.#actions.contains(document.activeElement);
        this.#actions.replaceChildren(...(gettable.length > 0 ? [all] : []), again);
        if (focused) again.focus();
        this.#lists.replaceChildren(
            ...this.#section(this.#words.reviews, found.filter(({ store, problem }) => store === "reviews" && !problem)),
            ...this.#section(this.#words.damaged, found.filter(({ store, problem }) => store === "reviews" && problem)),
            ...this.#section(this.#words.earlier, found.filter(({ store }) => store === "snapshots")),
            ...this.#section(this.#words.rescue, found.filter(({ store }) => store === "rescue")),
            ...this.#section(this.#words.settings, found.filter(({ store }) => store === "settings")),
            ...this.#section(this.#words.other, found.filter(({ store }) => !["reviews", "snapshots", "rescue", "settings"].includes(store))),
        );
    }

    /** @param {string} title @param {Stored[]} things */
    #section(title, things) {
        if (things.length === 0) return [];
        const list = element("ul");
        list.append(...things.map((thing) => this.#item(thing)));
        return [element("h2", title), list];
    }

    /** @param {Stored} thing */
    #item(thing) {
        const { key, problem } = thing;
        const title = this.#titleOf(thing);
        const item = element("li");
        item.append(element("h3", title), element("p", this.#facts(thing)));
        const note = { "": "", damaged: this.#words.damagedNote, lost: this.#words.lostNote }[problem];
        if (note) item.append(element("p", note));
        if (problem === "lost") return item;
        const get = button(this.#words.download, () => void this.#downloadAll([thing]));
        get.setAttribute("aria-label", `${this.#words.download} ${title} (${String(key)})`);
        item.append(get);
        return item;
    }

    /** @param {Stored} thing */
    #titleOf({ store, title, problem }) {
        if (title) return title;
        if (store === "settings") return this.#words.settings;
        return problem ? this.#words.damaged : this.#words.untitled;
    }

    /** @param {Stored} thing */
    #facts({ key, size, savedAt, problem }) {
        const time = savedAt === null ? this.#words.unknown : dateTime(savedAt, this.#code) || this.#words.unknown;
        const bytes = problem === "lost" ? this.#words.unknown : inBytes(size, this.#code);
        return `${String(key)} · ${this.#words.size}: ${bytes} · ${this.#words.changed}: ${time}`;
    }

    /** @param {Stored[]} wanted */
    async #downloadAll(wanted) {
        let done = 0;
        for (const thing of wanted) {
            try {
                const { name, type, bytes } = await /** @type {StoredThings} */ (this.#things).file(thing);
                this.#save(name, type, bytes);
                done += 1;
            } catch (error) {
                console.error(error);
            }
            if (wanted.length === 1) break;
            this.#status.textContent = this.#words.downloading(done, wanted.length);
            await this.#wait(BETWEEN_DOWNLOADS);
        }
        const missed = wanted.length - done;
        this.#status.textContent = [
            done > 0 ? this.#words.downloaded(done) : "",
            missed > 0 ? this.#words.missed(missed) : "",
        ].join(" ").trim();
    }
}

/** @param {number} milliseconds @returns {Promise<void>} */
function pause(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** @param {string} tag @param {string} [text] */
function element(tag, text = "") {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
}

/** @param {string} name @param {string} address */
function link(name, address) {
    const made = element("a", name);
    made.setAttribute("href", address);
    return made;
}

/** @param {string} name @param {() => void} pressed */
function button(name, pressed) {
    const made = element("button", name);
    made.setAttribute("type", "button");
    made.addEventListener("click", pressed);
    return made;
}

/** @param {number} time ms since 1970 UTC @param {string} language */
function dateTime(time, language) {
    try {
        return new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short" }).format(time);
    } catch {
        return ""; // no time that ever was
    }
}

/** @param {number} size @param {string} language */
function inBytes(size, language) {
    if (size < 1000) return `${size} bytes`;
    return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(size / 1000)} kB`;
}

const main = document.getElementById("recovery");
if (main) void new RecoveryPage({ root: main, factory: storageFactory(), languages: navigator.languages }).show();
