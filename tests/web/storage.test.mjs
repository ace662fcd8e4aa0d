import assert from "node:assert/strict";
import test from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { FakeTab, bytesOf, readEverything, settled, wordsOf } from "./support/fake-tab.mjs";
import { failingFactory } from "./support/failing-indexeddb.mjs";

let channels = 0;
/** A channel of its own for each test. */
function newChannel() {
    const name = `storage test ${(channels += 1)}`;
    return () => new BroadcastChannel(name);
}

test("what is saved is found again, with its summary", async () => {
    const factory = new IDBFactory();
    const tab = new FakeTab(factory);
    assert.deepEqual(await tab.storage.start(), { state: "ok", summaries: [], settings: null });
    tab.write("one", "een");
    await tab.quiet();
    assert.deepEqual(tab.saves, [{ id: "one", status: 0, message: "", words: ["een"] }]);
    const later = new FakeTab(factory);
    assert.deepEqual((await later.storage.start()).summaries, ['{"id":"one","count":1}']);
    const loaded = await later.storage.load("one");
    assert.equal(loaded.status, 0);
    assert.deepEqual(wordsOf(loaded.bytes), new Set(["een"]));
    assert.equal((await later.storage.load("two")).status, 1);
});

test("a save while one runs is one more save, however often it is asked", async () => {
    const tab = new FakeTab(new IDBFactory());
    await tab.storage.start();
    for (let index = 0; index < 20; index += 1) tab.write("one", `w${index}`);
    await tab.quiet();
    assert.equal(tab.images, 2);
    assert.equal(tab.saves.at(-1)?.words.length, 20);
});

test("a save that changes nothing writes nothing and tells no other tab", async () => {
    const factory = new IDBFactory();
    const tab = new FakeTab(factory);
    await tab.storage.start();
    tab.write("one", "een");
    await tab.quiet();
    tab.storage.save("one");
    await tab.quiet();
    assert.equal(tab.saves.length, 2);
    assert.equal((await readEverything(factory)).reviews?.one.revision, 1);
});

test("two tabs on one review lose nothing and end up equal", async () => {
    const factory = new IDBFactory();
    const channel = newChannel();
    const [left, right] = [new FakeTab(factory, channel), new FakeTab(factory, channel)];
    await Promise.all([left.storage.start(), right.storage.start()]);
    for (let round = 0; round < 25; round += 1) {
        left.write("one", `links ${round}`);
        right.write("one", `rechts ${round}`);
        if (round % 3 === 0) await new Promise((resolve) => setImmediate(resolve));
        if (round % 7 === 0) await left.quiet();
    }
    for (let wait = 0; wait < 10; wait += 1) await Promise.all([left.quiet(), right.quiet()]);
    assert.equal(left.reviews.get("one")?.size, 50);
    assert.deepEqual([...(left.reviews.get("one") ?? [])].sort(), [...(right.reviews.get("one") ?? [])].sort());
    assert.equal(wordsOf((await left.storage.load("one")).bytes)?.size, 50);
    assert.ok(left.hints.length > 0 && right.hints.length > 0);
    left.storage.close();
    right.storage.close();
});

test("a hint from another tab brings the new summaries", async () => {
    const factory = new IDBFactory();
    const channel = newChannel();
    const [writer, reader] = [new FakeTab(factory, channel), new FakeTab(factory, channel)];
    await Promise.all([writer.storage.start(), reader.storage.start()]);
    writer.write("one", "een");
    await writer.quiet();
    await new Promise((resolve) => setTimeout(resolve, 30));
    await reader.quiet();
    assert.deepEqual(reader.indexes.at(-1), ['{"id":"one","count":1}']);
    writer.storage.close();
    reader.storage.close();
});

test("without a database everything works in memory", async () => {
    const tab = new FakeTab(undefined);
    assert.equal((await tab.storage.start()).state, "memory");
    tab.write("one", "een");
    assert.equal(tab.saves.length, 0, "answers never come inside the call");
    await tab.quiet();
    assert.deepEqual(tab.saves, [{ id: "one", status: 0, message: "memory", words: ["een"] }]);
    assert.deepEqual(wordsOf((await tab.storage.load("one")).bytes), new Set(["een"]));
    tab.erasing.add("one");
    tab.storage.save("one");
    await tab.quiet();
    assert.equal((await tab.storage.load("one")).status, 1);
});

test("a database that refuses at the start means memory", async () => {
    const { factory } = failingFactory(new IDBFactory(), () => true);
    assert.equal((await new FakeTab(factory).storage.start()).state, "memory");
});

for (const [what, bytes] of Object.entries({ "half a file": new TextEncoder().encode("{half"), "no bytes": "{}" })) {
    test(`what cannot be read (${what}) moves aside and stays`, async () => {
        const factory = new IDBFactory();
        await new FakeTab(factory).storage.start();
        const garbage = { id: "one", bytes, revision: 7, savedAt: 1 };
        const database = /** @type {IDBDatabase} */ (await settled(factory.open("peer-review-planner")));
        await settled(database.transaction(["reviews"], "readwrite").objectStore("reviews").put(garbage, "one"));
        database.close();
        const tab = new FakeTab(factory);
        await tab.storage.start();
        tab.write("one", "nieuw");
        await tab.quiet();
        const { reviews, rescue } = await readEverything(factory);
        assert.deepEqual(Object.values(rescue ?? {}), [garbage]);
        assert.deepEqual(wordsOf(reviews?.one.bytes), new Set(["nieuw"]));
        assert.equal(reviews?.one.revision, 8);
    });
}

test("erasing takes review and summary away, after a look at what is stored", async () => {
    const factory = new IDBFactory();
    const tab = new FakeTab(factory);
    await tab.storage.start();
    tab.write("one", "een");
    tab.write("two", "twee");
    await tab.quiet();
    tab.erasing.add("one");
    tab.storage.save("one");
    await tab.quiet();
    assert.equal(tab.summary, '{"id":"one","count":1}');
    const { reviews, summaries } = await readEverything(factory);
    assert.deepEqual([Object.keys(reviews ?? {}), Object.keys(summaries ?? {})], [["two"], ["two"]]);
});

test("settings are kept in the order in which they were given", async () => {
    const factory = new IDBFactory();
    const tab = new FakeTab(factory);
    await tab.storage.start();
    for (let index = 0; index < 5; index += 1) void tab.storage.saveSettings(`{"n":${index}}`);
    await tab.quiet();
    assert.equal((await new FakeTab(factory).storage.start()).settings, '{"n":4}');
});

test("a newer version of the planner takes the database over: nothing is called saved any more", async () => {
    const factory = new IDBFactory();
    const tab = new FakeTab(factory);
    await tab.storage.start();
    const upgrade = factory.open("peer-review-planner", 3);
    const newer = /** @type {IDBDatabase} */ (await settled(upgrade));
    tab.write("one", "een");
    await tab.quiet();
    assert.deepEqual(tab.states, ["versionchange"]);
    assert.equal(tab.saves.at(-1)?.status, 4);
    assert.equal((await tab.storage.load("one")).status, 2);
    newer.close();
    const older = new FakeTab(factory);
    assert.equal((await older.storage.start()).state, "versionchange");
});

test("storage that was cleared while the planner is open is filled again", async () => {
    const factory = new IDBFactory();
    const tab = new FakeTab(factory);
    await tab.storage.start();
    tab.write("one", "een");
    await tab.quiet();
    await settled(factory.deleteDatabase("peer-review-planner"));
    tab.write("one", "twee");
    await tab.quiet();
    assert.deepEqual(tab.states, ["emptied"]);
    assert.equal(tab.saves.at(-1)?.status, 0);
    assert.deepEqual(wordsOf((await tab.storage.load("one")).bytes), new Set(["een", "twee"]));
});

/**
 * Two reviews, several saves, a removal and settings, with operations that fail as asked. After every "saved" what it promised
 * must be in the database, and review and summary must always belong together.
 * @param {(operation: number, kind: string) => boolean} fails
 */
async function sessionWith(fails) {
    const real = new IDBFactory();
    await new FakeTab(real).storage.start();
    const wrapper = failingFactory(real, fails);
    const tab = new FakeTab(wrapper.factory);
    await tab.storage.start();
    for (const [id, word] of /** @type {const} */ ([["one", "a"], ["one", "b"], ["two", "c"], ["one", "d"]])) {
        tab.write(id, word);
        await tab.quiet();
        await checkPromises(tab, real);
    }
    await tab.storage.saveSettings("{}");
    return { tab, count: wrapper.count };
}

/** @param {FakeTab} tab @param {IDBFactory} real */
async function checkPromises(tab, real) {
    const { reviews = {}, summaries = {} } = await readEverything(real);
    for (const { id, status, message, words } of tab.saves) {
        if (status !== 0 || message === "memory") continue;
        const stored = wordsOf(reviews[id]?.bytes ?? bytesOf([]));
        for (const word of words) assert.ok(stored?.has(word), `"${word}" was called saved but is not stored`);
    }
    assert.deepEqual(Object.keys(reviews).sort(), Object.keys(summaries).sort());
    for (const [id, review] of Object.entries(reviews)) {
        assert.equal(summaries[id].revision, review.revision);
        assert.equal(JSON.parse(summaries[id].summary).count, wordsOf(review.bytes)?.size);
    }
}

test("one failing operation, whichever it is, costs nothing", async () => {
    const { count } = await sessionWith(() => false);
    assert.ok(count > 20, `${count} operations`);
    for (let failing = 1; failing <= count; failing += 1) {
        const { tab } = await sessionWith((operation) => operation === failing);
        assert.deepEqual(tab.saves.map(({ status }) => status), [0, 0, 0, 0], `operation ${failing}`);
        assert.ok(tab.saves.every(({ message }) => message === ""), `operation ${failing} ended in memory`);
    }
});

test("storage that stops working at any point is never called saved", async () => {
    const { count } = await sessionWith(() => false);
    let refused = 0;
    for (let failing = 1; failing <= count; failing += 1) {
        const { tab } = await sessionWith((operation) => operation >= failing);
        refused += tab.saves.filter(({ status }) => status !== 0).length;
    }
    assert.ok(refused > count / 2);
});

test("after a time of failing the next save stores everything", async () => {
    const real = new IDBFactory();
    let broken = false;
    const tab = new FakeTab(failingFactory(real, () => broken).factory);
    await tab.storage.start();
    for (const [word, isBroken] of /** @type {[string, boolean][]} */ ([["a", false], ["b", true], ["c", true], ["d", false]])) {
        broken = isBroken;
        tab.write("one", word);
        await tab.quiet();
    }
    assert.deepEqual(tab.saves.map(({ status }) => status === 0), [true, false, false, true]);
    assert.deepEqual(wordsOf((await readEverything(real)).reviews?.one.bytes), new Set(["a", "b", "c", "d"]));
});

test("the check of the promises can fail", async () => {
    const real = new IDBFactory();
    const tab = new FakeTab(real);
    await tab.storage.start();
    tab.saves.push({ id: "one", status: 0, message: "", words: ["nooit geschreven"] });
    await assert.rejects(checkPromises(tab, real), /was called saved/);
});
