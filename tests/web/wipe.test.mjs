import assert from "node:assert/strict";
import test from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { FakeTab, settled } from "./support/fake-tab.mjs";
import { RecordingPlanner, openPage } from "./support/page.mjs";
import { Persistence } from "../../web/persistence.js";
import { wipe } from "../../web/wipe.js";

let channels = 0;
/** A channel of its own for each test. */
function newChannel() {
    const name = `wipe test ${(channels += 1)}`;
    return () => new BroadcastChannel(name);
}

/** @param {IDBFactory} factory */
const names = async (factory) => (await factory.databases()).map(({ name }) => name);

/** Lets messages between tabs arrive. @returns {Promise<void>} */
const moment = () => new Promise((resolve) => setTimeout(resolve, 30));

/** @param {FakeTab} tab @param {IDBFactory} factory @param {object} [more] */
const wiping = (tab, factory, more = {}) =>
    wipe({ storage: tab.storage, factory, caches: undefined, workers: undefined, wait: (milliseconds) => (milliseconds < 1000 ? moment() : new Promise(() => {})), ...more });

test("after a wipe nothing is there, other tabs are told, and what they write afterwards stays away", async () => {
    const [factory, channel] = [new IDBFactory(), newChannel()];
    const [here, there] = [new FakeTab(factory, channel), new FakeTab(factory, channel)];
    await Promise.all([here.storage.start(), there.storage.start()]);
    for (const tab of [here, there]) tab.write("one", "woord");
    await Promise.all([here.quiet(), there.quiet()]);
    there.write("two", "op weg"); // a save that is under way when it happens
    assert.equal(await wiping(here, factory), "wiped");
    assert.deepEqual(await names(factory), []);
    assert.deepEqual([here.wiped, there.wiped], [0, 1]);
    for (const tab of [here, there]) {
        tab.write("one", "te laat");
        await tab.storage.saveSettings('{"theme":"dark"}');
        for (const go of tab.waiting.splice(0)) go();
        await tab.quiet();
        assert.notEqual(tab.saves.at(-1)?.status, 0, "never called saved");
        assert.deepEqual(tab.states, [], "not taken for a browser that emptied its storage");
        tab.storage.close();
    }
    assert.deepEqual(await names(factory), []);
});

test("a planner that starts after a wipe starts empty", async () => {
    const [factory, channel] = [new IDBFactory(), newChannel()];
    const tab = new FakeTab(factory, channel);
    await tab.storage.start();
    tab.write("one", "woord");
    await tab.quiet();
    await wiping(tab, factory);
    const fresh = new FakeTab(factory, channel);
    assert.deepEqual(await fresh.storage.start(), { state: "ok", summaries: [], settings: null });
    for (const one of [tab, fresh]) one.storage.close();
});

test("a tab that holds on to the database is told of, and the rest is gone as soon as it lets go", async () => {
    const factory = new IDBFactory();
    const tab = new FakeTab(factory);
    await tab.storage.start();
    const holding = /** @type {IDBDatabase} */ (await settled(factory.open("peer-review-planner")));
    assert.equal(await wiping(tab, factory, { wait: moment }), "blocked");
    assert.deepEqual(await names(factory), ["peer-review-planner"]);
    holding.close();
    await moment();
    assert.deepEqual(await names(factory), []);
});

test("the service worker and its caches go, those of other programs of the site stay", async () => {
    const factory = new IDBFactory();
    const tab = new FakeTab(factory);
    await tab.storage.start();
    const kept = new Set(["peer-review-planner 1", "peer-review-planner 2", "another"]);
    let unregistered = 0;
    const caches = { keys: async () => [...kept], delete: async (/** @type {string} */ name) => kept.delete(name) };
    const workers = { getRegistration: async () => ({ unregister: async () => (unregistered += 1) > 0 }) };
    assert.equal(await wiping(tab, factory, { caches, workers }), "wiped");
    assert.deepEqual([...kept], ["another"]);
    assert.equal(unregistered, 1);
    const refusing = { keys: () => Promise.reject(new Error("SecurityError")) };
    const info = console.info;
    console.info = () => {};
    assert.equal(await wiping(new FakeTab(factory), factory, { caches: refusing, workers: { getRegistration: refusing.keys } }), "wiped");
    console.info = info;
});

/** @param {boolean} isKept @param {boolean} gives */
function manager(isKept, gives) {
    const state = { isKept, asked: 0 };
    const storage = {
        persisted: async () => state.isKept,
        persist: async () => ((state.asked += 1), (state.isKept = gives)),
        estimate: async () => ({ usage: 1200, quota: 5000 }),
    };
    return { state, storage: /** @type {StorageManager} */ (/** @type {unknown} */ (storage)) };
}

test("asks to keep everything after the first save where that shows nothing, once; elsewhere only when people ask", async () => {
    const chromium = manager(false, true);
    const silent = new Persistence(chromium.storage, true);
    for (let time = 0; time < 3; time += 1) silent.saved();
    await moment();
    assert.deepEqual([chromium.state.asked, (await silent.facts()).kept], [1, "promised"]);

    const firefox = manager(false, false);
    const asking = new Persistence(firefox.storage, false);
    asking.saved();
    await moment();
    assert.equal(firefox.state.asked, 0);
    await asking.ask();
    assert.deepEqual([firefox.state.asked, await asking.facts()], [1, { kept: "may-go", used: 1200, room: 5000 }]);
});

test("a browser that does not say what it keeps is not said to keep it", async () => {
    for (const storage of [undefined, {}, { persisted: () => Promise.reject(new Error("no")), persist: () => Promise.reject(new Error("no")), estimate: () => Promise.reject(new Error("no")) }]) {
        const persistence = new Persistence(/** @type {any} */ (storage), true);
        persistence.saved();
        await persistence.ask();
        assert.deepEqual(await persistence.facts(), { kept: "unknown", used: 0, room: 0 });
    }
});

test("what stands there says what is so, in the language of the page, and nothing is asked before leaving", async () => {
    const { document } = await openPage();
    const { showAfterWipe } = await import("../../web/wiped.js");
    for (const [what, title, link] of /** @type {const} */ ([
        ["busy", "Peer Review Planner", null],
        ["blocked", "Peer Review Planner", "Opnieuw beginnen"],
        ["wiped", "Alles is gewist", "Opnieuw beginnen"],
        ["elsewhere", "Alles is gewist", "Opnieuw beginnen"],
    ])) {
        showAfterWipe(what);
        assert.equal(document.querySelector("h1")?.textContent, title);
        assert.equal(document.querySelector("a[href='./']")?.textContent ?? null, link);
    }
    document.documentElement.lang = "en";
    showAfterWipe("wiped");
    assert.equal(document.title, "Everything was wiped");
});

test("a planner that was stopped is neither told nor asked anything", async () => {
    await openPage();
    const planner = new RecordingPlanner();
    planner.bridge.stop();
    planner.bridge.tell("saved", "one", 0, "");
    assert.equal(planner.bridge.ask("pending"), 0);
    assert.deepEqual([planner.calls, planner.bridge.usable], [[], false]);
});
