// Every operation of storage fails in its turn, through everything that a person does with the real planner: start, open a file, type,
// merge a file, remove, restart. At every moment what is called saved is stored, what is stored is whole, and all of it can be
// downloaded.
import assert from "node:assert/strict";
import test from "node:test";
import { readEverything } from "../web/support/fake-tab.mjs";
import { controls, honest } from "./controls.mjs";
import { theStart } from "./history.mjs";
import { Tab } from "./tab.mjs";
import { Computer, World } from "./world.mjs";

const GOAL = "/review/review/goal";
const decoder = new TextDecoder();

/** @param {Computer} computer @param {string} id @returns {Promise<string | null>} the review as it is stored, after a look at whether all is whole */
async function storedReview(computer, id) {
    const { reviews = {}, summaries = {}, rescue = {}, snapshots = {}, snapshotFacts = {} } = await readEverything(computer.database);
    assert.deepEqual(Object.keys(summaries), Object.keys(reviews), "a review without its summary, or the other way round");
    assert.deepEqual(Object.keys(snapshotFacts), Object.keys(snapshots), "an earlier version without its facts, or the other way round");
    for (const [key, { bytes, reviewId }] of Object.entries(snapshots)) assert.equal(JSON.parse(decoder.decode(bytes)).id, reviewId, key);
    assert.deepEqual(rescue, {}, "nothing was damaged, so nothing is set aside");
    for (const [key, { bytes }] of Object.entries(reviews)) {
        const file = JSON.parse(decoder.decode(bytes));
        assert.equal(file.id, key);
        assert.equal(JSON.parse(summaries[key].summary).title, file.data.review.review.title);
    }
    return reviews[id] ? decoder.decode(reviews[id].bytes) : null;
}

/** @returns {Promise<Uint8Array>} the review as somebody else, who changed something, sends it */
async function makeAnswer() {
    const { bytes, id, fields } = await theStart();
    const world = new World(2);
    const computer = new Computer(world, 1);
    world.computers = [computer];
    const tab = new Tab(computer, `#/review/${id}`, honest, "somebody else's tab");
    await world.settle();
    tab.give([{ name: "review.json", bytes }]);
    await world.settle();
    tab.ask("write", fields[2] ?? "", "van elders", 0, 0);
    tab.ask("changed_file", tab.file() ?? bytes, JSON.stringify({ "/aNewerVersionKnows": { more: 2 } }));
    const answer = tab.bridge.buffer(2);
    await world.settle();
    tab.kill();
    return answer;
}

/** @type {Promise<Uint8Array> | undefined} */
let answered;

class Journey {
    told = 0;
    operations = 0;
    /** Earlier versions that are kept. */
    versions = 0;
    /** Texts that must be in every download. @type {string[]} */
    texts = [];

    /** @param {{bytes: Uint8Array, id: string, fields: string[]}} start @param {Uint8Array} answer @param {(operation: number) => boolean} fails @param {string} control */
    constructor(start, answer, fails, control) {
        this.start = start;
        this.answer = answer;
        this.control = controls.find(({ name }) => name === control) ?? honest;
        this.world = new World(1);
        this.computer = new Computer(this.world, 0);
        this.computer.fails = () => fails((this.operations += 1));
        this.world.computers = [this.computer];
    }

    /** Time in which storage gets on with its work. @param {number} milliseconds */
    async later(milliseconds) {
        for (let part = 0; part < 10; part += 1) {
            await this.world.turns(6);
            await this.world.pass(milliseconds / 10);
        }
    }

    /** @param {string} name */
    async open(name) {
        const tab = new Tab(this.computer, `#/review/${this.start.id}`, this.control, name);
        for (let round = 0; round < 100 && !tab.ready; round += 1) await this.later(1000);
        await this.later(1000);
        return tab;
    }

    /** What is said now is compared with what is stored. @param {Tab} tab */
    async check(tab) {
        for (const pause of [0, 200, 300, 5000]) {
            await this.later(pause);
            const { open, save } = tab.look([GOAL]);
            if (open !== "ready") continue;
            const file = decoder.decode(tab.file() ?? new Uint8Array());
            for (const text of this.texts) assert.ok(file.includes(`"${text}"`), `"${text}" can be downloaded, whatever becomes of storage`);
            if (save === "failed") this.told += 1;
            const stored = await storedReview(this.computer, this.start.id);
            if (save === "saved") assert.equal(stored, file, "it is called saved");
        }
    }

    /** @param {Tab} tab @param {string} pointer @param {string} text */
    async type(tab, pointer, text) {
        tab.ask("write", pointer, text, 0, 0);
        this.texts.push(text);
        await this.check(tab);
    }

    /** @param {Tab} tab @param {Uint8Array} bytes */
    async openFile(tab, bytes) {
        tab.give([{ name: "review.json", bytes }]);
        await this.later(20_000);
        tab.ask("confirm");
        await this.later(20_000);
        if (tab.look([]).keeping === "failed") {
            this.told += 1;
            tab.ask("settle", 1);
        }
        assert.equal(tab.look([]).import, 0, "the file is taken in");
        if (bytes === this.answer) this.texts.push("van elders");
        await this.check(tab);
    }

    /** Opens the file that somebody sent, and again when storage could not say what it has. @param {Tab} tab */
    async opened(tab) {
        for (let attempt = 0; attempt < 3; attempt += 1) {
            await this.openFile(tab, this.start.bytes);
            const { open } = tab.look([]);
            if (open === "ready") return true;
            assert.equal(open, "unreadable");
            tab.ask("retry");
            await this.later(20_000);
        }
        return false;
    }

    async run() {
        const [, question = ""] = this.start.fields;
        const tab = await this.open("the tab");
        if (!(await this.opened(tab))) {
            this.told += 1; // it says that storage gives nothing, and takes nothing in that could be lost
            return this;
        }
        await this.type(tab, GOAL, "eerste");
        const added = tab.askText("add", "impressions", "Stil in de klas");
        await this.check(tab);
        await this.openFile(tab, this.answer);
        tab.ask("remove", added);
        await this.type(tab, question, "tweede");
        tab.ask("flush");
        await this.check(tab);
        const saved = tab.look([]).save === "saved";
        this.versions = Object.keys((await readEverything(this.computer.database)).snapshots ?? {}).length;
        tab.kill();
        const again = await this.open("the tab after a restart");
        if (again.look([]).open === "unreadable") again.ask("retry");
        await this.later(20_000);
        const { open } = again.look([]);
        if (saved) assert.ok(open !== "absent" || again.storage.state !== "ok", "what was saved is called absent");
        if (saved && open === "ready") await this.check(again);
        return this;
    }

    /** Storage works again, and soon everything is stored. */
    async end() {
        this.computer.fails = () => false;
        await this.later(60_000);
        await this.world.settle();
        for (const tab of this.world.tabs) {
            const { open, save } = tab.look([]);
            if (open === "ready") assert.ok(save === "saved" || save === "memory_only", save);
            tab.kill();
        }
        await this.world.turns(4);
    }
}

/** @param {(operation: number) => boolean} fails @param {string} [control] */
async function journey(fails, control = "none") {
    answered ??= makeAnswer();
    const run = new Journey(await theStart(), await answered, fails, control);
    try {
        return await run.run();
    } finally {
        await run.end();
    }
}

const ways = /** @type {const} */ ([
    ["one operation fails", 1],
    ["six in a row fail, so that trying once more does not help", 6],
    ["one operation and all after it fail", Infinity],
]);
for (const [what, length] of ways) {
    test(`${what}, wherever that begins: nothing is called saved that is not, nothing is half, everything can be downloaded`, async () => {
        const whole = await journey(() => false);
        assert.equal(whole.told, 0);
        assert.equal(whole.versions, 1, "how it was before a file was merged");
        assert.ok(whole.operations > 60, `${whole.operations} operations`);
        let told = 0;
        for (let first = 1; first <= whole.operations; first += 1) {
            const run = await journey((operation) => operation >= first && operation < first + length).catch((error) => {
                throw new Error(`operation ${first}: ${String(error)}`, { cause: error });
            });
            told += run.told;
        }
        assert.equal(told > 0, length !== 1, "what trying again does not mend is told");
    });
}

test("saying saved too early is seen", async () => {
    await assert.rejects(async () => {
        for (let first = 1; first <= 60; first += 1) await journey((operation) => operation >= first, "saved too early");
    }, /it is called saved/);
});
