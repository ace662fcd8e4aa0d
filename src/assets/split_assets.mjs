// node split_assets.mjs ASSETS OUTPUT: writes the assets with Dutch only and without examples, and every other language and each
// example as a file that the page fetches when somebody chooses it. Most visitors never need them, so none of them downloads them.
//
// OUTPUT/{texts,processes,holidays,examples}: what src/assets/embed.cmake reads, the examples empty: the program knows which there are.
// OUTPUT/later/languages/en.json: the planner's own texts, and of each process its texts as a list, in the order in which
// src/assets/language.cpp meets them. OUTPUT/later/examples: the examples.
import { cp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const [assets, output] = process.argv.slice(2);
if (!assets || !output) throw new Error("split_assets.mjs ASSETS OUTPUT");

const read = async (/** @type {string} */ path) => JSON.parse(await readFile(path, "utf8"));

/**
 * Takes the English out of every text below and gives it; lists in their order, members in the order of their names.
 * @param {any} value
 * @returns {string[]}
 */
function takeEnglish(value) {
    if (value === null || typeof value !== "object") return [];
    if (Array.isArray(value)) return value.flatMap(takeEnglish);
    if (typeof value.nl !== "string") return Object.keys(value).sort().flatMap((name) => takeEnglish(value[name]));
    const english = value.en;
    delete value.en;
    return [english];
}

/** @type {Record<string, string[]>} */
const processes = {};
await rm(output, { recursive: true, force: true });
for (const folder of ["texts", "processes", "examples", "later/languages", "later/examples"]) await mkdir(join(output, folder), { recursive: true });
for (const name of await readdir(join(assets, "processes"))) {
    if (name.endsWith(".schema.json") || !name.endsWith(".json")) continue;
    const written = await read(join(assets, "processes", name));
    delete written.$schema;
    processes[name.slice(0, -".json".length)] = takeEnglish(written);
    await writeFile(join(output, "processes", name), JSON.stringify(written));
}
await writeFile(join(output, "texts/nl.json"), JSON.stringify(await read(join(assets, "texts/nl.json"))));
await cp(join(assets, "holidays"), join(output, "holidays"), { recursive: true });
await cp(join(assets, "examples"), join(output, "later/examples"), { recursive: true });
for (const name of await readdir(join(assets, "examples"))) await writeFile(join(output, "examples", name), "");
const english = { processes, texts: await read(join(assets, "texts/en.json")) };
await writeFile(join(output, "later/languages/en.json"), JSON.stringify(english));
