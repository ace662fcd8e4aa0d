// Every operation of storage fails in its turn, through everything that a person does with it: open, save, save again, settings,
// import into what is stored, remove. What is said must be true at every moment, and what is stored must be whole.
import assert from "node:assert/strict";
import test from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { FakeTab, readEverything, wordsOf } from "./support/fake-tab.mjs";
import { failingFactory } from "./support/failing-indexeddb.mjs";

/** What the database holds, review by review, after a look at whether each is whole. @param {IDBFactory} real */
async function storedWords(real) {
    const { reviews = {}, summaries = {}, rescue = {} } = await readEverything(real);
    assert.deepEqual(Object.keys(summaries), Object.keys(reviews), "a review without its summary, or the other way round");
    assert.deepEqual(rescue, {}, "nothing was damaged, so nothing is set aside");
    /** @type {Record<string, Set<string>>} */
    const words = {};
    for (const [id, { bytes, revision }] of Object.entries(reviews)) {
        const whole = wordsOf(bytes);
        assert.ok(whole, `${id} is half a review`);
        assert.deepEqual([summaries[id].revision, JSON.parse(summaries[id].summary)], [revision, { id, count: whole.size }]);
        words[id] = whole;
    }
    return words;
}

class Session {
    /** Words that somebody was told are stored, by review. @type {Map<string, Set<string>>} */
    promised = new Map();
    /** Reviews of which somebody was told that they are gone. @type {Set<string>} */
    gone = new Set();
    failed = 0;
    #seen = 0;

    /** @param {IDBFactory} real @param {(operation: number) => boolean} fails */
    constructor(real, fails) {
        this.real = real;
        this.wrapper = failingFactory(real, fails);
        this.tab = new FakeTab(this.wrapper.factory);
        this.other = new FakeTab(real);
    }

    /** Opens a review as the planner does: again when storage does not give it. @param {string} id */
    async open(id) {
        for (let attempt = 0; attempt < 3; attempt += 1) {
            const { status, bytes } = await this.tab.storage.load(id);
            if (this.tab.storage.state === "memory") return;
            assert.notEqual(status, 1, `${id} is stored, and is called absent`);
            if (status !== 0) continue;
            assert.deepEqual(wordsOf(bytes), (await storedWords(this.real))[id]);
            this.tab.reviews.set(id, new Set([...(wordsOf(bytes) ?? []), ...(this.tab.reviews.get(id) ?? [])]));
            return;
        }
        this.failed += 1;
    }

    /** Whatever was told since the last look is compared with what is stored. @param {string} [erased] was being removed */
    async look(erased) {
        await this.tab.quiet();
        const saves = this.tab.saves.slice(this.#seen);
        this.#seen = this.tab.saves.length;
        for (const { id, status, message, words } of saves) {
            if (message === "memory") continue;
            if (status !== 0) this.failed += 1;
            else if (id === erased) this.#forget(id);
            else this.promised.set(id, new Set([...(this.promised.get(id) ?? []), ...words]));
        }
        const stored = await storedWords(this.real);
        for (const [id, words] of this.promised) {
            for (const word of words) assert.ok(stored[id]?.has(word), `"${word}" of ${id} was called saved, or was there before, and is not stored`);
        }
        for (const id of this.gone) assert.ok(!(id in stored), `${id} was called removed and is stored`);
    }

    /** @param {string} id */
    #forget(id) {
        this.promised.delete(id);
        this.gone.add(id);
    }

    /** Somebody else's tab, whose storage works. @param {string} id @param {string} word */
    async elsewhere(id, word) {
        this.other.write(id, word);
        await this.other.quiet();
        this.promised.set(id, new Set([...(this.promised.get(id) ?? []), word]));
    }

    /** @param {string} id */
    async remove(id) {
        this.tab.erasing.add(id);
        this.tab.storage.save(id);
        await this.look(id);
    }
}

/** @param {(operation: number) => boolean} fails */
async function journey(fails) {
    const real = new IDBFactory();
    const before = new FakeTab(real);
    await before.storage.start();
    for (const id of ["old", "bin"]) before.write(id, `in ${id}`);
    await before.quiet();

    const session = new Session(real, fails);
    const { tab } = session;
    for (const id of ["old", "bin"]) session.promised.set(id, new Set([`in ${id}`]));
    const start = await tab.storage.start();
    assert.ok(start.state === "memory" || start.summaries.length === 2);
    await session.open("old");
    await session.look();
    tab.write("new", "eerste");
    await session.look();
    await session.elsewhere("new", "van elders");
    tab.write("new", "tweede");
    await session.look();
    await tab.storage.saveSettings('{"theme":"dark"}');
    tab.write("old", "uit een bestand"); // what an import of a file of this review does
    await session.look();
    await session.remove("bin");
    for (const [id, word] of /** @type {const} */ ([["new", "eerste"], ["new", "tweede"], ["old", "uit een bestand"]])) {
        assert.ok(tab.reviews.get(id)?.has(word), `"${word}" can be downloaded, whatever became of storage`);
    }
    return session;
}

/** Storage works again, and everything is tried once more. @param {Session} session */
async function tryAgain(session) {
    for (const id of ["new", "old"]) session.tab.storage.save(id);
    await session.look();
    await session.tab.storage.saveSettings('{"theme":"dark"}');
    if (!session.gone.has("bin")) await session.remove("bin");
    const { settings = {} } = await readEverything(session.real);
    const stored = await storedWords(session.real);
    assert.deepEqual(stored, {
        new: new Set(["eerste", "van elders", "tweede"]),
        old: new Set(["in old", "uit een bestand"]),
    });
    assert.equal(settings.settings, '{"theme":"dark"}');
}

const ways = /** @type {const} */ ([
    ["one operation fails", 1],
    ["six in a row fail, so that trying once more does not help", 6],
    ["one operation and all after it fail", Infinity],
]);
for (const [what, length] of ways) {
    test(`${what}, wherever that begins: nothing is called saved that is not, and nothing is half written`, async () => {
        const whole = await journey(() => false);
        const { count } = whole.wrapper;
        assert.equal(whole.failed, 0);
        assert.ok(count > 30, `${count} operations`);
        let told = 0;
        for (let first = 1; first <= count; first += 1) {
            let isBroken = true;
            const session = await journey((operation) => isBroken && operation >= first && operation < first + length);
            if (length === 1) assert.equal(session.failed, 0, `operation ${first}`);
            told += session.failed;
            isBroken = false;
            if (session.tab.storage.state !== "memory") await tryAgain(session);
            else assert.notEqual(length, 1, `operation ${first} ended in memory`);
        }
        assert.equal(told > 0, length !== 1, "what trying again does not mend is told");
    });
}
