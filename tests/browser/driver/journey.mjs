// What every browser test starts with.
import { engines } from "./index.mjs";

/** The engines to test, all unless PLANNER_ENGINES names some. @returns {import("./index.mjs").EngineName[]} */
export function chosenEngines() {
    const wanted = process.env.PLANNER_ENGINES?.split(/[ ,]+/).filter(Boolean);
    return engines.filter((engine) => !wanted || wanted.includes(engine));
}
