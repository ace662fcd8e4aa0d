import assert from "node:assert/strict";
import test from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { FakeTab, readEverything } from "./support/fake-tab.mjs";
import { fullFactory, silentFactory } from "./support/failing-indexeddb.mjs";
import { HandClock } from "./support/hand-clock.mjs";

const DEFAULTS = {
    author: "", desks: /** @type {Record<string, { note: string }>} */ ({}), language: "nl", lastRoute: "",
    replicas: /** @type {string[]} */ ([]), textScale: 100, theme: "system",
};

/** A tab that gives its settings as a whole, as the planner does. */
class SettingsTab {
    /** @param {IDBFactory} factory */
    constructor(factory) {
        this.tab = new FakeTab(factory);
        this.settings = { ...DEFAULTS };
    }

    async start() {
        const { state, settings } = await this.tab.storage.start();
        Object.assign(this.settings, JSON.parse(settings ?? "{}"));
        return state;
    }

    /** @param {Partial<typeof DEFAULTS>} choice */
    choose(choice) {
        Object.assign(this.settings, choice);
        return this.tab.storage.saveSettings(JSON.stringify(this.settings));
    }
}

/** @param {IDBFactory} factory */
async function stored(factory) {
    return JSON.parse((await readEverything(factory)).settings?.settings);
}

/** Two tabs that know the same settings. @param {Partial<typeof DEFAULTS>} [settings] */
async function twoTabs(settings = {}) {
    const factory = new IDBFactory();
    const first = new SettingsTab(factory);
    await first.start();
    await first.choose({ ...settings, lastRoute: "#/" });
    const tabs = [new SettingsTab(factory), new SettingsTab(factory)];
    for (const tab of tabs) await tab.start();
    return { factory, left: /** @type {SettingsTab} */ (tabs[0]), right: /** @type {SettingsTab} */ (tabs[1]) };
}

test("what one tab chose is not undone by another that knows nothing of it", async () => {
    const { factory, left, right } = await twoTabs({ author: "Docent" });
    await left.choose({ theme: "dark" });
    await right.choose({ textScale: 150 });
    await right.choose({ lastRoute: "#/settings" });
    await left.choose({ lastRoute: "#/review/one" });
    assert.deepEqual(await stored(factory), { ...DEFAULTS, author: "Docent", theme: "dark", textScale: 150, lastRoute: "#/review/one" });
});

test("of one setting that both tabs chose the last choice stays", async () => {
    const { factory, left, right } = await twoTabs();
    await left.choose({ theme: "dark" });
    await right.choose({ theme: "light" });
    await left.choose({ textScale: 120 });
    assert.equal((await stored(factory)).theme, "light");
    await left.choose({ theme: "system" });
    assert.equal((await stored(factory)).theme, "system");
});

test("two tabs in two meetings keep what is half written in both, and what one of them finished stays gone", async () => {
    const { factory, left, right } = await twoTabs({ desks: { old: { note: "filed" } } });
    await left.choose({ desks: { old: { note: "filed" }, left: { note: "half a" } } });
    await right.choose({ desks: { right: { note: "half another" } } });
    await left.choose({ desks: { old: { note: "filed" }, left: { note: "half a sentence" } } });
    assert.deepEqual((await stored(factory)).desks, { left: { note: "half a sentence" }, right: { note: "half another" } });
    await left.choose({ desks: { old: { note: "filed again" } } });
    assert.deepEqual((await stored(factory)).desks, { old: { note: "filed again" }, right: { note: "half another" } });
});

test("settings of a newer version survive an older one", async () => {
    const factory = new IDBFactory();
    const newer = new FakeTab(factory);
    await newer.storage.start();
    await newer.storage.saveSettings('{"theme":"dark","sound":"on"}');
    const older = new FakeTab(factory);
    await older.storage.start();
    await older.storage.saveSettings('{"theme":"light"}');
    assert.deepEqual(await stored(factory), { theme: "light", sound: "on" });
});

test("the writers of all tabs stay this device's own, 200 of them, newest last", async () => {
    const many = Array.from({ length: 200 }, (_, index) => `w${index}`);
    const { factory, left, right } = await twoTabs({ replicas: many });
    await left.choose({ replicas: [...many.slice(1), "left"] });
    await right.choose({ replicas: [...many.slice(1), "right"] });
    await left.choose({ theme: "dark" });
    assert.deepEqual((await stored(factory)).replicas, [...many.slice(2), "left", "right"]);
});

test("a choice that could not be kept is kept along with the next", async () => {
    const real = (await twoTabs()).factory;
    let isFull = true;
    const tab = new SettingsTab(fullFactory(real, () => isFull));
    await tab.start();
    await tab.choose({ theme: "dark", replicas: ["mine"] });
    isFull = false;
    await tab.choose({ lastRoute: "#/settings" });
    assert.deepEqual(await stored(real), { ...DEFAULTS, theme: "dark", replicas: ["mine"], lastRoute: "#/settings" });
});

test("a slow start does not put defaults over what is stored, and keeps what was chosen since", async () => {
    const { factory: real } = await twoTabs({ author: "Docent", theme: "dark", replicas: ["old"] });
    let isSilent = true;
    const tab = new SettingsTab(silentFactory(real, () => isSilent).factory);
    const clock = new HandClock();
    try {
        const starting = tab.start();
        await clock.seconds(60);
        assert.equal(await starting, "blocked");
        void tab.choose({ lastRoute: "#/" }); // the planner starts
        await clock.seconds(60);
        void tab.choose({ textScale: 120, replicas: ["new"] });
        await clock.seconds(60);
    } finally {
        clock.stop();
    }
    isSilent = false;
    await tab.tab.storage.load("one");
    await tab.tab.quiet();
    assert.deepEqual(tab.tab.states, ["ok"]);
    assert.deepEqual(await stored(real), {
        ...DEFAULTS, author: "Docent", theme: "dark", textScale: 120, replicas: ["old", "new"], lastRoute: "#/",
    });
});

test("a cleared storage gets the settings back", async () => {
    const { factory, left } = await twoTabs({ author: "Docent" });
    await new Promise((resolve) => (factory.deleteDatabase("peer-review-planner").onsuccess = resolve));
    await left.choose({ theme: "dark" });
    assert.deepEqual(await stored(factory), { ...DEFAULTS, author: "Docent", theme: "dark", lastRoute: "#/" });
});
