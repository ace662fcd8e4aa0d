// The planner's merge, as WebAssembly, beside three libraries that merge documents too: the same document, the same edits, in one
// process and in turns. node --expose-gc tests/bench/libraries.mjs WASM_BUILD LIBRARIES_FOLDER SCRIPT prints a line of JSON for each.
//
// Every field is a text of its own of which two versions written at the same time should both be kept. The nearest that each has:
// in Yjs and Loro the values of maps (one of the two stays), in Automerge immutable texts (both stay, asked for field by field).
// Each edit is a change of its own, as people make them.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { collisionsOf, mergeScript } from "./merge_script.mjs";

const [wasmBuild = "build/bench-wasm", libraries = "build/bench/libraries", scriptFile = "build/bench/merge-script.json"] = process.argv.slice(2);
const warming = 2;
const runs = 9;

/** @typedef {import("./merge_script.mjs").Script} Script */
/** @typedef {import("./merge_script.mjs").Edit} Edit */

/**
 * load: reads their file and looks at every field; gives the size of all texts, which must be `size`.
 * open: both copies, for one merge. merge: of the two opened copies. mergeFile: of their file into our opened copy.
 * conflicts: what it reports after a merge. merged: the texts that stand in a field then.
 * @typedef {{ name: string, bytes: number, size: number, load: () => number, open: () => void, merge: () => void,
 *   mergeFile: () => void, conflicts: () => number, merged: (number: number) => string[] | null }} Contender
 */

const fromLibraries = createRequire(resolve(libraries, "package.json"));
const script = mergeScript({ entities: 500, perEntity: 10, edits: 200, shared: 20, seed: 4 });
const collisions = collisionsOf(script);
const field = (/** @type {number} */ number) => script.fields[number] ?? ["", "", ""];

/** The texts of their copy, measured. @param {(text: string) => number} measure */
function sizeOfTheirs(measure) {
    const texts = script.fields.map(([, , text]) => text);
    for (const [number, text] of script.theirs) texts[number] = text;
    return texts.reduce((sum, text) => sum + measure(text), 0);
}

/** @param {Record<string, Record<string, unknown>>} cards @param {(value: any) => string} textOf */
function lengthOfAll(cards, textOf = (value) => value) {
    let length = 0;
    for (const card of Object.values(cards)) {
        for (const value of Object.values(card)) length += textOf(value).length;
    }
    return length;
}

/** @returns {Promise<Contender>} */
async function planner() {
    const wasmBinary = await readFile(resolve(wasmBuild, "merge_module.wasm"));
    const work = await createRequire(import.meta.url)(resolve(wasmBuild, "merge_module.cjs"))({ wasmBinary });
    const bytes = Buffer.from(JSON.stringify(script));
    const room = work._work_room(bytes.length);
    work.HEAPU8.set(bytes, room);
    work._work_begin();
    let conflicts = 0;
    return {
        name: "the planner",
        bytes: work._work_bytes(),
        size: sizeOfTheirs((text) => Buffer.byteLength(text)),
        load: work._work_load,
        open: work._work_open,
        merge: () => { conflicts = work._work_merge(); },
        mergeFile: () => { conflicts = work._work_merge_file(); },
        conflicts: () => conflicts,
        merged: () => (work._work_merged_well() ? null : []), // looks at all fields itself
    };
}

/** @returns {Contender} */
function yjs() {
    const Y = fromLibraries("yjs");
    const opened = (/** @type {Uint8Array} */ file, clientID = 9) => {
        const doc = new Y.Doc();
        doc.clientID = clientID;
        Y.applyUpdate(doc, file);
        return doc;
    };
    const base = new Y.Doc();
    base.clientID = 1;
    base.transact(() => {
        const cards = base.getMap("cards");
        for (const [entity, name, text] of script.fields) {
            if (!cards.has(entity)) cards.set(entity, new Y.Map());
            cards.get(entity).set(name, text);
        }
    });
    const edited = (/** @type {Edit[]} */ edits, /** @type {number} */ clientID) => {
        const doc = opened(Y.encodeStateAsUpdate(base), clientID);
        for (const [number, text] of edits) doc.getMap("cards").get(field(number)[0]).set(field(number)[1], text);
        return Y.encodeStateAsUpdate(doc);
    };
    const [our, their] = [edited(script.ours, 2), edited(script.theirs, 3)];
    /** @type {any} */ let ours;
    /** @type {any} */ let theirs;
    return {
        name: "Yjs",
        bytes: their.length,
        size: sizeOfTheirs((text) => text.length),
        load: () => lengthOfAll(opened(their).getMap("cards").toJSON()),
        open: () => { [ours, theirs] = [opened(our), opened(their)]; },
        merge: () => Y.applyUpdate(ours, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(ours))),
        mergeFile: () => Y.applyUpdate(ours, their),
        conflicts: () => 0,
        merged: (number) => [ours.getMap("cards").get(field(number)[0]).get(field(number)[1])],
    };
}

/** @returns {Contender} */
function automerge() {
    const A = fromLibraries("@automerge/automerge");
    const text = (/** @type {string} */ value) => new A.ImmutableString(value);
    /** @type {Record<string, Record<string, unknown>>} */
    const cards = {};
    for (const [entity, name, value] of script.fields) (cards[entity] ??= {})[name] = text(value);
    const base = A.save(A.from({ cards }, { actor: "01" }));
    const edited = (/** @type {Edit[]} */ edits, /** @type {string} */ actor) => {
        let doc = A.load(base, { actor });
        for (const [number, value] of edits) {
            doc = A.change(doc, (/** @type {any} */ writable) => { writable.cards[field(number)[0]][field(number)[1]] = text(value); });
        }
        return A.save(doc);
    };
    const [our, their] = [edited(script.ours, "02"), edited(script.theirs, "03")];
    /** @type {any} */ let ours;
    /** @type {any} */ let theirs;
    const versions = (/** @type {number} */ number) => Object.values(A.getConflicts(ours.cards[field(number)[0]], field(number)[1]) ?? {});
    return {
        name: "Automerge",
        bytes: their.length,
        size: sizeOfTheirs((value) => value.length),
        load: () => lengthOfAll(A.load(their).cards, (value) => value.val),
        open: () => { [ours, theirs] = [A.load(our), A.load(their)]; },
        merge: () => { ours = A.merge(ours, theirs); },
        mergeFile: () => { ours = A.merge(ours, A.load(their)); },
        conflicts: () => script.fields.filter((_, number) => versions(number).length > 1).length,
        merged: (number) => {
            const all = versions(number);
            return (all.length > 0 ? all : [ours.cards[field(number)[0]][field(number)[1]]]).map(String);
        },
    };
}

/** @returns {Contender} */
function loro() {
    const { LoroDoc, LoroMap } = fromLibraries("loro-crdt");
    const opened = (/** @type {Uint8Array} */ file, peer = "9") => {
        const doc = new LoroDoc();
        doc.setPeerId(peer);
        doc.import(file);
        return doc;
    };
    const base = new LoroDoc();
    base.setPeerId("1");
    const cards = base.getMap("cards");
    for (const [entity, name, text] of script.fields) (cards.get(entity) ?? cards.setContainer(entity, new LoroMap())).set(name, text);
    base.commit();
    const snapshot = (/** @type {any} */ doc) => doc.export({ mode: "snapshot" });
    const edited = (/** @type {Edit[]} */ edits, /** @type {string} */ peer) => {
        const doc = opened(snapshot(base), peer);
        for (const [number, text] of edits) {
            doc.getMap("cards").get(field(number)[0]).set(field(number)[1], text);
            doc.commit();
        }
        return snapshot(doc);
    };
    const [our, their] = [edited(script.ours, "2"), edited(script.theirs, "3")];
    /** @type {any} */ let ours;
    /** @type {any} */ let theirs;
    return {
        name: "Loro",
        bytes: their.length,
        size: sizeOfTheirs((text) => text.length),
        load: () => lengthOfAll(opened(their).toJSON().cards),
        open: () => {
            [ours, theirs] = [opened(our), opened(their)];
            for (const doc of [ours, theirs]) doc.toJSON(); // it decodes only when somebody looks
        },
        merge: () => ours.import(theirs.export({ mode: "update", from: ours.oplogVersion() })),
        mergeFile: () => ours.import(their),
        conflicts: () => 0,
        merged: (number) => [ours.getMap("cards").get(field(number)[0]).get(field(number)[1])],
    };
}

/** Stops when a merge lost something that it should keep: of a field in which both wrote, one text must stay. @param {Contender} contender */
function check(contender) {
    const both = new Set(collisions);
    const written = new Map([...script.ours, ...script.theirs]);
    const ours = new Map(script.ours);
    for (const number of script.fields.keys()) {
        const texts = contender.merged(number);
        if (texts === null) return;
        const wanted = written.get(number) ?? field(number)[2];
        const kept = texts.includes(wanted) || (both.has(number) && texts.includes(ours.get(number) ?? ""));
        if (!kept) throw new Error(`${contender.name} lost "${wanted}" from field ${number}`);
    }
}

/** Milliseconds of processor time of one run, so that other work on the machine counts little. @param {() => unknown} work */
function timed(work) {
    global.gc?.(); // nobody pays for what another left
    const started = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1000;
}

/** @param {Contender} contender */
function once(contender) {
    let size = 0;
    const load = timed(() => { size = contender.load(); });
    if (size !== contender.size) throw new Error(`${contender.name} read ${size} of ${contender.size}`);
    contender.open();
    const merge = timed(contender.merge);
    check(contender);
    const reported = contender.conflicts();
    contender.open();
    const mergeFile = timed(contender.mergeFile);
    check(contender);
    return { load, merge, mergeFile, reported };
}

/** @param {number[]} values */
function median(values) {
    const sorted = [...values].sort((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

await writeFile(scriptFile, JSON.stringify(script));
const contenders = [await planner(), yjs(), automerge(), loro()];
/** @type {Map<Contender, ReturnType<typeof once>[]>} */
const results = new Map(contenders.map((contender) => [contender, []]));
for (let run = 0; run < warming + runs; ++run) {
    // Everybody comes first equally often.
    for (let turn = 0; turn < contenders.length; ++turn) {
        const contender = /** @type {Contender} */ (contenders[(run + turn) % contenders.length]);
        const result = once(contender);
        if (run >= warming) results.get(contender)?.push(result);
    }
}
const ours = [...results.values()][0] ?? [];
for (const [{ name, bytes }, theirs] of results) {
    /** @param {"load" | "merge" | "mergeFile"} part */
    const part = (part) => ({
        median: median(theirs.map((result) => result[part])),
        /** in proportion to the planner in the same turn */
        ratio: median(theirs.map((result, run) => result[part] / (ours[run]?.[part] ?? NaN))),
    });
    console.log(JSON.stringify({
        name, bytes, load: part("load"), merge: part("merge"), mergeFile: part("mergeFile"), reported: theirs[0]?.reported, conflicts: collisions.length,
    }));
}
