// Tests that go on where the one before ended: after the first that fails, the others say so and take no time.
import { test } from "node:test";

export function stepsOfOneJourney() {
    let broken = "";
    return (/** @type {string} */ name, /** @type {() => Promise<void>} */ work) =>
        test(name, async () => {
            if (broken) throw new Error(`not reached: “${broken}” failed`);
            broken = name;
            await work();
            broken = "";
        });
}
