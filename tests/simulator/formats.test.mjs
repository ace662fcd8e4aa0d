// What released planners left in a browser, opened, changed and saved by the real planner.
import assert from "node:assert/strict";
import test from "node:test";
import { readEverything } from "../web/support/fake-tab.mjs";
import { fillDatabase, fixture, textOf } from "../web/support/released.mjs";
import { honest } from "./controls.mjs";
import { Tab, makeModules } from "./tab.mjs";
import { Computer, World } from "./world.mjs";

const ID = "3au5jx98zp";
const QUESTION = "/cards/verkenning.0y87y284i5/leervraag";
const GOAL = "/review/review/goal";

for (const [number, file, questions] of /** @type {[number, string, string[]][]} */ ([
    [1, "plain.json", ["Hoe spreken wij één taal?\nZonder jargon… 😀", "Welke táál spreken wij?"]],
    [2, "history.json", ["Hoe spreken wij één taal, zónder jargon? 🧭"]],
])) {
    test(`database ${number}: its review opens, takes new work, and what was there stays`, async () => {
        await makeModules(1);
        const world = new World(1), computer = new Computer(world, 0);
        world.computers = [computer];
        await fillDatabase(computer.database, number);
        const tab = new Tab(computer, `#/review/${ID}`, honest, "the tab");
        await tab.started;
        await world.settle();
        const { open, save, fields } = tab.look([QUESTION]);
        assert.deepEqual([open, save, [...(fields[QUESTION] ?? [])].sort()], ["ready", "saved", questions]);
        const [before, old] = [await readEverything(computer.database), await fixture(file)];
        assert.equal(textOf(before.reviews?.[ID].bytes), old);

        tab.ask("write", GOAL, "Nieuw doel: dít 🌍", 0, 0);
        await world.settle();
        await world.pass(3000);
        await world.settle();
        assert.equal(tab.look([]).save, "saved");
        const { reviews, snapshots, rescue } = await readEverything(computer.database);
        const text = textOf(reviews?.[ID].bytes), { data, minReader } = JSON.parse(text);
        const expected = JSON.parse(old).data;
        expected.review.review.goal = "Nieuw doel: dít 🌍";
        assert.deepEqual(data, expected);
        assert.equal(minReader, 1);
        assert.ok(text.includes("Welke táál spreken wij?"), "shown or earlier");
        assert.deepEqual(rescue, {});
        assert.deepEqual(Object.values(snapshots ?? {}).map(({ bytes }) => textOf(bytes)), [await fixture("plain.json")]);
        tab.kill();
    });
}
