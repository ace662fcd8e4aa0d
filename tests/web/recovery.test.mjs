import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { IDBFactory } from "fake-indexeddb";
import { FakeTab, readEverything, settled } from "./support/fake-tab.mjs";
import { failingFactory, losingFactory } from "./support/failing-indexeddb.mjs";
import { openPage } from "./support/page.mjs";
import { isLater } from "../../web/later-files.mjs";

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const SAVED = Date.UTC(2026, 10, 3, 12, 5);

/** The file of a review as the planner writes it. @param {string} id @param {string} title */
const fileOf = (id, title) => JSON.stringify({ data: { review: { review: { title } } }, format: "peer-review-planner", id, kind: "review" });

/** @param {string} id @param {unknown} bytes @param {number} [savedAt] */
const record = (id, bytes, savedAt = SAVED) => ({ id, bytes: typeof bytes === "string" ? encoder.encode(bytes) : bytes, revision: 1, savedAt });

/**
 * A database with the planner's stores and these records, whatever its version.
 * @param {Record<string, Record<string, unknown>>} stores
 * @param {number} [version]
 */
async function stored(stores, version = 1) {
    const factory = new IDBFactory();
    const request = factory.open("peer-review-planner", version);
    request.onupgradeneeded = () => {
        for (const store of new Set(["reviews", "summaries", "settings", "rescue", ...Object.keys(stores)])) request.result.createObjectStore(store);
    };
    const database = /** @type {IDBDatabase} */ (await settled(request));
    for (const [store, records] of Object.entries(stores)) {
        for (const [key, value] of Object.entries(records)) await settled(database.transaction([store], "readwrite").objectStore(store).put(value, key));
    }
    database.close();
    return factory;
}

/**
 * The page over a database, with what it downloaded.
 * @param {IDBFactory | undefined} factory
 * @param {string[]} [languages]
 */
async function openRecovery(factory, languages = ["nl-NL"]) {
    const { document } = await openPage();
    const { RecoveryPage } = await import("../../web/recovery.js");
    /** @type {Record<string, string>} */
    const saved = {};
    const root = document.createElement("main");
    document.body.append(root);
    const page = new RecoveryPage({
        root,
        factory,
        languages,
        save: (name, _type, bytes) => {
            assert.ok(!(name in saved), `${name} twice`);
            saved[name] = decoder.decode(bytes);
        },
        wait: () => new Promise((resolve) => setImmediate(resolve)),
    });
    await page.show();
    const status = () => root.querySelector("[role=status]").textContent;
    /** @param {RegExp} name */
    const press = async (name) => {
        const found = [...root.querySelectorAll("button")].find((button) => name.test(button.getAttribute("aria-label") ?? button.textContent));
        assert.ok(found, `no button ${name}`);
        found.click();
        for (let turn = 0; turn < 60; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
    };
    return { root, document, saved, status, press, text: () => /** @type {string} */ (root.textContent) };
}

test("lists what is stored, newest first, and downloads each thing as it is stored", async () => {
    const [one, two] = [fileOf("one", "Leren <b>& doen</b>"), fileOf("two", "")];
    const factory = await stored({
        reviews: { one: record("one", one), two: record("two", two, SAVED + 60_000) },
        summaries: { one: { id: "one", summary: "{}" } },
        settings: { settings: '{"theme":"dark"}', probe: "1 2" },
        rescue: { "one 7": record("one", "{half") },
    });
    const before = await readEverything(factory);
    const page = await openRecovery(factory);
    assert.equal(page.status(), "Er zijn 4 bestanden opgeslagen.");
    const titles = [...page.root.querySelectorAll("h3")].map((title) => title.textContent);
    assert.deepEqual(titles, ["Zonder titel", "Leren <b>& doen</b>", "Beschadigd", "Instellingen"]);
    assert.match(page.text(), /one · Grootte: 120 bytes · Laatst opgeslagen: 3 november 2026 om/);
    assert.equal(page.root.querySelector("b"), null, "texts are never markup");
    await page.press(/^Download Leren/);
    assert.deepEqual(page.saved, { "peerreview_Leren-b-doen-b_one.json": one });
    Reflect.deleteProperty(page.saved, "peerreview_Leren-b-doen-b_one.json");
    await page.press(/^Alles downloaden$/);
    assert.deepEqual(page.saved, {
        "peerreview_two.json": two,
        "peerreview_Leren-b-doen-b_one.json": one,
        "peerreview_rescue_one-7.txt": "{half",
        "peerreview_settings.json": '{"theme":"dark"}',
    });
    assert.match(page.status(), /^Gedownload: 4\./);
    assert.deepEqual(await readEverything(factory), before, "nothing changed");
});

test("earlier versions are listed apart, and downloaded as files of their own", async () => {
    const factory = await stored({
        reviews: { one: record("one", fileOf("one", "Nu")) },
        snapshots: { "one 000001": { reviewId: "one", savedAt: SAVED, why: "import", title: "Toen", bytes: encoder.encode(fileOf("one", "Toen")) } },
        snapshotFacts: { "one 000001": { key: "one 000001" } },
    });
    const page = await openRecovery(factory);
    assert.equal(page.status(), "Er zijn 2 bestanden opgeslagen.");
    assert.deepEqual([...page.root.querySelectorAll("h2")].map((title) => title.textContent), ["Peer reviews", "Eerdere versies, bewaard voordat er veel veranderde"]);
    await page.press(/^Download Toen/);
    assert.deepEqual(page.saved, { "peerreview_snapshots_Toen_one-000001.json": fileOf("one", "Toen") });
});

test("what cannot be read is listed apart, with its raw text", async () => {
    const factory = await stored({
        reviews: {
            whole: record("whole", fileOf("whole", "Heel")),
            half: record("half", '{"data":{"review":{"review":{"title":"Ha'),
            list: record("list", "[1]"),
            other: record("other", '{"kind":"something"}'),
            object: record("object", { a: 1 }),
            text: "alleen tekst",
            number: 7,
            nothing: null,
            latin: record("latin", Uint8Array.from('{"kind":"review","x":"\u00e9"}', (letter) => letter.charCodeAt(0))),
        },
    });
    const page = await openRecovery(factory);
    const heading = [...page.root.querySelectorAll("h2")].find((title) => title.textContent === "Beschadigd");
    assert.equal(heading?.nextElementSibling.children.length, 8);
    await page.press(/^Alles/);
    assert.equal(Object.keys(page.saved).length, 9);
    assert.equal(page.saved["peerreview_half.txt"], '{"data":{"review":{"review":{"title":"Ha');
    assert.equal(page.saved["peerreview_text.txt"], "alleen tekst");
    assert.equal(page.saved["peerreview_number.txt"], "7");
    assert.match(page.saved["peerreview_object.txt"] ?? "", /"bytes":\{"a":1\}/);
    assert.equal(page.saved["peerreview_Heel_whole.json"], fileOf("whole", "Heel"));
});

test("keys that look alike in a file's name give files of their own", async () => {
    const factory = await stored({ reviews: { "a b": record("a b", fileOf("a b", "")), "a-b": record("a-b", fileOf("a-b", "")) } });
    const page = await openRecovery(factory);
    await page.press(/^Alles/);
    assert.deepEqual(Object.keys(page.saved).sort(), ["peerreview_a-b.json", "peerreview_a-b_2.json"]);
});

test("a newer planner's database is read as it is, with what it keeps in places of its own", async () => {
    const factory = await stored({ reviews: { one: record("one", fileOf("one", "Later")) }, snapshots: { s1: record("s1", '{"kind":"snapshot"}') } }, 9);
    const page = await openRecovery(factory);
    await page.press(/^Alles/);
    assert.deepEqual(Object.keys(page.saved).sort(), ["peerreview_Later_one.json", "peerreview_snapshots_s1.json"]);
    const upgrade = factory.open("peer-review-planner", 10);
    /** @type {IDBDatabase} */ (await settled(upgrade)).close(); // the page is in nobody's way
});

test("where nothing is stored it says so, and the planner still finds an empty place of its own", async () => {
    const factory = new IDBFactory();
    const page = await openRecovery(factory);
    assert.equal(page.status(), "Er is in deze browser niets opgeslagen.");
    assert.equal(page.root.querySelectorAll("ul").length, 0);
    assert.deepEqual((await factory.databases()).map(({ name }) => name), []);
    const tab = new FakeTab(factory);
    assert.equal((await tab.storage.start()).state, "ok");
    tab.write("one", "een");
    await tab.quiet();
    await page.press(/^Opnieuw kijken$/);
    assert.equal(page.status(), "Er is 1 bestand opgeslagen.");
});

test("a connection that is lost again and again is opened anew", async () => {
    const real = await stored({ reviews: { one: record("one", fileOf("one", "Een")) } });
    for (let lost = 1; lost <= 3; lost += 1) {
        const wrapper = losingFactory(real, lost);
        const page = await openRecovery(wrapper.factory);
        assert.equal(page.status(), "Er is 1 bestand opgeslagen.", `${lost} lost`);
        assert.equal(wrapper.opened, lost + 1);
    }
});

test("whichever operation fails once, everything is listed and downloaded", async () => {
    const real = await stored({ reviews: { one: record("one", fileOf("one", "Een")), two: record("two", fileOf("two", "Twee")) } });
    const session = async (/** @type {(operation: number) => boolean} */ fails) => {
        const wrapper = failingFactory(real, fails);
        const page = await openRecovery(wrapper.factory);
        await page.press(/^Alles/);
        return { count: wrapper.count, saved: page.saved };
    };
    const { count, saved } = await session(() => false);
    assert.ok(count > 10);
    for (let failing = 1; failing <= count; failing += 1) assert.deepEqual((await session((operation) => operation === failing)).saved, saved, `operation ${failing}`);
});

test("one thing that the browser does not give leaves the others, and is said to be there", async () => {
    const real = await stored({ reviews: { bad: record("bad", fileOf("bad", "Kwijt")), good: record("good", fileOf("good", "Goed")) } });
    const page = await openRecovery(losingFactory(real, 0, "bad").factory);
    assert.match(page.text(), /bad · Grootte: onbekend · Laatst opgeslagen: onbekendDe browser geeft dit bestand niet/);
    await page.press(/^Alles/);
    assert.deepEqual(Object.keys(page.saved), ["peerreview_Goed_good.json"]);
    assert.match(page.status(), /^Gedownload: 1\..*dan ja\.$/);
});

test("storage that never opens is said, with a way to look again", async () => {
    let isBroken = true;
    const real = await stored({ reviews: { one: record("one", fileOf("one", "Een")) } });
    const page = await openRecovery(failingFactory(real, () => isBroken).factory);
    assert.match(page.status(), /geeft geen antwoord/);
    isBroken = false;
    await page.press(/^Opnieuw kijken$/);
    assert.equal(page.status(), "Er is 1 bestand opgeslagen.");
    assert.equal((await openRecovery(undefined)).status(), "Deze browser kan niets bewaren. Misschien staat een privévenster of een instelling dat niet toe.");
});

test("speaks the language of the browser, and every control has a name of its own", async () => {
    const factory = await stored({ reviews: { one: record("one", fileOf("one", "Zelfde")), two: record("two", fileOf("two", "Zelfde")) } });
    for (const [languages, code, heading] of /** @type {[string[], string, string][]} */ ([
        [["en-GB", "nl"], "en", "What the planner keeps in this browser"],
        [["de", "en"], "en", "What the planner keeps in this browser"],
        [["fr"], "nl", "Wat de planner in deze browser bewaart"],
    ])) {
        const page = await openRecovery(factory, languages);
        assert.equal(page.document.documentElement.lang, code);
        assert.equal(page.document.title, heading);
        assert.equal(page.root.querySelector("h1").textContent, heading);
        const names = [...page.root.querySelectorAll("button, a")].map((control) => control.getAttribute("aria-label") ?? control.textContent);
        assert.equal(new Set(names).size, names.length);
        const levels = [...page.root.querySelectorAll("h1, h2, h3")].map((title) => Number(title.tagName[1]));
        levels.forEach((level, index) => assert.ok(level <= (levels[index - 1] ?? 0) + 1, "no level of headings is left out"));
    }
});

test("the page allows itself what the planner's page allows, and is reached from where the planner stops", async () => {
    const read = (/** @type {string} */ name) => readFile(new URL(`../../web/${name}`, import.meta.url), "utf8");
    const [page, planner] = [await read("recovery.html"), await read("index.html")];
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/;
    assert.ok(policy.exec(planner)?.[1]);
    assert.equal(policy.exec(page)?.[1], policy.exec(planner)?.[1]);
    assert.match(planner, /<a href="recovery\.html">/);
    assert.ok(isLater("recovery.html") && isLater("recovery-0123456789.js") && !isLater("index.html"), "no first visit fetches it");
    const { document } = await openPage();
    const { showCrash } = await import("../../web/crash.js");
    const error = console.error;
    console.error = () => {};
    showCrash(new Error("stopped"));
    console.error = error;
    assert.equal(document.querySelector("a[href='recovery.html']")?.textContent, "Bestanden redden");
});
