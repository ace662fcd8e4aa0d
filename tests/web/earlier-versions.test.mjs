import assert from "node:assert/strict";
import test from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { FakeTab, bytesOf, readEverything, settled, wordsOf } from "./support/fake-tab.mjs";
import { failingFactory, fullFactory } from "./support/failing-indexeddb.mjs";
import { EarlierVersions } from "../../web/earlier-versions.js";
import { excess } from "../../web/storage-snapshots.js";

const DAY = 24 * 60 * 60 * 1000;

/** @param {IDBFactory} [factory] @param {number} [dataVersion] */
async function opened(factory = new IDBFactory(), dataVersion) {
    const tab = new FakeTab(factory, undefined, dataVersion);
    await tab.storage.start();
    return { tab, factory, earlier: new EarlierVersions(tab.storage) };
}

/** @param {string} reviewId @param {string} [why] */
const of = (reviewId, why = "import") => ({ reviewId, why, title: `Titel van ${reviewId}` });

/** @param {string} reviewId @param {number} number @param {number} savedAt @param {number} [size] */
const facts = (reviewId, number, savedAt, size = 100) => ({ key: `${reviewId} ${number}`, reviewId, number, savedAt, size, why: "import", title: "" });

test("a snapshot is listed with what it is, and given back byte for byte", async () => {
    const { earlier, tab } = await opened();
    assert.equal(await earlier.take(of("one"), bytesOf(["eerst"])), 0);
    assert.equal(await earlier.take(of("one", "removal"), bytesOf(["later", "eerst"])), 0);
    const found = await earlier.list();
    assert.deepEqual(found.map(({ reviewId, why, title, number, size }) => [reviewId, why, title, number, size]), [
        ["one", "removal", "Titel van one", 2, 17],
        ["one", "import", "Titel van one", 1, 9],
    ]);
    assert.deepEqual(wordsOf((await earlier.load(found[1]?.key ?? "")).bytes), new Set(["eerst"]));
    assert.equal((await earlier.load("one 000009")).status, 1);
    assert.equal(tab.storage.busy, false);
});

test("the same twice is kept once; of what is not in memory, what is stored is taken", async () => {
    const { earlier, tab } = await opened();
    tab.write("one", "opgeslagen");
    await tab.quiet();
    for (let time = 0; time < 3; time += 1) assert.equal(await earlier.take({ ...of("one"), title: "" }, new Uint8Array()), 0);
    assert.equal(await earlier.take(of("absent"), new Uint8Array()), 0);
    const found = await earlier.list();
    assert.equal(found.length, 1);
    assert.deepEqual(wordsOf((await earlier.load(found[0]?.key ?? "")).bytes), new Set(["opgeslagen"]));
});

test("ten are kept of each review, also with a clock that is set back", async () => {
    const { earlier } = await opened();
    const now = Date.now;
    try {
        for (let index = 0; index < 14; index += 1) {
            Date.now = () => 1_000_000_000 - index * 60_000;
            assert.equal(await earlier.take(of("one"), bytesOf([`${index}`])), 0);
        }
    } finally {
        Date.now = now;
    }
    const numbers = (await earlier.list()).map(({ number }) => number).sort((one, other) => one - other);
    assert.deepEqual(numbers, [5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
});

test("what is too old or too much goes, and the newest of each review stays", () => {
    const now = 100 * DAY;
    const all = [facts("a", 1, now - 40 * DAY), facts("a", 2, now - 29 * DAY), facts("b", 1, now - 90 * DAY), facts("a", 3, now)];
    assert.deepEqual(excess(all, now), new Set(["a 1"]));
    const heavy = [facts("a", 1, now - 3, 20e6), facts("b", 1, now - 2, 45e6), facts("a", 2, now - 1, 20e6), facts("a", 3, now, 1e6)];
    assert.deepEqual(excess(heavy, now), new Set(["a 1", "a 2"]));
    assert.deepEqual(excess([facts("a", 1, now + 400 * DAY), facts("a", 2, now)], now), new Set(), "from the future: kept by number");
});

test("they go with the review when it is erased, and on demand; those of others stay", async () => {
    const { earlier, tab, factory } = await opened();
    for (const id of ["one", "one more", "two"]) {
        tab.write(id, "woord");
        await tab.quiet();
        await earlier.take(of(id), bytesOf([id]));
    }
    tab.erasing.add("one");
    tab.storage.save("one");
    await tab.quiet();
    assert.deepEqual((await earlier.list()).map(({ reviewId }) => reviewId).sort(), ["one more", "two"]);
    assert.equal(await earlier.erase("two"), 0);
    const { snapshots = {}, snapshotFacts = {} } = await readEverything(factory);
    assert.deepEqual([Object.keys(snapshots), Object.keys(snapshotFacts)], [["one more 000001"], ["one more 000001"]]);
});

test("what an older planner wrote is kept as it was by the first save over it, in one and the same transaction", async () => {
    const factory = new IDBFactory();
    const older = await opened(factory, 1);
    older.tab.write("one", "oud");
    await older.tab.quiet();
    let isFull = true;
    const tab = new FakeTab(fullFactory(factory, () => isFull), undefined, 2);
    await tab.storage.start();
    tab.write("one", "nieuw");
    await tab.quiet();
    assert.equal(tab.saves.at(-1)?.status, 1);
    assert.deepEqual(wordsOf((await readEverything(factory)).reviews?.one.bytes), new Set(["oud"]), "no snapshot, no upgrade");
    isFull = false;
    for (const word of ["nieuw", "nieuwer"]) {
        tab.write("one", word);
        await tab.quiet();
    }
    const { snapshots = {} } = await readEverything(factory);
    const kept = Object.values(snapshots);
    assert.deepEqual(kept.map(({ why, dataVersion, bytes }) => [why, dataVersion, wordsOf(bytes)]), [["upgrade", 1, new Set(["oud"])]]);
});

test("whichever operation fails: a snapshot that is called taken can be read, and one that is not leaves nothing half", async () => {
    const real = failingFactory(new IDBFactory(), () => false);
    const whole = new EarlierVersions((await opened(real.factory)).tab.storage);
    await whole.take(of("one"), bytesOf(["een"]));
    assert.ok(real.count > 6);
    for (const length of [1, Infinity]) {
        let refused = 0;
        for (let first = 1; first <= real.count; first += 1) {
            const factory = new IDBFactory();
            await opened(factory);
            const { earlier } = await opened(failingFactory(factory, (operation) => operation >= first && operation < first + length).factory);
            const status = await earlier.take(of("one"), bytesOf(["een"]));
            const { snapshots = {}, snapshotFacts = {} } = await readEverything(factory);
            assert.deepEqual(Object.keys(snapshots), Object.keys(snapshotFacts));
            if (status === 0) assert.deepEqual(wordsOf(snapshots["one 000001"]?.bytes), new Set(["een"]));
            else refused += 1;
        }
        assert.equal(refused > 0, length !== 1);
    }
});

test("a snapshot whose facts are lost is listed all the same", async () => {
    const { earlier, tab } = await opened();
    await earlier.take(of("one"), bytesOf(["een"]));
    await tab.storage.transact("readwrite", ["snapshotFacts"], async (transaction) => transaction.objectStore("snapshotFacts").delete("one 000001"));
    const found = await earlier.list();
    assert.deepEqual(found.map(({ key, reviewId, number, savedAt }) => [key, reviewId, number, savedAt]), [["one 000001", "one", 1, 0]]);
    assert.equal(await earlier.take(of("one"), bytesOf(["twee"])), 0);
    assert.equal((await earlier.list()).length, 1, "of an unknown age, and there is a newer one");
});

test("a database that the first planner made gets room for earlier versions, and keeps what is in it", async () => {
    const factory = new IDBFactory();
    const opening = factory.open("peer-review-planner", 1);
    opening.onupgradeneeded = () => {
        for (const store of ["reviews", "summaries", "settings", "rescue"]) opening.result.createObjectStore(store);
        opening.transaction?.objectStore("reviews").put({ id: "one", bytes: bytesOf(["oud"]), revision: 3, savedAt: 1, dataVersion: 1 }, "one");
        opening.transaction?.objectStore("summaries").put({ id: "one", summary: '{"id":"one","count":1,"title":"Oud"}', revision: 3, savedAt: 1, dataVersion: 1 }, "one");
    };
    /** @type {string[]} */
    const told = [];
    const older = await settled(opening);
    older.onversionchange = () => {
        told.push("give way");
        older.close();
    };
    const { earlier, tab } = await opened(factory);
    assert.deepEqual([told, tab.states], [["give way"], []]);
    assert.deepEqual(wordsOf((await tab.storage.load("one")).bytes), new Set(["oud"]));
    assert.equal(await earlier.take({ ...of("one"), title: "" }, new Uint8Array()), 0);
    assert.deepEqual((await earlier.list()).map(({ title }) => title), ["Oud"]);
});
