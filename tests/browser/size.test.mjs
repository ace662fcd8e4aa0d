// That a first visit grows no more, and that no file of it points at another machine.
import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { test } from "node:test";
import { limit, sizesOf, totalOf } from "../bench/size.mjs";

test(`a first visit takes at most ${limit / 1024} KB with brotli`, async () => {
    const sizes = await sizesOf("build/web/site");
    const total = totalOf(sizes);
    for (const { name, raw, brotli } of sizes) console.log(`# ${String(raw).padStart(8)} ${String(brotli).padStart(7)} ${name}`);
    console.log(`# ${String(total.raw).padStart(8)} ${String(total.brotli).padStart(7)} all`);
    assert.ok(total.brotli <= limit, `${total.brotli} bytes`);
});

test("no file names another machine to fetch from", async () => {
    const texts = (await readdir("build/web/site")).filter((name) => /\.(html|css|js|webmanifest)$/.test(name));
    for (const name of texts) {
        const text = await readFile(`build/web/site/${name}`, "utf8");
        assert.deepEqual(text.match(/(?:src|href|url|fetch|import)\s*[=(]\s*["'`]?https?:[^"'`)\s]*/g) ?? [], [], name);
    }
});
