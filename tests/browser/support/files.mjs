// Files as they come in: the example as it is, changed by hand, changed by a planner elsewhere, damaged.
import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** As a file of its own: what “Voorbeeld bekijken” shows is a copy that no file belongs to. */
export const exampleFile = fileURLToPath(new URL("../../../assets/examples/mbo-peer-review.json", import.meta.url));

const example = JSON.parse(readFileSync(exampleFile, "utf8"));

export const exampleId = /** @type {string} */ (example.id);

/** Id of a team of the example, as addresses name it. @param {string} team */
export const exampleTeamId = (team) => /** @type {string} */ (Object.keys(example.data.participants).find((id) => example.data.participants[id].name === team));

/** @typedef {{ cards: Record<string, Record<string, unknown>>, participants: Record<string, Record<string, unknown>>, rows: Record<string, Record<string, unknown>> } & Record<string, Record<string, Record<string, unknown>>>} Data */

/**
 * The example with its data changed, as by somebody who opened the file in a text editor: its history is gone.
 * @param {string} path of the file to write
 * @param {(data: Data) => void} change
 */
export async function writeChangedExample(path, change) {
    const file = JSON.parse(await readFile(exampleFile, "utf8"));
    delete file.sync;
    change(file.data);
    await writeFile(path, JSON.stringify(file));
    return path;
}

/** The team of the example that journeys look at, by the card that exploration is. @param {Data} data */
export const firstExploration = (data) => /** @type {Record<string, unknown>} */ (data.cards["verkenning.qyfjutjeqy"]);
