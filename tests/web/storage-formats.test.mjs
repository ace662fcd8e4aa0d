// What released planners left in a browser (tests/fixtures/formats) is all there in the present one, also after a save.
import assert from "node:assert/strict";
import test from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { readEverything } from "./support/fake-tab.mjs";
import { asStored, bytesOf, fillDatabase, fixture, textOf } from "./support/released.mjs";
import { STORES } from "../../web/database.js";
import { EarlierVersions } from "../../web/earlier-versions.js";
import { ReviewStorage } from "../../web/storage.js";
import { StoredThings } from "../../web/stored.js";

const ID = "3au5jx98zp";
const TITLE = "Één taal – zó doen wij dat 🧭";

/** A browser in which a planner of that time kept its things. @param {number} number of the database's version */
async function browserOf(number) {
    const factory = new IDBFactory();
    return { factory, stores: await fillDatabase(factory, number) };
}

/** The present storage, with a planner that writes `next` over what it is shown. @param {IDBFactory} factory @param {string} [next] */
function presentIn(factory, next = "") {
    /** @type {{stored: string, saved: number[], states: string[]}} */
    const seen = { stored: "", saved: [], states: [] };
    const storage = new ReviewStorage({
        factory,
        listener: {
            image: (_id, stored) => {
                seen.stored = stored ? textOf(stored) : "";
                return { decision: "write", bytes: bytesOf(next), summary: JSON.stringify({ id: ID, title: TITLE }) };
            },
            saved: (_id, status) => void seen.saved.push(status),
            state: (state) => void seen.states.push(state),
            changedElsewhere: () => {},
            index: () => {},
        },
    });
    return { storage, seen };
}

/** @param {ReviewStorage} storage */
async function quiet(storage) {
    do await new Promise((resolve) => setTimeout(resolve, 5));
    while (storage.busy);
}

for (const [number, file] of /** @type {[number, string][]} */ ([[1, "plain.json"], [2, "history.json"]])) {
    test(`database ${number}: reviews, their summaries and the settings are there as they were left`, async () => {
        const { factory, stores } = await browserOf(number);
        const { storage, seen } = presentIn(factory);
        const { state, summaries, settings } = await storage.start();
        assert.equal(state, "ok");
        assert.deepEqual(summaries, [stores.summaries[ID].summary]);
        assert.equal(JSON.parse(summaries[0] ?? "").title, TITLE);
        assert.equal(settings, stores.settings.settings);
        const { status, bytes } = await storage.load(ID);
        assert.equal(status, 0);
        assert.equal(textOf(bytes), await fixture(file));
        assert.deepEqual(seen.states, []);
        storage.close();
        const now = await readEverything(factory);
        assert.deepEqual(Object.keys(now).sort(), [...STORES].sort());
        assert.deepEqual(now.reviews?.[ID], asStored(stores.reviews[ID]), "opening writes nothing");
    });

    test(`database ${number}: after a save the new text is there, and the old one as long as only an older planner had written it`, async () => {
        const { factory, stores } = await browserOf(number);
        const next = await fixture("redacted.json"), old = await fixture(file);
        const { storage, seen } = presentIn(factory, next);
        await storage.start();
        storage.save(ID);
        await quiet(storage);
        assert.deepEqual(seen.saved, [0]);
        assert.equal(seen.stored, old, "the planner was given what was stored");
        assert.equal(textOf((await storage.load(ID)).bytes), next);
        const earlier = new EarlierVersions(storage);
        const found = await earlier.list();
        const kept = await Promise.all(found.map(async ({ key, why, title }) => [why, title, textOf((await earlier.load(key)).bytes)]));
        assert.deepEqual(kept, number === 1 ? [["upgrade", TITLE, old]] : [["import", TITLE, await fixture("plain.json")]]);
        storage.save(ID);
        await quiet(storage);
        assert.equal((await earlier.list()).length, 1, "once");
        const { reviews, rescue } = await readEverything(factory);
        assert.equal(reviews?.[ID].revision, stores.reviews[ID].revision + 2);
        assert.equal(reviews?.[ID].dataVersion, storage.dataVersion);
        assert.deepEqual(rescue, {});
        storage.close();
    });

    test(`database ${number}: the settings stay when another one is chosen`, async () => {
        const { factory, stores } = await browserOf(number);
        const { storage } = presentIn(factory);
        const { settings } = await storage.start();
        await storage.saveSettings(JSON.stringify({ ...JSON.parse(settings ?? "{}"), theme: "light" }));
        storage.close();
        const after = JSON.parse((await readEverything(factory)).settings?.settings);
        assert.deepEqual(after, { ...JSON.parse(stores.settings.settings), theme: "light" });
    });

    test(`database ${number}: the page without a planner lists and gives what is in it`, async () => {
        const { factory } = await browserOf(number);
        const things = new StoredThings(factory);
        const review = (await things.list()).find(({ store }) => store === "reviews");
        assert.deepEqual([review?.key, review?.title, review?.problem], [ID, TITLE, ""]);
        assert.equal(review && textOf((await things.file(review)).bytes), await fixture(file));
        things.close();
    });
}
