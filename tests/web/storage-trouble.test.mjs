import assert from "node:assert/strict";
import test from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { FakeTab, readEverything, wordsOf } from "./support/fake-tab.mjs";
import { fullFactory, silentFactory } from "./support/failing-indexeddb.mjs";
import { HandClock } from "./support/hand-clock.mjs";

/** A database in which one review and settings were stored. */
async function filled() {
    const factory = new IDBFactory();
    const tab = new FakeTab(factory);
    await tab.storage.start();
    tab.write("one", "een");
    await tab.storage.saveSettings('{"theme":"dark"}');
    await tab.quiet();
    tab.storage.close();
    return factory;
}

/** Saves once more, and gives the words that are stored after it. @param {FakeTab} tab @param {IDBFactory} real */
async function savedAgain(tab, real) {
    tab.storage.save("one");
    await tab.quiet();
    assert.equal(tab.saves.at(-1)?.status, 0);
    return wordsOf((await readEverything(real)).reviews?.one.bytes);
}

test("on a full disk the stored reviews are there, and what cannot be saved is called so until there is room", async () => {
    const real = await filled();
    let isFull = true;
    const tab = new FakeTab(fullFactory(real, () => isFull));
    const start = await tab.storage.start();
    assert.deepEqual(start, { state: "ok", summaries: ['{"id":"one","count":1}'], settings: '{"theme":"dark"}' });
    assert.deepEqual(wordsOf((await tab.storage.load("one")).bytes), new Set(["een"]));
    tab.write("one", "twee");
    await tab.quiet();
    assert.equal(tab.saves.at(-1)?.status, 1);
    isFull = false;
    assert.deepEqual(await savedAgain(tab, real), new Set(["een", "twee"]));
});

test("the first visit on a full disk is saved as soon as there is room", async () => {
    let isFull = true;
    const real = new IDBFactory();
    const tab = new FakeTab(fullFactory(real, () => isFull));
    assert.equal((await tab.storage.start()).state, "ok");
    tab.write("one", "een");
    await tab.quiet();
    assert.equal(tab.saves.at(-1)?.status, 1);
    isFull = false;
    assert.deepEqual(await savedAgain(tab, real), new Set(["een"]));
});

test("a database in which nothing was ever written and nothing can be means memory", async () => {
    const factory = fullFactory(new IDBFactory(), () => true, "InvalidStateError");
    assert.equal((await new FakeTab(factory).storage.start()).state, "memory");
});

test("a save that never gets an answer is given up, told, and stored by the next one", async () => {
    const real = await filled();
    let isSilent = false;
    const wrapper = silentFactory(real, () => isSilent);
    const tab = new FakeTab(wrapper.factory);
    await tab.storage.start();
    isSilent = true;
    const clock = new HandClock();
    try {
        tab.write("one", "twee");
        await clock.seconds(10);
        assert.deepEqual([tab.saves.length, wrapper.aborted], [0, 0], "a slow computer is not broken");
        await clock.seconds(50);
        assert.deepEqual(tab.saves.map(({ status, message }) => [status, message]), [[4, "no answer"]]);
        assert.equal(wrapper.aborted, 2);
        assert.equal(tab.storage.busy, false);
    } finally {
        clock.stop();
    }
    isSilent = false;
    assert.deepEqual(await savedAgain(tab, real), new Set(["een", "twee"]));
});

test("the planner's own long work is no silence of the database", async () => {
    const wrapper = silentFactory(await filled(), () => true);
    const clock = new HandClock();
    try {
        const starting = new FakeTab(wrapper.factory).storage.start();
        await clock.seconds(1);
        await clock.jump(3_600_000); // or the computer slept
        assert.equal(wrapper.aborted, 0);
        await clock.seconds(60);
        assert.equal((await starting).state, "blocked");
    } finally {
        clock.stop();
    }
});
