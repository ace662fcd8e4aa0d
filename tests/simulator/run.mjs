/**
 * Many histories: node tests/simulator/run.mjs [--histories N] [--seed S] [--control NAME] [--log]
 * Says which seeds broke, and what happened in the first of them; `--histories 1 --seed S --log` runs that one again.
 */

import { parseArgs } from "node:util";
import { runHistory } from "./history.mjs";

const { values } = parseArgs({
    options: {
        histories: { type: "string", default: "2000" },
        seed: { type: "string", default: "1" },
        control: { type: "string", default: "none" },
        log: { type: "boolean", default: false },
    },
});
const [count, first] = [Number(values.histories), Number(values.seed)];
const started = performance.now();
const broken = [];
let texts = 0;
for (let seed = first; seed < first + count; seed += 1) {
    const history = await runHistory(seed, values.control);
    texts += history.texts;
    if (history.error || values.log) {
        if (broken.length === 0) console.log(history.log.join("\n"));
        console.log(`seed ${seed}: ${history.error instanceof Error ? (history.error.name === "Error" ? history.error.message : history.error.stack) : history.error}`);
    }
    if (history.error) broken.push(seed);
    if (broken.length >= 20) break;
    if ((seed + 1 - first) % 5000 === 0) console.log(`${seed + 1 - first} histories, ${broken.length} broken`);
}
const seconds = (performance.now() - started) / 1000;
console.log(`${count} histories from seed ${first}, ${texts} texts, ${broken.length} broken, ${((seconds / count) * 1000).toFixed(1)} s per 1000`);
process.exitCode = broken.length > 0 ? 1 : 0;
