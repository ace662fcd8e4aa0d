// What befalls storage while the planner is in use: each has a state that people are told, and a way on.
import assert from "node:assert/strict";
import test from "node:test";
import { IDBFactory, forceCloseDatabase } from "fake-indexeddb";
import { FakeTab, readEverything, settled, wordsOf } from "./support/fake-tab.mjs";
import { fullFactory, losingFactory, silentFactory } from "./support/failing-indexeddb.mjs";
import { HandClock } from "./support/hand-clock.mjs";

const NAME = "peer-review-planner";

/** A database that keeps the connections it gave. @param {IDBFactory} real */
function watched(real) {
    /** @type {IDBDatabase[]} */
    const given = [];
    const open = (/** @type {string} */ name, /** @type {number} */ version) => {
        const request = real.open(name, version);
        request.addEventListener("success", () => given.push(request.result));
        return request;
    };
    return { given, factory: /** @type {IDBFactory} */ (/** @type {unknown} */ ({ open })) };
}

/** The browser closes a connection. @param {IDBDatabase | undefined} database */
async function closed(database) {
    forceCloseDatabase(/** @type {any} */ (database));
    await new Promise((resolve) => setTimeout(resolve, 10));
}

/** A database with reviews of one word each, and settings. @param {string[]} ids */
async function filled(ids) {
    const factory = new IDBFactory();
    const tab = new FakeTab(factory);
    await tab.storage.start();
    for (const id of ids) tab.write(id, `in ${id}`);
    await tab.storage.saveSettings('{"theme":"dark"}');
    await tab.quiet();
    tab.storage.close();
    return factory;
}

/** @param {IDBFactory} factory @param {string} store @param {string} key @param {unknown} value */
async function put(factory, store, key, value) {
    const database = /** @type {IDBDatabase} */ (await settled(factory.open(NAME)));
    await settled(database.transaction([store], "readwrite").objectStore(store).put(value, key));
    database.close();
}

test("storage that is emptied while the planner is open is noticed at once, told, and filled with what is open", async () => {
    const real = await filled(["one", "two", "elsewhere"]);
    const { factory, given } = watched(real);
    const tab = new FakeTab(factory);
    await tab.storage.start();
    tab.write("one", "een");
    tab.write("two", "twee");
    await tab.storage.saveSettings('{"theme":"light"}');
    await tab.quiet();
    forceCloseDatabase(/** @type {any} */ (given.at(-1)));
    await settled(real.deleteDatabase(NAME));
    await new Promise((resolve) => setTimeout(resolve, 10));
    await tab.quiet();
    assert.deepEqual(tab.states, ["emptied"]);
    assert.equal(tab.storage.state, "ok");
    const { reviews = {}, settings = {} } = await readEverything(real);
    assert.deepEqual(Object.keys(reviews), ["one", "two"]);
    assert.equal(settings.settings, '{"theme":"light"}');
    assert.deepEqual(wordsOf(reviews.one.bytes), new Set(["in one", "een"]));
    assert.ok(!tab.indexes.at(-1)?.join().includes("elsewhere"), "what is gone is listed no more");
});

test("storage that was emptied while no connection was open is noticed at its next use", async () => {
    const real = await filled(["one", "elsewhere"]);
    let isFull = false;
    const tab = new FakeTab(fullFactory(real, () => isFull));
    await tab.storage.start();
    isFull = true;
    tab.write("one", "een");
    await tab.quiet();
    await settled(real.deleteDatabase(NAME));
    isFull = false;
    await tab.storage.load("elsewhere");
    await tab.quiet();
    assert.deepEqual(tab.states, ["emptied"]);
    assert.ok(tab.indexes.length > 0);
    const { reviews = {}, settings = {} } = await readEverything(real);
    assert.deepEqual([Object.keys(reviews), settings], [["one"], {}], "nobody chose settings in this tab");
});

test("a connection that the browser closes is opened anew, and nobody is told of what did not happen", async () => {
    const { factory, given } = watched(await filled(["one"]));
    const tab = new FakeTab(factory);
    await tab.storage.start();
    await closed(given.at(-1));
    await tab.quiet();
    assert.equal(given.length, 2);
    tab.write("one", "een");
    await tab.quiet();
    assert.deepEqual([tab.states, tab.saves.map(({ status }) => status)], [[], [0]]);
});

test("a first visit finds nothing, and that is not called emptied", async () => {
    const tab = new FakeTab(new IDBFactory());
    await tab.storage.start();
    assert.deepEqual(tab.states, []);
});

test("a connection that is lost while the planner starts is opened anew, later each time; one that never comes means memory", async () => {
    const real = await filled(["one"]);
    const some = losingFactory(real, 3);
    assert.equal((await new FakeTab(some.factory).storage.start()).summaries.length, 1);
    assert.equal(some.opened, 4);
    assert.equal((await new FakeTab(losingFactory(real, 99).factory).storage.start()).state, "memory");
});

test("a database that did not answer at the start is looked at again without being asked", async () => {
    let isSilent = true;
    const tab = new FakeTab(silentFactory(await filled(["one"]), () => isSilent).factory);
    const clock = new HandClock();
    try {
        const starting = tab.storage.start();
        await clock.seconds(60);
        assert.equal((await starting).state, "blocked");
    } finally {
        clock.stop();
    }
    assert.equal(tab.waiting.length, 1, "it looks later, and does nothing until then");
    isSilent = false;
    tab.waiting.pop()?.();
    await tab.quiet();
    assert.deepEqual(tab.states, ["ok"]);
    assert.deepEqual(tab.indexes.at(-1), ['{"id":"one","count":1}']);
    assert.equal(tab.waiting.length, 0);
});

test("a review whose summary is damaged or gone is listed all the same, and mended by its next save", async () => {
    const factory = await filled(["half", "whole", "without"]);
    await put(factory, "summaries", "half", { id: "half", summary: '{"id":"ha' });
    await put(factory, "summaries", "without", { id: "without", summary: '{"title":"?"}' });
    const tab = new FakeTab(factory);
    const listed = (await tab.storage.start()).summaries.sort();
    assert.deepEqual(listed, ['{"id":"half"}', '{"id":"whole","count":1}', '{"id":"without"}']);
    tab.write("half", "nieuw");
    await tab.quiet();
    assert.equal(tab.summary, "", "the planner gets no damaged one");
    assert.equal((await readEverything(factory)).summaries?.half.summary, '{"id":"half","count":2}');
});

for (const store of ["summaries", "settings"]) {
    test(`one record of the ${store} that the browser does not give leaves the rest`, async () => {
        const real = await filled(["bad", "good"]);
        const tab = new FakeTab(losingFactory(real, 0, store === "settings" ? "settings" : "bad").factory);
        const start = await tab.storage.start();
        assert.equal(start.state, "ok");
        assert.deepEqual(start.summaries.sort(), store === "settings" ? ['{"id":"bad","count":1}', '{"id":"good","count":1}'] : ['{"id":"bad"}', '{"id":"good","count":1}']);
        assert.equal(start.settings, store === "settings" ? null : '{"theme":"dark"}');
        assert.equal((await tab.storage.load("good")).status, 0);
        tab.write("good", "nieuw");
        await tab.quiet();
        assert.equal(tab.saves.at(-1)?.status, 0);
    });
}

test("a record that is no review gives its raw text, so that it can be downloaded", async () => {
    const factory = await filled(["one"]);
    await put(factory, "reviews", "one", { id: "one", bytes: { lost: true } });
    const tab = new FakeTab(factory);
    await tab.storage.start();
    const { status, bytes } = await tab.storage.load("one");
    assert.deepEqual([status, new TextDecoder().decode(bytes)], [0, '{"id":"one","bytes":{"lost":true}}']);
});

test("what was set aside twice is there twice, also when the clock was set back", async () => {
    const factory = await filled(["one"]);
    const now = Date.now;
    Date.now = () => 1000;
    try {
        const tab = new FakeTab(factory);
        await tab.storage.start();
        for (const text of ["{eerste", "{tweede"]) {
            await put(factory, "reviews", "one", { id: "one", bytes: new TextEncoder().encode(text) });
            tab.write("one", text);
            await tab.quiet();
        }
    } finally {
        Date.now = now;
    }
    const set = Object.values((await readEverything(factory)).rescue ?? {}).map(({ bytes }) => new TextDecoder().decode(bytes));
    assert.deepEqual(set.sort(), ["{eerste", "{tweede"]);
});

test("a planner of an older data version leaves what a newer one wrote, and says so", async () => {
    const factory = new IDBFactory();
    const [older, newer] = [new FakeTab(factory, undefined, 1), new FakeTab(factory, undefined, 2)];
    await Promise.all([older.storage.start(), newer.storage.start()]);
    older.write("shared", "oud");
    older.write("own", "eigen");
    await older.quiet();
    newer.write("shared", "nieuw");
    await newer.storage.saveSettings('{"theme":"dark"}');
    await newer.quiet();
    const before = await readEverything(factory);
    assert.deepEqual(wordsOf(before.reviews?.shared.bytes), new Set(["oud", "nieuw"]), "the newer one merges what the older one wrote");
    assert.deepEqual([before.reviews?.shared.dataVersion, before.summaries?.shared.dataVersion, before.reviews?.own.dataVersion], [2, 2, 1]);

    const images = older.images;
    older.write("shared", "te laat");
    older.erasing.add("shared");
    await older.quiet();
    await older.storage.saveSettings('{"theme":"light"}');
    older.storage.save("shared");
    await older.quiet();
    assert.deepEqual(await readEverything(factory), before);
    assert.deepEqual(older.saves.slice(-2).map(({ status }) => status), [6, 6]);
    assert.equal(older.images, images, "it is not even asked what it would write");
    assert.deepEqual(older.states, ["versionchange"]);

    assert.deepEqual(wordsOf((await older.storage.load("shared")).bytes), new Set(["oud", "nieuw"]), "reading is no harm");
    older.write("own", "nog eigen");
    await older.quiet();
    assert.equal(older.saves.at(-1)?.status, 0, "what only older planners wrote is still theirs");
});

test("an older planner leaves a review alone whose summary alone is newer, and one that no planner can read", async () => {
    const factory = await filled(["one", "two"]);
    await put(factory, "summaries", "one", { id: "one", summary: '{"id":"one","count":1}', dataVersion: 7 });
    await put(factory, "reviews", "two", { id: "two", bytes: new TextEncoder().encode("binary of a later day"), dataVersion: 7 });
    const before = await readEverything(factory);
    const wrapper = watched(factory);
    const tab = new FakeTab(wrapper.factory);
    await tab.storage.start();
    for (const id of ["one", "two"]) {
        tab.write(id, "woord");
        await tab.quiet();
    }
    assert.equal(wrapper.given.length, 2, "another attempt would meet the same");
    assert.deepEqual(tab.saves.map(({ status }) => status), [6, 6]);
    assert.deepEqual(await readEverything(factory), before);
});

test("what was stored before records told their data version opens, and is merged", async () => {
    const factory = await filled(["other"]);
    await put(factory, "reviews", "one", { id: "one", bytes: new TextEncoder().encode('["vroeger"]'), revision: 3, savedAt: 1 });
    await put(factory, "summaries", "one", { id: "one", summary: '{"id":"one","count":1}', revision: 3, savedAt: 1 });
    const tab = new FakeTab(factory);
    assert.equal((await tab.storage.start()).summaries.length, 2);
    tab.write("one", "nu");
    await tab.quiet();
    const { reviews } = await readEverything(factory);
    assert.deepEqual([wordsOf(reviews?.one.bytes), reviews?.one.revision, reviews?.one.dataVersion], [new Set(["nu", "vroeger"]), 4, 1]);
});
