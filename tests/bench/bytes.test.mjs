// That a first visit stays within its budget of bytes. Needs the release page in build/web/site.
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { FIRST_VISIT_BUDGET, firstVisit } from "./bytes.mjs";

const site = fileURLToPath(new URL("../../build/web/site", import.meta.url));

/** @type {string} */
let folder;
before(async () => {
    folder = await mkdtemp(join(tmpdir(), "planner-bytes-"));
});
after(() => rm(folder, { recursive: true, force: true }));

test("a first visit stays within its budget", async () => {
    const { files, total } = await firstVisit(site);
    assert.ok(files.some(({ name }) => name.endsWith(".wasm")), "the program is counted");
    assert.ok(files.some(({ name }) => name.endsWith(".ttf")), "the fonts are counted");
    const list = files.map(({ name, brotli }) => `${brotli} ${name}`).join("\n");
    assert.ok(total.brotli <= FIRST_VISIT_BUDGET, `${total.brotli} bytes of at most ${FIRST_VISIT_BUDGET}:\n${list}`);
});

test("counts each file that is fetched, as small as it can be sent", async () => {
    const worker = 'const BUILD={version:"1",files:[["./","sha256-x"],["a.txt","sha256-x"],["b.png","sha256-x"]]};';
    await writeFile(join(folder, "service-worker.js"), worker);
    await writeFile(join(folder, "index.html"), "<p>");
    await writeFile(join(folder, "a.txt"), "a".repeat(10_000));
    await writeFile(join(folder, "b.png"), randomBytes(FIRST_VISIT_BUDGET));
    await writeFile(join(folder, "licences.txt"), "never fetched by itself");
    const { files, total } = await firstVisit(folder);
    assert.deepEqual(files.map(({ name }) => name).sort(), ["a.txt", "b.png", "index.html", "service-worker.js"]);
    assert.equal(total.raw, worker.length + 3 + 10_000 + FIRST_VISIT_BUDGET);
    const size = new Map(files.map((file) => [file.name, file]));
    assert.equal(size.get("b.png")?.brotli, FIRST_VISIT_BUDGET);
    assert.ok((size.get("a.txt")?.brotli ?? Infinity) < 100);
    assert.ok(total.brotli > FIRST_VISIT_BUDGET);
});

test("refuses a site whose service worker names no files", async () => {
    await writeFile(join(folder, "service-worker.js"), "self.skipWaiting()");
    await assert.rejects(firstVisit(folder), /does not list the files/);
});
