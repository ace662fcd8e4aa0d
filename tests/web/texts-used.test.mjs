import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const project = fileURLToPath(new URL("../../", import.meta.url));
/** Keys of which the program knows only how they begin; what follows is in data or is a number. */
const beginnings = ["date.month.", "date.weekday.", "dates.", "placeholder.", "versions.why."];

test("every text is shown somewhere: visitors download none for nothing", async () => {
    const names = (await readdir(join(project, "src"), { recursive: true })).filter((name) => /\.(cpp|h)$/u.test(name));
    const sources = await Promise.all(names.map((name) => readFile(join(project, "src", name), "utf8")));
    const named = new Set(sources.flatMap((source) => [...source.matchAll(/"([a-z_]+(?:\.[a-z_0-9]+)+)"/gu)].map((match) => match[1])));
    assert.ok(named.size > 500);
    const texts = JSON.parse(await readFile(join(project, "assets/texts/nl.json"), "utf8"));
    const unused = Object.keys(texts).filter((key) => {
        const one = key.replace(/\.(one|other)$/u, "");
        const titled = one.replace(/_count$/u, "");
        return ![key, one, titled].some((name) => named.has(name)) && !beginnings.some((beginning) => key.startsWith(beginning));
    });
    assert.deepEqual(unused, []);
});
