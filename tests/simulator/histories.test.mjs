// People type, mail, crash and meet broken storage, each history from its own seed. PLANNER_HISTORIES and PLANNER_SEED ask for more and
// for others; tests/simulator/run.mjs runs one again.
import assert from "node:assert/strict";
import test from "node:test";
import { controls } from "./controls.mjs";
import { runHistory } from "./history.mjs";

const COUNT = Number(process.env.PLANNER_HISTORIES ?? 2000);
const FIRST = Number(process.env.PLANNER_SEED ?? 1);
const LOT = 500;

/** So many histories find every mistake of a control. */
const CONTROL_HISTORIES = 1000;

/** @param {{seed: number, error: unknown, log: string[]}} history */
function story({ seed, error, log }) {
    return `${String(error)}\nAgain with: node tests/simulator/run.mjs --histories 1 --seed ${seed} --log\n${log.join("\n")}`;
}

for (let first = FIRST; first < FIRST + COUNT; first += LOT) {
    const last = Math.min(first + LOT, FIRST + COUNT) - 1;
    test(`seeds ${first} to ${last}: nothing that was called saved or was mailed is lost, nothing that was replaced comes back`, async () => {
        let texts = 0;
        for (let seed = first; seed <= last; seed += 1) {
            const history = await runHistory(seed);
            texts += history.texts;
            assert.equal(history.error, null, story(history));
        }
        assert.ok(texts > (last - first + 1) * 3, `only ${texts} texts were typed`);
    });
}

test("a seed gives the same history every time", async () => {
    for (const seed of [FIRST, FIRST + 1, FIRST + 2]) assert.deepEqual(await runHistory(seed), await runHistory(seed));
});

for (const { name } of controls) {
    test(`${name}: turns red`, async (context) => {
        for (let seed = FIRST; seed < FIRST + CONTROL_HISTORIES; seed += 1) {
            const { error } = await runHistory(seed, name);
            if (error === null) continue;
            context.diagnostic(`seed ${seed}: ${String(error)}`);
            assert.match(String(error), /lost|resurrected|came back|took the place|another order/);
            return;
        }
        assert.fail(`${CONTROL_HISTORIES} histories show nothing`);
    });
}
