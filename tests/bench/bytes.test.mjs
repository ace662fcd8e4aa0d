// That the budget of bytes (tests/browser/size.test.mjs) counts what a first visit fetches, and can be exceeded.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { siteFolder } from "../browser/support/planner.mjs";
import { budget, sizesOf, totalOf } from "./size.mjs";

test("every file that the service worker keeps from the start is counted, and the worker itself", async () => {
    const worker = await readFile(join(siteFolder, "service-worker.js"), "utf8");
    const fromTheStart = worker.replace(/later:\[\[.*?\]\]/, "");
    const kept = [...fromTheStart.matchAll(/\["([^"]+)",\s*"sha256-/g)].map(([, name = ""]) => (name === "./" ? "index.html" : name));
    assert.ok(kept.some((name) => name.endsWith(".wasm")));
    const counted = (await sizesOf(siteFolder)).map(({ name }) => name);
    assert.deepEqual(counted.sort(), [...kept, "service-worker.js"].sort());
});

test("a site of too many bytes is over the budget; licences and what compresses away are not", async () => {
    const folder = await mkdtemp(join(tmpdir(), "planner-bytes-"));
    try {
        await writeFile(join(folder, "index.html"), "a".repeat(10 * budget));
        await writeFile(join(folder, "licences.txt"), randomBytes(budget));
        const small = totalOf(await sizesOf(folder));
        assert.equal(small.raw, 10 * budget);
        assert.ok(small.brotli < budget);
        await mkdir(join(folder, "icons"));
        await writeFile(join(folder, "icons/large.png"), randomBytes(budget));
        assert.ok(totalOf(await sizesOf(folder)).brotli > budget);
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
});
