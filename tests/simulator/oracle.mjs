/**
 * What must be left of what people wrote, worked out only from who typed what over what they had on their screen. It knows nothing of
 * dots, vectors and merging, so that a mistake in those cannot repeat itself here. Every text is typed once.
 */

import { Broken, IN_PLACE_OF_NAME } from "./world.mjs";

/** @typedef {import("./tab.mjs").Tab} Tab */
/** @typedef {import("./tab.mjs").Look} Look */
/**
 * kept: somebody was told that it is safe. shared: others know that it was written, and not what. again: when it was put back.
 * @typedef {{text: string, pointer: string, over: Set<string>, kept: boolean, shared?: boolean, again?: number}} Write
 */
/** @typedef {{entity: string, seen: Set<string>, kept: boolean}} Removal */

export class Oracle {
    /** By their text; what was put back with the moment behind it. @type {Map<string, Write>} */
    #writes = new Map();
    /** @type {Removal[]} */
    #removals = [];
    /** Writes that came over this text. @type {Map<string, string[]>} */
    #over = new Map();
    /** Texts that were removed for good, and whether that was called safe. @type {Map<string, boolean>} */
    #forgotten = new Map();
    /** When a text was last written over. @type {Map<string, number>} */
    #overAt = new Map();
    #moment = 0;

    get count() {
        return this.#writes.size;
    }

    /** @param {string} text */
    isForgotten(text) {
        return this.#forgotten.has(text);
    }

    /** Texts that nobody may ever find again. */
    get gone() {
        return [...this.#forgotten].filter(([, kept]) => kept).map(([text]) => text);
    }

    /**
     * Somebody typed `text`; `before` and `after` stood in the field, of which they had read `readable`.
     * @param {Tab} tab @param {string} pointer @param {string} text @param {string[]} before @param {string[]} after
     * @param {string[]} readable
     */
    wrote(tab, pointer, text, before, after, readable) {
        const over = before.filter((each) => !after.includes(each));
        const unseen = over.find((each) => !readable.includes(each) && !tab.written.includes(each));
        if (unseen) throw new Broken(`"${text}" took the place of "${unseen}", which ${tab.name} had not read, at ${pointer}`);
        const extra = after.find((each) => each !== text && !before.includes(each));
        if (extra || !after.includes(text)) throw new Broken(`${tab.name} typed "${text}" at ${pointer} and has ${after.join(", ")}`);
        this.#note(tab, text, { text, pointer, over: new Set(over), kept: false });
        tab.read.set(pointer, text);
    }

    /** @param {Tab} tab @param {string} name @param {Write} write */
    #note(tab, name, write) {
        this.#writes.set(name, write);
        this.#moment += 1;
        for (const each of write.over) {
            this.#over.set(each, [...(this.#over.get(each) ?? []), name]);
            this.#overAt.set(each, this.#moment);
        }
        tab.written.push(name);
    }

    /**
     * Somebody put back an earlier text, seeing all that stood in the field.
     * @param {Tab} tab @param {string} pointer @param {string} text @param {string[]} before @param {string[]} after
     */
    restored(tab, pointer, text, before, after) {
        if (!after.includes(text)) throw new Broken(`lost: "${text}", put back at ${pointer} in ${tab.name}`);
        const over = new Set(before.filter((each) => !after.includes(each)));
        const again = this.#moment + 1;
        this.#note(tab, `${text} again ${again}`, { text, pointer, over, kept: false, again });
        tab.written.push(text);
    }

    /** Somebody removed a text for good. @param {Tab} tab @param {string} text @param {string[]} after */
    forgot(tab, text, after) {
        if (after.includes(text)) throw new Broken(`resurrected: "${text}", just removed for good in ${tab.name}`);
        this.#forgotten.set(text, this.#forgotten.get(text) ?? false);
        tab.forgotten.push(text);
        tab.written.push(IN_PLACE_OF_NAME);
    }

    /** Somebody removed what had these texts. @param {Tab} tab @param {string} entity @param {string[]} texts */
    removed(tab, entity, texts) {
        /** @type {Set<string>} */
        const seen = new Set();
        const add = (/** @type {string} */ text) => {
            if (seen.has(text)) return;
            seen.add(text);
            this.#writes.get(text)?.over.forEach(add);
        };
        texts.forEach(add);
        const removal = { entity, seen, kept: false };
        this.#removals.push(removal);
        tab.removals.push(removal);
    }

    /** Everything that was done in this tab is stored, or in a file that somebody will open: so it said. @param {Tab} tab @param {string} [leftOut] a field that the file leaves out */
    promised(tab, leftOut) {
        for (const name of tab.written) {
            const write = this.#writes.get(name);
            if (write) write[write.pointer === leftOut ? "shared" : "kept"] = true;
        }
        for (const removal of tab.removals) removal.kept = true;
        for (const text of tab.forgotten) this.#forgotten.set(text, true);
    }

    /** Everything is together again. @param {Look} look */
    judge({ fields, deleted }) {
        /** @type {Map<string, boolean>} */
        const known = new Map();
        const there = (/** @type {Write} */ { text, pointer }) => fields[pointer]?.includes(text) ?? false;
        /** It is there, or was; what was never called safe may have gone with its tab. @type {(text: string) => boolean} */
        const happened = (text) => {
            const write = this.#writes.get(text);
            if (!write) return false;
            const isThere = write.again === undefined && there(write);
            const answer = known.get(text) ?? (write.kept || write.shared || isThere || this.#forgotten.get(text) || this.#replacing(text).some(happened));
            known.set(text, answer);
            return answer;
        };
        /** Nobody can tell: its tab is gone, and its text says nothing. @type {(name: string) => boolean} */
        const unknown = (name) => {
            if (happened(name)) return false;
            return this.#writes.get(name)?.again !== undefined || this.#forgotten.has(name) || this.#replacing(name).some(unknown);
        };
        const restored = new Set([...this.#writes.values()].filter(({ again }) => again !== undefined).map(({ text }) => text));
        for (const write of this.#writes.values()) {
            const { text, pointer } = write;
            if (this.#forgotten.has(text)) {
                if (this.#forgotten.get(text) && there(write)) throw new Broken(`resurrected: "${text}" at ${pointer}, removed for good`);
                continue;
            }
            if (restored.has(text)) {
                const isLast = write.again !== undefined && (this.#overAt.get(text) ?? 0) < write.again;
                if (isLast && write.kept && !there(write)) throw new Broken(`lost: "${text}", put back at ${pointer}`);
                continue;
            }
            const isOver = this.#replacing(text).some(happened);
            if (!isOver && this.#replacing(text).some(unknown)) continue;
            if (isOver && there(write)) throw new Broken(`resurrected: "${write.text}" at ${write.pointer}`);
            if (!isOver && write.kept && !there(write)) throw new Broken(`lost: "${write.text}" at ${write.pointer}`);
        }
        for (const [entity, isDeleted] of Object.entries(deleted)) this.#judgeEntity(entity, isDeleted, fields[`${entity}/text`] ?? [], happened);
    }

    /**
     * @param {string} entity @param {boolean} isDeleted @param {string[]} texts that stand in it @param {(text: string) => boolean} happened
     */
    #judgeEntity(entity, isDeleted, texts, happened) {
        const removals = this.#removals.filter((removal) => removal.entity === entity);
        const unseen = texts.find((text) => !removals.some(({ seen }) => seen.has(text)));
        if (isDeleted && unseen) throw new Broken(`lost: "${unseen}" in ${entity}, removed by who had not read it`);
        const all = [...this.#writes.values()].filter(({ text, pointer }) => pointer === `${entity}/text` && happened(text));
        const isSettled = removals.some(({ kept, seen }) => kept && all.every(({ text }) => seen.has(text)));
        if (isSettled && !isDeleted) throw new Broken(`resurrected: ${entity}, removed by who had read all of it`);
    }

    /** @param {string} text */
    #replacing(text) {
        return this.#over.get(text) ?? [];
    }
}
