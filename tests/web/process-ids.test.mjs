// What a process calls its own is data: none of it is named in C++.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../../", import.meta.url));

/** @param {string} folder @returns {Promise<string[]>} */
async function sourcesIn(folder) {
    const entries = await readdir(folder, { withFileTypes: true });
    const lists = await Promise.all(entries.map((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? sourcesIn(path) : Promise.resolve(/\.(cpp|h)$/.test(entry.name) ? [path] : []);
    }));
    return lists.flat();
}

/** Ids that a process gives to its parts. @param {any} process @returns {string[]} */
const idsOf = (process) => ["steps", "cards", "tasks", "rules", "messages", "run_sheets", "roles", "hours"]
    .flatMap((part) => process[part].map((/** @type {{id: string}} */ { id }) => id));

test("no process, step, card, task, rule, message, run sheet or role is named in C++", async () => {
    const folder = join(project, "assets/processes");
    const files = (await readdir(folder)).filter((name) => name.endsWith(".json") && !name.endsWith(".schema.json"));
    assert.ok(files.length >= 2);
    /** @type {Set<string>} */
    const ids = new Set();
    for (const name of files) {
        const process = JSON.parse(await readFile(join(folder, name), "utf8"));
        for (const id of [process.id, ...idsOf(process)]) ids.add(id);
    }
    assert.ok(ids.size > 150);
    // A word of the format itself, such as the kind of a role, may be an id as well.
    const words = new Set((await readFile(join(folder, "process.schema.json"), "utf8")).match(/(?<=")[a-z_]+(?=")/g));
    const ours = [...ids].filter((id) => words.has(id));
    assert.ok(ours.length < 5, ours.join());
    for (const id of ours) ids.delete(id);
    const found = [];
    for (const path of await sourcesIn(join(project, "src"))) {
        const source = await readFile(path, "utf8");
        for (const [, text = ""] of source.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)) if (ids.has(text)) found.push(`${path}: ${text}`);
    }
    assert.deepEqual(found, []);
});
