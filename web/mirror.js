/**
 * The mirror: real HTML controls over the canvas, in step with the planner's semantic tree. Screen readers, the keyboard,
 * find-in-page and tests use these; text fields are edited in them.
 */

import {
    attributesOf, createEntry, isOperable, isTextLike, kindOf, ownText, setAttributes, setStyles, stylesOf,
} from "./mirror-elements.js";
import { Focus } from "./mirror-focus.js";
import { ScrollAreas } from "./mirror-scroll.js";
import { listenToControls } from "./mirror-events.js";
import { arrange, setInert } from "./mirror-order.js";
import { fineTextFactor } from "./fine-text.js";
import { syncControl } from "./mirror-values.js";
import { TextFields } from "./text-field.js";
import { updateStops } from "./roving.js";

/** @typedef {import("./mirror-elements.js").Entry} Entry */

/** A live region is read out when its text changes, so a new one gets its text this much after it was made (ms). */
const LIVE_DELAY = 60;

/** @param {string} id of a node */
const elementId = (id) => `node-${id.replace(/\s/g, "_")}`;

export class Mirror {
    #root;
    #notes;
    #bridge;
    #changed;
    /** @type {Map<string, Entry>} */
    #entries = new Map();
    #fields;
    #scrolls;
    #focus;
    /** The dialog that takes everything; "" none. */
    #modal = "";
    #announcing = 0;
    /** Controls that the browser switched by itself. @type {Set<Entry>} */
    #switched = new Set();

    /**
     * @param {object} parts
     * @param {HTMLElement} parts.root
     * @param {import("./bridge.js").Bridge} parts.bridge
     * @param {() => void} parts.changed the planner was told something
     * @param {() => boolean} parts.clickForwarded the planner saw the press of this click itself
     */
    constructor({ root, bridge, changed, clickForwarded }) {
        this.#root = root;
        this.#bridge = bridge;
        this.#changed = changed;
        this.#notes = document.createElement("div");
        this.#notes.hidden = true;
        root.append(this.#notes);
        /** @type {(name: string, ...values: (string | number)[]) => void} */
        const tell = (name, ...values) => bridge.tell(name, ...values);
        this.#fields = new TextFields(tell, changed);
        this.#scrolls = new ScrollAreas(tell, changed);
        /** @param {EventTarget | null} target */
        const entryOf = (target) => this.#entryOf(target);
        this.#focus = new Focus({
            root, entryOf, byId: (id) => this.#entries.get(id), tell, changed, fields: this.#fields,
        });
        listenToControls({
            root, entryOf, tell, changed, clickForwarded,
            fields: this.#fields,
            scrolls: this.#scrolls,
            switched: (entry) => this.#switched.add(entry),
            key: (name, modifiers) => bridge.ask("key", name, modifiers) !== 0,
        });
    }

    /** Something is on its way to the page. */
    get busy() {
        return this.#announcing > 0;
    }

    /** @param {import("./types").Patch} patch */
    apply(patch) {
        // What the browser has scrolled and not told about yet is where areas that are moved go back to.
        if (patch.order) this.#scrolls.reportAll();
        const active = this.#focus.element;
        const trail = active && patch.removed?.length ? this.#focus.trail() : [];
        const made = (patch.set ?? []).filter((node) => this.#put(node));
        const moved = patch.order ? this.#arrange(patch.order) : [];
        for (const id of patch.removed ?? []) this.#remove(id);
        if (active?.isConnected && active !== document.activeElement) active.focus({ preventScroll: true });
        for (const node of made) {
            if (node.role === "dialog" || node.role === "menu") this.#focus.opened(node.id, active);
        }
        if (patch.order || patch.removed) updateStops(this.#root);
        this.#updateModal();
        for (const id of new Set([...made.map((node) => node.id), ...moved])) this.#scrolls.restore(id);
        if (active?.isConnected) this.#scrolls.keepVisible(active);
        this.#focus.givePending();
        // The planner may want the focus somewhere itself, as its next wish.
        this.#bridge.afterwards(() => this.#focus.recover(active ? trail : null, this.#within()));
    }

    /** @param {[string, string][]} order */
    #arrange(order) {
        return arrange(this.#root, order, (id) => this.#entries.get(id)?.element, this.#focus.element);
    }

    /** @param {string} id */
    focus(id) {
        this.#focus.give(id);
    }

    /**
     * @param {string} id
     * @param {number} x
     * @param {number} y
     */
    scrollTo(id, x, y) {
        this.#scrolls.scrollTo(id, x, y);
    }

    /**
     * To be called when the planner has drawn.
     * @param {boolean} done it has nothing more to draw at once
     */
    afterFrame(done) {
        this.#fields.afterFrame();
        this.#focus.sync();
        if (!done) return;
        this.#fields.agree();
        for (const entry of this.#switched) syncControl(entry);
        this.#switched.clear();
    }

    reportScrolls() {
        this.#scrolls.reportAll();
    }

    /** Escape: closes the nearest dialog or menu, or leaves the field. @returns {boolean} there was something */
    dismiss() {
        const active = this.#focus.element;
        const around = active?.closest(".dialog, .menu") ?? this.#root.querySelector(".menu") ?? this.#entries.get(this.#modal)?.element;
        const entry = this.#entryOf(around ?? active);
        if (!entry || !(around || isTextLike(entry.node))) return false;
        this.#bridge.tell("action", entry.node.id, "dismiss", "");
        this.#changed();
        return true;
    }

    /** Scrolls when no control has the focus. @param {KeyboardEvent} event */
    scrollByKey(event) {
        if (this.#focus.element || event.ctrlKey || event.metaKey || event.altKey) return false;
        return this.#scrolls.scrollByKey(this.#within(), event.key, event.shiftKey);
    }

    /** This key is for this control. @param {EventTarget | null} target @param {string} key */
    usesKeys(target, key) {
        return this.isNativeControl(target) || (this.#entryOf(target)?.node.role === "radio" && /^(Arrow|Home|End)/.test(key));
    }

    /** Worked by the browser, with pointer and keyboard. @param {EventTarget | null} target */
    isNativeControl(target) {
        const entry = this.#entryOf(target);
        return entry !== undefined && (isTextLike(entry.node) || entry.node.role === "select");
    }

    /** @param {EventTarget | null} target */
    isLink(target) {
        return target instanceof Element && target.closest("a[href]") !== null;
    }

    /** The browser's own menu is of use here. @param {EventTarget | null} target */
    hasOwnMenu(target) {
        return this.isNativeControl(target) || this.isLink(target) || (target instanceof Element && target.closest(".text, .heading") !== null);
    }

    /** @param {EventTarget | null} target */
    isDragHandle(target) {
        return target instanceof Element && target.closest("[data-drag]") !== null;
    }

    /** @param {Element} element */
    covers(element) {
        return this.#root.contains(element);
    }

    /** @param {EventTarget | null} target @returns {Entry | undefined} */
    #entryOf(target) {
        if (!(target instanceof Element)) return undefined;
        const element = target.closest("[data-id]");
        return element instanceof HTMLElement ? this.#entries.get(element.dataset.id ?? "") : undefined;
    }

    #within() {
        return this.#entries.get(this.#modal)?.element ?? this.#root;
    }

    /**
     * Makes or updates the element of a node.
     * @param {import("./types").MirrorNode} node
     * @returns {boolean} it has a new element
     */
    #put(node) {
        const known = this.#entries.get(node.id);
        const isNew = !known || kindOf(known.node) !== kindOf(node);
        const entry = isNew ? this.#make(node, known) : known;
        const height = isNew ? 0 : (entry.node.h ?? 0);
        entry.node = node;
        setAttributes(entry, attributesOf(node, elementId, this.#describe(entry)));
        setStyles(entry, stylesOf(node, fineTextFactor()));
        entry.element.classList.toggle("native", node.native === true);
        entry.element.classList.toggle("single", (node.h ?? 0) < 1.5 * (node.line ?? 0));
        this.#putText(entry, isNew);
        if (isOperable(node) && !this.#switched.has(entry)) syncControl(entry, this.#fields);
        if (node.role === "scroll") this.#scrolls.update(entry, height);
        return isNew;
    }

    /**
     * @param {import("./types").MirrorNode} node
     * @param {Entry | undefined} replaced
     */
    #make(node, replaced) {
        const entry = createEntry(node, elementId(node.id));
        if (replaced) {
            const children = [...replaced.element.children].filter((child) => child !== replaced.spacer);
            entry.element.prepend(...children);
            replaced.element.replaceWith(entry.element);
            for (const note of replaced.notes.values()) note.remove();
            this.#switched.delete(replaced);
            this.#fields.forget(replaced);
        }
        this.#entries.set(node.id, entry);
        return entry;
    }

    /**
     * @param {Entry} entry
     * @param {boolean} isNew
     */
    #putText(entry, isNew) {
        const text = ownText(entry.node);
        if (text === null) return;
        if (!entry.text) {
            entry.text = document.createTextNode("");
            entry.element.prepend(entry.text);
        }
        const isLive = entry.node.role === "status" || entry.node.role === "alert" || entry.node.live !== undefined;
        if (isNew && isLive && text !== "") this.#announceLater(entry);
        else if (entry.text.data !== text) entry.text.data = text;
    }

    /** @param {Entry} entry */
    #announceLater(entry) {
        this.#announcing += 1;
        setTimeout(() => {
            this.#announcing -= 1;
            if (entry.text) entry.text.data = ownText(entry.node) ?? "";
        }, LIVE_DELAY);
    }

    /**
     * Error and help of a control, in elements that describe it; the canvas shows both.
     * @param {Entry} entry
     * @returns {string} their ids
     */
    #describe(entry) {
        const ids = [];
        for (const kind of /** @type {const} */ (["error", "help"])) {
            const text = entry.node[kind];
            let note = entry.notes.get(kind);
            if (!text) {
                note?.remove();
                entry.notes.delete(kind);
                continue;
            }
            if (!note) {
                note = document.createElement("p");
                note.id = `${entry.element.id}-${kind}`;
                this.#notes.append(note);
                entry.notes.set(kind, note);
            }
            if (note.textContent !== text) note.textContent = text;
            ids.push(note.id);
        }
        return ids.join(" ");
    }

    /** @param {string} id */
    #remove(id) {
        const entry = this.#entries.get(id);
        if (!entry) return;
        this.#entries.delete(id);
        this.#switched.delete(entry);
        this.#fields.forget(entry);
        for (const note of entry.notes.values()) note.remove();
        if (entry.node.role === "scroll") this.#scrolls.forget(id);
        entry.element.remove();
    }

    #updateModal() {
        const dialogs = [...this.#root.querySelectorAll('[aria-modal="true"]')];
        const top = dialogs[dialogs.length - 1];
        this.#modal = top instanceof HTMLElement ? (top.dataset.id ?? "") : "";
        setInert(this.#root, top instanceof HTMLElement ? top : null);
    }
}
