import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { STORES } from "../../web/database.js";
import { isLater } from "../../web/later-files.mjs";
import { openPage } from "./support/page.mjs";

const read = (/** @type {string} */ name) => readFile(new URL(`../../web/${name}`, import.meta.url), "utf8");

async function sheet() {
    const window = await openPage();
    const page = await read("privacy.html");
    const document = /** @type {Document} */ (new window.DOMParser().parseFromString(page, "text/html"));
    Object.defineProperty(globalThis, "document", { value: document, configurable: true });
    return { document, page };
}

test("the privacy sheet says the same in both languages, and allows itself what the planner's page allows", async () => {
    const { document, page } = await sheet();
    const [dutch, english] = [document.querySelector("#nederlands"), document.querySelector("#english[lang=en]")];
    for (const part of ["h1", "h2", "tbody tr", "li", "p"]) assert.equal(dutch?.querySelectorAll(part).length, english?.querySelectorAll(part).length, part);
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/;
    assert.equal(policy.exec(page)?.[1], policy.exec(await read("index.html"))?.[1]);
    assert.match(page, /<html lang="nl">/);
    assert.ok(isLater("privacy.html") && isLater("privacy-0123456789.css"), "no first visit fetches it");
});

test("what it says about storage is so", async () => {
    const { document } = await sheet();
    const text = document.querySelector("#nederlands")?.textContent ?? "";
    const snapshots = await read("storage-snapshots.js");
    assert.ok(text.includes(`Hooguit ${/MOST = (\d+)/.exec(snapshots)?.[1]} per peer review en ${/LONGEST = (\d+)/.exec(snapshots)?.[1]} dagen`));
    assert.ok(text.includes("“peer-review-planner”"));
    // Whoever adds a store says here what is in it: reviews with their summaries, settings, set aside, earlier versions with their facts.
    assert.deepEqual([...STORES].sort(), ["rescue", "reviews", "settings", "snapshotFacts", "snapshots", "summaries"]);
    assert.match(await read("index.html"), /default-src 'none'.*connect-src 'self'/);
});

test("it can be read without a script, and printed with a button when there is one", async () => {
    const { document } = await sheet();
    assert.equal(document.querySelector("button"), null);
    let printed = 0;
    Reflect.set(globalThis, "print", () => (printed += 1));
    await import(String(new URL("../../web/privacy.js", import.meta.url)));
    document.querySelector("button")?.click();
    assert.equal(printed, 1);
    assert.match(await read("recovery.js"), /"privacy\.html"/);
});
