/** One tab of the real planner without its screen: the compiled application, the page's bridge, host and storage. */

import "./page.mjs";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Bridge } from "../../web/bridge.js";
import { EarlierVersions } from "../../web/earlier-versions.js";
import { Persistence } from "../../web/persistence.js";
import { createHost } from "../../web/host.js";
import { reviewListener } from "../../web/review-listener.js";
import { ReviewStorage } from "../../web/storage.js";
import { Broken, IN_PLACE_OF_NAME } from "./world.mjs";

/** @typedef {import("../../web/types").PlannerModule & {host?: import("../../web/types").Host}} Module */
/** @typedef {{save: string, open: string, import: number, keeping: "none" | "busy" | "failed", fields: Record<string, string[]>, deleted: Record<string, boolean>}} Look */

const folder = new URL("../../build/wasm-tests/tests/", import.meta.url);
const decoder = new TextDecoder();
const none = () => {};

/** The field that a copy without how to reach people leaves out. */
export const CONTACT = "/review/review/facilitator_contact";

/** Modules that no tab uses; a planner that starts in one remembers nothing of an earlier one. @type {Module[]} */
const free = [];
/** @type {WebAssembly.Module | undefined} */
let compiled;

/** @returns {Promise<Module>} */
async function makeModule() {
    const createPlanner = createRequire(import.meta.url)(new URL("simulator_tab.cjs", folder).pathname);
    compiled ??= new WebAssembly.Module(readFileSync(new URL("simulator_tab.wasm", folder)));
    const binary = compiled;
    return createPlanner({
        instantiateWasm(/** @type {WebAssembly.Imports} */ imports, /** @type {(instance: WebAssembly.Instance) => void} */ received) {
            const instance = new WebAssembly.Instance(binary, imports);
            received(instance);
            return instance.exports;
        },
    });
}

/** Enough for the tabs of one history. @param {number} count */
export async function makeModules(count) {
    while (free.length < count) free.push(await makeModule());
}

/** No wishes of the page's reach further than a note of when. @param {Tab} tab @param {Record<string, unknown>} parts */
function hostOf(tab, parts) {
    const { computer } = tab;
    const host = createHost(/** @type {any} */ ({ ...parts, router: { go: none, title: none }, room: { at: none } }));
    return {
        ...host,
        leaving: none,
        now: () => computer.now,
        localOffset: () => 60,
        random: (/** @type {Uint8Array} */ eight) => tab.control.random(computer.world.chance, eight),
        download: (/** @type {string} */ name, /** @type {string} */ _type, /** @type {Uint8Array} */ bytes) => tab.downloads.push({ name, bytes }),
    };
}

export class Tab {
    /** Its planner runs. */
    ready = false;
    dead = false;
    /** When it wants to be called again, in the world's time. */
    dueAt = Infinity;
    /** @type {{name: string, bytes: Uint8Array}[]} */
    downloads = [];
    /** Texts that were typed here. @type {string[]} */
    written = [];
    /** Removals that were done here. @type {import("./oracle.mjs").Removal[]} */
    removals = [];
    /** Texts that were removed for good here. @type {string[]} */
    forgotten = [];
    /** What was read in a field when typing began. @type {Map<string, string>} */
    read = new Map();
    /** What stood in each field at the last look, and what has gone from there. @type {Map<string, {now: string[], gone: Set<string>}>} */
    known = new Map();

    /**
     * @param {import("./world.mjs").Computer} computer
     * @param {string} hash
     * @param {import("./controls.mjs").Control} control
     * @param {string} name
     */
    constructor(computer, hash, control, name) {
        const module = free.pop();
        if (!module) throw new Error("not enough modules");
        this.module = module;
        this.computer = computer;
        this.control = control;
        this.name = name;
        this.bridge = new Bridge((error) => {
            if (!this.dead) computer.world.crash ??= error;
        });
        const database = computer.connect();
        this.pullPlug = database.kill;
        this.storage = new ReviewStorage({
            listener: control.listener(reviewListener(this.bridge, () => this.wake()), this),
            factory: database.factory,
            channel: () => computer.openChannel(),
            wait: computer.world.wait,
        });
        computer.tabs.push(this);
        this.started = this.#start(hash);
    }

    /** @param {string} hash */
    async #start(hash) {
        const { state, summaries, settings } = await this.storage.start();
        if (this.dead) return;
        const scheduler = { request: (milliseconds = 0) => this.wake(milliseconds), settled: () => Promise.resolve() };
        const [earlier, persistence] = [new EarlierVersions(this.storage), new Persistence(undefined, false)];
        this.module.host = /** @type {any} */ (hostOf(this, { bridge: this.bridge, storage: this.storage, scheduler, earlier, persistence }));
        this.bridge.attach(this.module);
        this.bridge.ask("start", JSON.stringify({ hash, storage: state, settings: JSON.parse(settings ?? "null"), index: summaries.map((text) => JSON.parse(text)) }));
        this.ready = true;
        this.wake();
    }

    /** Nothing is unsaved or under way. */
    get quiet() {
        return this.dead || (this.ready && !this.storage.busy && this.bridge.ask("pending") === 0);
    }

    /** @param {number} milliseconds */
    wake(milliseconds = 16) {
        if (this.ready) this.dueAt = Math.min(this.dueAt, this.computer.world.time + Math.max(milliseconds, 16));
    }

    frame() {
        this.dueAt = Infinity;
        const next = this.bridge.ask("frame");
        if (next >= 0) this.wake(next);
    }

    /** The browser's process is gone: nothing is said goodbye to. */
    kill() {
        this.dead = true;
        this.dueAt = Infinity;
        this.computer.tabs = this.computer.tabs.filter((tab) => tab !== this);
        this.pullPlug();
        this.storage.close();
        this.bridge.crash(new Error("killed"));
        free.push(this.module); // no call of its own reaches it any more
    }

    /** @param {string} name @param {...(string | number | Uint8Array)} values */
    ask(name, ...values) {
        const answer = this.bridge.ask(name, ...values);
        const { crash } = this.computer.world;
        if (crash) throw crash;
        return answer;
    }

    /** @param {string} name @param {...(string | number | Uint8Array)} values */
    askText(name, ...values) {
        this.ask(name, ...values);
        return decoder.decode(this.bridge.buffer(2));
    }

    /** What stands on its screen. @param {string[]} pointers @returns {Look} */
    look(pointers) {
        const seen = /** @type {Look} */ (JSON.parse(this.askText("look", JSON.stringify(pointers))));
        for (const [pointer, texts] of Object.entries(seen.fields)) this.#notice(pointer, texts);
        return seen;
    }

    /** @param {string} pointer @param {string[]} texts */
    #notice(pointer, texts) {
        const known = this.known.get(pointer) ?? { now: [], gone: new Set() };
        const { restored } = this.computer.world;
        for (const text of texts) {
            if (known.gone.has(text) && !restored.has(text)) throw new Broken(`"${text}" came back in ${this.name} at ${pointer}`);
        }
        for (const text of known.now) {
            if (!texts.includes(text) && text !== IN_PLACE_OF_NAME) known.gone.add(text);
        }
        // Of how to reach somebody, a newer one may be known of that was left out.
        if (texts.length === 0 && known.now.length > 0 && pointer !== CONTACT) throw new Broken(`${pointer} became empty in ${this.name}`);
        this.known.set(pointer, { now: texts, gone: known.gone });
    }

    /** The file of the review that is open; null when it is not. @param {"download" | "share"} way */
    file(way = "download") {
        const before = this.downloads.length;
        this.ask(way);
        const made = this.downloads[before];
        return made ? this.control.file(made.bytes, this) : null;
    }

    /** @param {{name: string, bytes: Uint8Array}[]} files */
    give(files) {
        for (const { name, bytes } of files) this.ask("file", name, bytes);
        this.ask("files_done");
        this.wake();
    }
}
