/** One history: people type, mail, crash and meet broken storage, and at the end everything must be there. */

import { controls, honest } from "./controls.mjs";
import { Oracle } from "./oracle.mjs";
import { CONTACT, Tab, makeModules } from "./tab.mjs";
import { Broken, Computer, World } from "./world.mjs";

/** More tabs than are ever open at once. */
const MOST_TABS = 8;

/** What nobody here knows must come through all of it. */
const UNKNOWN = { "/aNewerVersionKnows": { much: ["more", 1] } };
const UNKNOWN_FIELD = "/future/a/shape";
const LIST = "impressions";
/** Nearly all bytes of a small review; without it the review follows the same process. */
const KEPT_PROCESS = "/process/file/text";

/** @typedef {{bytes: Uint8Array, id: string, fields: string[]}} Start the file that everybody gets first */

/** @type {Promise<Start> | undefined} */
let start;

/** @returns {Promise<Start>} */
async function makeStart() {
    await makeModules(MOST_TABS);
    const world = new World(1);
    const computer = new Computer(world, 0);
    world.computers = [computer];
    const tab = new Tab(computer, "#/", honest, "the first tab");
    await world.settle();
    const id = tab.askText("create", "Zelfstandig leren");
    tab.ask("write", KEPT_PROCESS, "", 0, 0);
    tab.ask("write", UNKNOWN_FIELD, "round", 0, 0);
    const file = tab.file();
    if (!file) throw new Error("the review cannot be made");
    tab.ask("changed_file", file, JSON.stringify(UNKNOWN));
    const bytes = tab.bridge.buffer(2);
    await world.settle();
    tab.kill();
    const { participants } = JSON.parse(new TextDecoder().decode(bytes)).data;
    const questions = Object.keys(participants).slice(0, 2).map((team) => `/cards/verkenning.${team}/leervraag`);
    return { bytes, id, fields: ["/review/review/goal", ...questions, CONTACT] };
}

/** The file that everybody gets first, made once. */
export function theStart() {
    return (start ??= makeStart());
}

class History {
    /** What happened, to be read when something broke. @type {string[]} */
    log = [];
    oracle = new Oracle();
    /** @type {{bytes: Uint8Array, from: Computer, to: Computer}[]} */
    #mailbox = [];
    /** @type {Uint8Array[]} */
    #mailed = [];
    /** @type {string[]} */
    #entities = [];
    #texts = 0;
    #tabs = 0;

    /** @param {number} seed @param {Start} begun @param {import("./controls.mjs").Control} control */
    constructor(seed, begun, control) {
        this.world = new World(seed);
        this.chance = this.world.chance;
        this.begun = begun;
        this.control = control;
        const count = 2 + this.chance.below(2);
        this.world.computers = Array.from({ length: count }, (_, number) => new Computer(this.world, number));
    }

    get pointers() {
        return [...this.begun.fields, ...this.#entities, ...this.#entities.map((entity) => `${entity}/text`)];
    }

    async run() {
        for (const computer of this.world.computers) this.#open(computer);
        await this.world.settle();
        for (const tab of this.world.tabs) tab.give([{ name: "start.json", bytes: this.begun.bytes }]);
        if (this.chance.happens(0.5)) await this.world.settle();
        const steps = 18 + this.chance.below(28);
        for (let step = 0; step < steps; step += 1) await this.#step();
        await this.#rest();
        await this.#gather();
    }

    /** @param {string} text */
    #note(text) {
        this.log.push(`${this.world.time % 10_000_000} ${text}`);
    }

    /** @param {Computer} computer */
    #open(computer) {
        const name = `tab ${(this.#tabs += 1)} on computer ${computer.number}`;
        this.#note(`${name} opens`);
        return new Tab(computer, `#/review/${this.begun.id}`, this.control, name);
    }

    async #step() {
        const actions = /** @type {const} */ ([
            ["type", 34], ["wait", 18], ["turns", 8], ["mail", 9], ["deliver", 14], ["add", 4], ["remove", 3],
            ["combine", 6], ["focus", 8], ["kill", 5], ["open", 5], ["trouble", 8], ["clock", 3], ["flush", 2],
            ["share", 5], ["restore", 10], ["forget", 10],
        ]);
        let left = this.chance.below(actions.reduce((sum, [, weight]) => sum + weight, 0));
        const [action] = actions.find(([, weight]) => (left -= weight) < 0) ?? ["type"];
        const ready = this.world.tabs.filter((tab) => tab.ready);
        const tab = ready.length > 0 ? this.chance.of(ready) : null;
        await this.#act(action, tab);
        for (const each of this.world.tabs) this.#look(each);
    }

    /** @param {string} action @param {Tab | null} tab */
    async #act(action, tab) {
        if (action === "wait") await this.world.pass(this.chance.of([20, 100, 300, 1000, 4000, 400_000]));
        else if (action === "turns") await this.world.turns(1 + this.chance.below(6));
        else if (action === "trouble") this.#trouble();
        else if (action === "clock") this.#setClock();
        else if (action === "open") this.#openAnother();
        else if (tab) this.#use(action, tab);
    }

    /** @param {string} action @param {Tab} tab */
    #use(action, tab) {
        if (action === "kill") this.#kill(tab);
        else if (action === "mail") this.#mail(tab);
        else if (action === "share") this.#mail(tab, CONTACT);
        else if (action === "restore") this.#restore(tab);
        else if (action === "forget") this.#forget(tab);
        else if (action === "deliver") this.#deliver();
        else if (action === "flush") tab.ask("flush");
        else if (action === "combine") this.#combine(tab);
        else if (action === "add") this.#add(tab);
        else if (action === "remove") this.#remove(tab);
        else this.#type(tab, action === "focus");
    }

    /** The truth at this moment: what is called saved is promised, and a preview is confirmed. @param {Tab} tab */
    #look(tab) {
        if (!tab.ready) return;
        this.control.meddle(tab, this.begun.fields);
        const look = tab.look(this.pointers);
        if (look.import === 2) this.#decide(tab, look.keeping);
        if (look.open === "ready" && look.save === "saved") this.oracle.promised(tab);
    }

    /** @param {Tab} tab @param {string} keeping */
    #decide(tab, keeping) {
        if (keeping === "none") tab.ask("confirm");
        else if (keeping === "failed") tab.ask("settle", this.chance.below(2));
        else if (this.chance.happens(0.05)) tab.ask("cancel");
    }

    #newText() {
        return `text ${(this.#texts += 1)}`;
    }

    /** @param {Tab} tab @param {boolean} onlyReads */
    #type(tab, onlyReads) {
        const { fields, open } = tab.look(this.pointers);
        if (open !== "ready") return;
        const shown = Object.entries(fields).filter(([pointer, texts]) => texts.length > 0 || this.begun.fields.includes(pointer));
        const [pointer, before] = this.chance.of(shown);
        if (onlyReads) {
            tab.read.set(pointer, before[0] ?? "");
            return;
        }
        const base = this.chance.happens(0.5) ? tab.read.get(pointer) : undefined;
        const text = this.#newText();
        this.#note(`${tab.name} types "${text}" at ${pointer}${base === undefined ? "" : ` in "${base}"`}`);
        tab.ask("write", pointer, text, ...(base === undefined ? [0, 0] : [base]));
        const after = tab.look(this.pointers).fields[pointer] ?? [];
        this.oracle.wrote(tab, pointer, text, before, after, [base ?? before[0] ?? ""]);
    }

    /** @param {Tab} tab */
    #combine(tab) {
        const { fields } = tab.look(this.pointers);
        const [pointer, before] = Object.entries(fields).find(([, texts]) => texts.length > 1) ?? ["", []];
        if (!pointer) return;
        const text = this.#newText();
        this.#note(`${tab.name} settles ${before.join(", ")} with "${text}" at ${pointer}`);
        tab.ask("combine", pointer, text);
        this.oracle.wrote(tab, pointer, text, before, tab.look(this.pointers).fields[pointer] ?? [], before);
    }

    /** @param {Tab} tab */
    #add(tab) {
        if (this.#entities.length >= 3) return;
        const text = this.#newText();
        const entity = tab.askText("add", LIST, text);
        if (!entity) return;
        this.#note(`${tab.name} adds ${entity} with "${text}"`);
        // With a cloned replica two tabs make the same id.
        if (!this.#entities.includes(entity)) this.#entities.push(entity);
        const pointer = `${entity}/text`;
        this.oracle.wrote(tab, pointer, text, [], tab.look(this.pointers).fields[pointer] ?? [], []);
    }

    /** @param {Tab} tab */
    #remove(tab) {
        const { fields, deleted } = tab.look(this.pointers);
        const there = this.#entities.filter((each) => (fields[`${each}/text`] ?? []).length > 0 && !deleted[each]);
        if (there.length === 0) return;
        const entity = this.chance.of(there);
        this.#note(`${tab.name} removes ${entity}`);
        tab.ask("remove", entity);
        this.oracle.removed(tab, entity, fields[`${entity}/text`] ?? []);
    }

    /** @param {Tab} tab */
    #restore(tab) {
        const { fields } = tab.look(this.pointers);
        const first = this.chance.below(this.begun.fields.length);
        const all = [...this.begun.fields.slice(first), ...this.begun.fields.slice(0, first)];
        const pointer = all.find((each) => tab.askText("earlier", each));
        const text = pointer ? tab.askText("earlier", pointer) : "";
        if (!pointer || this.oracle.isForgotten(text)) return;
        this.#note(`${tab.name} puts "${text}" back at ${pointer}`);
        this.world.restored.add(text);
        this.control.restore(tab, pointer);
        this.oracle.restored(tab, pointer, text, fields[pointer] ?? [], tab.look(this.pointers).fields[pointer] ?? []);
    }

    /** A text of its own stands for a name. @param {Tab} tab */
    #forget(tab) {
        const pointer = this.chance.of(this.begun.fields);
        const text = tab.look(this.pointers).fields[pointer]?.find((each) => each.startsWith("text ") && !this.world.restored.has(each));
        if (!text) return;
        this.#note(`${tab.name} removes "${text}" at ${pointer} for good`);
        tab.ask("forget", text);
        this.oracle.forgot(tab, text, tab.look(this.pointers).fields[pointer] ?? []);
    }

    /** @param {Tab} tab @param {string} [leftOut] a field that the file leaves out */
    #mail(tab, leftOut) {
        const bytes = leftOut ? this.control.share(tab, leftOut) : tab.file();
        if (!bytes || tab.look([]).open !== "ready") return;
        const others = this.world.computers.filter((computer) => computer !== tab.computer);
        const to = this.chance.of(others);
        this.#note(`${tab.name} mails ${leftOut ? "a copy that says less " : ""}to computer ${to.number}`);
        this.#mailbox.push({ bytes, from: tab.computer, to });
        this.#mailed.push(bytes);
        this.oracle.promised(tab, leftOut);
    }

    #deliver() {
        if (this.#mailbox.length === 0) return;
        const mail = this.chance.of(this.#mailbox);
        const tabs = mail.to.tabs.filter((tab) => tab.ready);
        if (tabs.length === 0) return;
        const tab = this.chance.of(tabs);
        const what = this.chance.of(["whole", "whole", "whole", "kept", "twice", "cut", "dropped"]);
        this.#note(`mail for ${tab.name}: ${what}`);
        if (what !== "kept" && what !== "cut") this.#mailbox.splice(this.#mailbox.indexOf(mail), 1);
        if (what === "dropped") return;
        const file = { name: "review.json", bytes: mail.bytes };
        if (what === "cut") this.#giveCut(tab, mail.bytes);
        else tab.give(what === "twice" ? [file, { ...file, name: "review (1).json" }] : [file]);
    }

    /** A file that a mail gateway cut off changes nothing; without its last line end it would be whole. @param {Tab} tab @param {Uint8Array} bytes */
    #giveCut(tab, bytes) {
        const before = JSON.stringify(tab.look(this.pointers).fields);
        if (tab.look([]).import !== 0) return;
        tab.give([{ name: "review.json", bytes: bytes.slice(0, this.chance.below(bytes.length - 1)) }]);
        tab.ask("confirm");
        if (JSON.stringify(tab.look(this.pointers).fields) !== before) throw new Broken(`a cut file changed something in ${tab.name}`);
    }

    /** @param {Tab} tab */
    #kill(tab) {
        this.#note(`${tab.name} is killed`);
        tab.kill();
        if (this.chance.happens(0.6)) this.#open(tab.computer);
    }

    #openAnother() {
        const computer = this.chance.of(this.world.computers);
        if (computer.tabs.length < 2) this.#open(computer);
    }

    #trouble() {
        const computer = this.chance.of(this.world.computers);
        computer.trouble = computer.trouble > 0 ? 0 : this.chance.of([0.05, 0.3, 0.6, 1]);
        this.#note(`storage of computer ${computer.number} fails ${computer.trouble}`);
    }

    #setClock() {
        const computer = this.chance.of(this.world.computers);
        computer.clockOff = this.chance.of([0, 1, 60, 86_400, 40_000_000, -1, -3600, -86_400, -40_000_000]) * 1000;
        this.#note(`clock of computer ${computer.number} is off by ${computer.clockOff / 1000} s`);
    }

    /** Storage works again, and nobody types: soon everything is saved. */
    async #rest() {
        for (const computer of this.world.computers) computer.trouble = 0;
        await this.world.settle();
        for (const tab of this.world.tabs) this.#look(tab);
        await this.world.pass(70_000);
        await this.world.settle();
        for (const tab of this.world.tabs) {
            this.#look(tab);
            const { save, open } = tab.look([]);
            if (open === "ready" && save !== "saved" && save !== "memory_only") throw new Broken(`${tab.name} never saves: ${save}`);
        }
    }

    /** All computers start again, and everybody gets everything that was stored or mailed. */
    async #gather() {
        for (const tab of this.world.tabs) tab.kill();
        await this.world.turns(4);
        for (const computer of this.world.computers) this.#open(computer);
        await this.world.settle();
        const kept = [...this.#mailed, ...this.world.tabs.map((tab) => tab.file())].filter((bytes) => bytes !== null);
        // Everybody may have been killed before anything was saved.
        const files = (kept.length > 0 ? kept : [this.begun.bytes]).map((bytes, number) => ({ name: `review ${number}.json`, bytes }));
        /** @type {Uint8Array[]} */
        const together = [];
        for (const tab of this.world.tabs) {
            tab.give(tab === this.world.tabs[0] ? files : files.toReversed());
            await this.world.settle();
            tab.ask("confirm");
            await this.world.settle();
            if (tab.look([]).import !== 0) throw new Broken(`${tab.name} does not take the files in`);
            const file = tab.file();
            if (!file) throw new Broken(`${tab.name} has no review any more: ${tab.look([]).open}`);
            together.push(file);
            this.oracle.judge(tab.look(this.pointers));
            this.#judgeUnknown(file);
            const back = this.oracle.gone.find((text) => Buffer.from(file).includes(`"${text}"`));
            if (back) throw new Broken(`resurrected: "${back}" is in the file, though it was removed for good`);
        }
        const [first, ...others] = together.map((bytes) => Buffer.from(bytes));
        if (others.some((bytes) => first?.compare(bytes) !== 0)) throw new Broken("the same files in another order give another review");
    }

    /** @param {Uint8Array} bytes */
    #judgeUnknown(bytes) {
        const file = JSON.parse(new TextDecoder().decode(bytes));
        if (!file.aNewerVersionKnows) throw new Broken("lost: a member that this version does not know");
        if (file.data.future?.a?.shape !== "round") throw new Broken("lost: a field that this version does not know");
    }

    async end() {
        for (const tab of this.world.tabs) tab.kill();
        await this.world.turns(4);
    }
}

/**
 * @param {number} seed
 * @param {string} [control] name of a mistake
 * @returns {Promise<{seed: number, texts: number, error: unknown, log: string[]}>} error null: nothing was lost, nothing came back
 */
export async function runHistory(seed, control = "none") {
    const begun = await theStart();
    const history = new History(seed, begun, controls.find(({ name }) => name === control) ?? honest);
    let error = null;
    try {
        await history.run();
    } catch (reason) {
        error = reason;
    }
    await history.end();
    return { seed, texts: history.oracle.count, error, log: history.log };
}
