import assert from "node:assert/strict";
import test from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { FakeTab } from "./support/fake-tab.mjs";
import { fullFactory } from "./support/failing-indexeddb.mjs";
import { openPage } from "./support/page.mjs";
import { Leaving } from "../../web/leaving.js";

/** A page that counts who listens for its closing. */
async function open() {
    const window = await openPage();
    const listening = new Set();
    const leaving = new Leaving({
        addEventListener: (/** @type {string} */ type, /** @type {any} */ listener) => {
            listening.add(listener);
            window.addEventListener(type, listener);
        },
        removeEventListener: (/** @type {string} */ type, /** @type {any} */ listener) => {
            listening.delete(listener);
            window.removeEventListener(type, listener);
        },
    });
    const asks = () => {
        const event = new window.Event("beforeunload", { cancelable: true });
        window.dispatchEvent(event);
        assert.equal(event.defaultPrevented, listening.size > 0, "nothing listens when there is nothing to ask");
        return event.defaultPrevented;
    };
    return { leaving, asks };
}

/** @param {string} id */
const file = (id) => new TextEncoder().encode(JSON.stringify({ format: "peer-review-planner", id }));

test("closing is asked about from a failed save until that review is saved", async () => {
    const { leaving, asks } = await open();
    let isFull = false;
    const tab = new FakeTab(fullFactory(new IDBFactory(), () => isFull), undefined, (failing) => leaving.saves(failing));
    await tab.storage.start();
    tab.write("one", "een");
    await tab.quiet();
    assert.equal(asks(), false);
    isFull = true;
    tab.write("one", "twee");
    tab.write("two", "drie");
    await tab.quiet();
    assert.equal(asks(), true);
    isFull = false;
    tab.storage.save("two");
    await tab.quiet();
    assert.equal(asks(), true);
    tab.storage.save("one");
    await tab.quiet();
    assert.equal(asks(), false);
});

test("a review that is removed needs no saving any more", async () => {
    const { leaving, asks } = await open();
    const tab = new FakeTab(fullFactory(new IDBFactory(), () => true), undefined, (failing) => leaving.saves(failing));
    await tab.storage.start();
    tab.write("one", "een");
    await tab.quiet();
    assert.equal(asks(), true);
    await tab.storage.remove("one");
    assert.equal(asks(), false);
});

test("what is only in this tab is asked about until it is downloaded, and again after more work", async () => {
    const { leaving, asks } = await open();
    leaving.typed("#/");
    leaving.typed("#/settings");
    assert.equal(asks(), false);
    leaving.typed("#/review/one/cards/a");
    leaving.typed("#/review/tw%C3%A9/dashboard");
    assert.equal(asks(), true);
    leaving.downloaded(file("one"));
    leaving.downloaded(new TextEncoder().encode("naam;functie"));
    assert.equal(asks(), true);
    leaving.downloaded(file("twé"));
    assert.equal(asks(), false);
    leaving.opened("#/review/one/dashboard");
    assert.equal(asks(), false, "looking round is no work");
    leaving.pressed("#/review/one/cards/a");
    assert.equal(asks(), true);
});

test("a review that was just made is only in this tab, one that is gone is not", async () => {
    const { leaving, asks } = await open();
    leaving.pressed("#/review/gone/dashboard");
    assert.equal(asks(), false);
    leaving.opened("#/review/one/dashboard");
    assert.equal(asks(), true);
});
