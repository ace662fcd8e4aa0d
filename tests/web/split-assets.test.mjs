import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../../", import.meta.url));
const read = async (/** @type {string} */ path) => JSON.parse(await readFile(path, "utf8"));

/** Every object in a value that has a Dutch text. @param {any} value @returns {{nl: string, en?: string}[]} */
function textsIn(value) {
    if (value === null || typeof value !== "object") return [];
    if (Array.isArray(value)) return value.flatMap(textsIn);
    return typeof value.nl === "string" ? [value] : Object.keys(value).sort().flatMap((name) => textsIn(value[name]));
}

test("taken apart, the assets hold every text once: Dutch in the program, English in a file of its own", async () => {
    const folder = await mkdtemp(join(tmpdir(), "planner-languages-"));
    try {
        execFileSync(process.execPath, [join(project, "src/assets/split_assets.mjs"), join(project, "assets"), folder]);
        const english = await read(join(folder, "later/languages/en.json"));
        assert.deepEqual(english.texts, await read(join(project, "assets/texts/en.json")));
        assert.deepEqual(await readdir(join(folder, "texts")), ["nl.json"]);
        for (const name of await readdir(join(project, "assets/examples"))) {
            assert.equal(await readFile(join(folder, "examples", name), "utf8"), "");
            assert.deepEqual(await read(join(folder, "later/examples", name)), await read(join(project, "assets/examples", name)));
        }
        const names = await readdir(join(folder, "processes"));
        assert.ok(names.length >= 2);
        for (const name of names) {
            const whole = textsIn(await read(join(project, "assets/processes", name))), dutch = textsIn(await read(join(folder, "processes", name)));
            assert.ok(whole.length > 100);
            assert.deepEqual(dutch, whole.map(({ nl }) => ({ nl })));
            assert.deepEqual(english.processes[name.replace(".json", "")], whole.map(({ en }) => en));
        }
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
});
