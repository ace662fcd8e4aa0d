import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { CodeReader, readImage } from "../../web/codes-camera.js";
import { Collection } from "../../web/codes-parts.js";
import { ranges, readCodes } from "../../web/codes-read.js";
import { showCodes } from "../../web/codes-show.js";
import { codesLater, FakeStream, imagesOf, noise, openCodesPage, seriesOf, shuffled, until } from "./support/fake-codes.mjs";
import { HandClock } from "./support/hand-clock.mjs";

const example = new Uint8Array(await readFile(new URL("../../assets/examples/mbo-peer-review.json", import.meta.url)));

/** A camera before which codes are held: each look sees the next ones. @param {string[][]} views */
const camera = (views) => ({ read: async () => views.shift() ?? [] });

/** @param {(open: { page: any, clock: HandClock, shown: Promise<void> }) => Promise<void>} look */
async function showing(look, bytes = example, stillness = false) {
    const page = await openCodesPage({ stillness });
    const clock = new HandClock();
    try {
        const shown = showCodes("review.json", bytes);
        await until(() => page.dialog);
        await look({ page, clock, shown });
        page.dialog?.close();
        await shown;
    } finally {
        clock.stop();
    }
}

test("codes follow each other until somebody stops them, and all together are the file", () =>
    showing(async ({ page, clock, shown }) => {
        const [, count = ""] = /1 van (\d+)/.exec(page.text) ?? [];
        const texts = [];
        for (let turn = 0; turn < Number(count); turn += 1) {
            assert.match(page.text, new RegExp(`\\b${turn + 1} van ${count}`));
            assert.equal(page.dialog.querySelector("[role=img]").getAttribute("aria-label"), `QR-code ${turn + 1} van ${count}`);
            texts.push(...readImage(page.image));
            await clock.jump(200);
        }
        assert.match(page.text, /\b1 van /, "round again");
        const collection = new Collection();
        for (const text of texts) collection.take(text);
        assert.deepEqual(await collection.file(), { name: "review.json", bytes: example });

        assert.equal(page.focused, "Pauze");
        page.press("Pauze");
        await clock.jump(5000);
        assert.match(page.text, /\b1 van /);
        page.press("Vorige");
        assert.match(page.text, new RegExp(`\\b${count} van ${count}`));
        page.press("Laat lopen");
        await clock.jump(200);
        assert.match(page.text, /\b1 van /);
        page.press("Volgende");
        await clock.jump(5000);
        assert.match(page.text, /\b2 van /, "who steps does not want it to run on");

        page.press("Sluiten");
        await shown;
        assert.equal(page.dialog, null);
        assert.equal(page.focused, "Deel");
    }));

test("it runs as fast as somebody wants, within bounds", () =>
    showing(async ({ page, clock }) => {
        assert.match(page.text, /5 per seconde, één ronde duurt 3 s/);
        for (let press = 0; press < 6; press += 1) page.press("Langzamer");
        assert.match(page.text, /1 per seconde, één ronde duurt 15 s/);
        await clock.jump(200);
        assert.match(page.text, /\b1 van 15/, "it does not go on at the pace before");
        for (let press = 0; press < 6; press += 1) page.press("Sneller");
        assert.match(page.text, /8 per seconde, één ronde duurt 2 s/);
        const limit = [...page.dialog.querySelectorAll("[aria-disabled=true]")];
        assert.deepEqual(limit.map(({ textContent }) => textContent), ["Sneller"]);
    }));

test("who asks for little movement steps, and may still let it run", () =>
    showing(async ({ page, clock }) => {
        assert.match(page.text, /weinig beweging/);
        await clock.jump(5000);
        assert.match(page.text, /\b1 van 15/);
        page.press("Volgende");
        assert.equal(page.dialog.querySelector("p.codes-progress").getAttribute("aria-live"), "polite");
        assert.match(page.text, /\b2 van 15/);
        page.press("Laat lopen");
        await clock.jump(200);
        assert.match(page.text, /\b3 van 15/);
    }, example, true));

test("keys in the dialog are not the planner's, and going back closes it", () =>
    showing(async ({ page, shown }) => {
        let heard = 0;
        page.window.addEventListener("keydown", () => (heard += 1));
        for (const key of ["Escape", "ArrowLeft", "z"]) page.dialog.dispatchEvent(new page.window.KeyboardEvent("keydown", { key, bubbles: true }));
        assert.equal(heard, 0);
        page.window.dispatchEvent(new page.window.Event("popstate"));
        await shown;
        assert.equal(page.dialog, null);
    }));

test("a file that would take too many codes is refused with another way", () =>
    showing(async ({ page }) => {
        assert.match(page.text, /te groot voor QR-codes: het zouden er 410 worden\. Mail het bestand, of zet het op een USB-stick/);
        assert.deepEqual(page.buttons, ["Sluiten"]);
        assert.equal(page.focused, "Sluiten");
        assert.equal(page.dialog.querySelector("canvas"), null);
    }, noise(300 * 1024)));

test("in English it speaks English", async () => {
    const page = await openCodesPage({ camera: () => Promise.reject(new DOMException("", "NotFoundError")) });
    page.document.documentElement.lang = "en";
    const reading = readCodes(() => camera([]));
    await until(() => page.message);
    assert.match(page.message, /finds no camera here\. Ask for the file by mail or on a USB stick/);
    page.press("Close");
    assert.equal(await reading, null);
});

test("a file is read in any order, while the dialog says what is missing", async () => {
    const stream = new FakeStream();
    const page = await openCodesPage({ camera: async () => stream });
    const texts = await seriesOf("peerreview.json", example);
    const late = [3, 4, 5, 9];
    const views = shuffled(texts.filter((_, place) => !late.includes(place))).map((text) => [text, text.slice(1), text]);
    const reading = readCodes(() => camera(views));
    assert.equal(page.focused, "Annuleren");
    assert.match(page.text, /De camera gaat aan/);
    await until(() => page.text.includes("11 van 15"));
    assert.match(page.text, /Nog nodig: 4–6, 10/);
    assert.deepEqual([page.dialog?.querySelector("progress")?.value, page.dialog?.querySelector("progress")?.max], [11, 15]);
    views.push(late.map((place) => texts[place] ?? ""));
    const file = await reading;
    assert.equal(file?.name, "peerreview.json");
    assert.deepEqual(new Uint8Array(await /** @type {File} */ (file).arrayBuffer()), example);
    assert.deepEqual([page.dialog, page.focused], [null, "Deel"]);
    await until(() => stream.stopped === 1);
});

test("codes of another file are taken only when somebody says so, and codes of no planner are named", async () => {
    const page = await openCodesPage();
    const first = await seriesOf("een.json", example), other = await seriesOf("twee.json", noise(2000));
    const views = [first.slice(0, 4)];
    const reading = readCodes(() => camera(views));
    await until(() => page.text.includes("4 van 15"));
    views.push(["https://school.example/"]);
    await until(() => page.message);
    assert.match(page.message, /niet uit de planner/);
    views.push([other[0] ?? ""]);
    await until(() => page.buttons.length > 1);
    views.push([`${(other[1] ?? "").slice(0, -1)}0`]);
    await until(() => views.length === 0);
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(page.buttons.length, 2, "a damaged code says nothing about what is held there");
    assert.match(page.message, /horen bij een ander bestand\. Van het eerste heb je 4 van 15/);
    views.push([first[0] ?? ""]);
    await until(() => page.buttons.length === 1);
    assert.equal(page.message, "");
    views.push([other[2] ?? ""]);
    await until(() => page.buttons.length > 1);
    page.press("Begin met dit bestand");
    assert.match(page.text, /1 van 3Nog nodig: 1–2/);
    assert.equal(page.focused, "Annuleren", "the focus does not fall out of the dialog");
    views.push(other);
    assert.equal((await reading)?.name, "twee.json");
});

test("without a camera there is one sentence with another way, and nothing else", async () => {
    const refusals = { NotAllowedError: /laat de planner de camera niet gebruiken/, NotFoundError: /vindt hier geen camera/, NotReadableError: /gaat niet aan/ };
    for (const [name, sentence] of Object.entries(refusals)) {
        const page = await openCodesPage({ camera: () => Promise.reject(new DOMException("", name)) });
        const reading = readCodes(() => camera([["A"]]));
        await until(() => page.message);
        assert.match(page.message, sentence);
        assert.match(page.message, /per mail of op een USB-stick en kies “Bestand openen”/);
        assert.deepEqual(page.buttons, ["Sluiten"]);
        assert.equal(page.dialog?.querySelector("video")?.hidden, true);
        page.press("Sluiten");
        assert.equal(await reading, null);
    }
    for (const [secure, sentence] of /** @type {[boolean, RegExp][]} */ ([[false, /alleen als de planner met https/], [true, /geen camera/]])) {
        const page = await openCodesPage();
        Object.assign(globalThis, { navigator: {}, isSecureContext: secure });
        const reading = readCodes(() => camera([]));
        await until(() => page.message);
        assert.match(page.message, sentence);
        page.dialog?.close();
        await reading;
    }
});

test("what cannot be unpacked, is not whole or is taken away ends the reading with a reason", async () => {
    const texts = await seriesOf("kaart.json", example);
    const unpacking = globalThis.DecompressionStream;
    const stream = new FakeStream();
    const page = await openCodesPage({ camera: async () => stream });
    Reflect.deleteProperty(globalThis, "DecompressionStream");
    const reading = readCodes(() => camera([texts.slice(0, 1)]));
    await until(() => page.message);
    globalThis.DecompressionStream = unpacking;
    assert.match(page.message, /kan deze codes niet uitpakken\. Vraag het bestand per mail of op een USB-stick/);
    await until(() => stream.stopped === 1);
    page.press("Sluiten");
    assert.equal(await reading, null);

    const again = readCodes(() => camera([]));
    await until(() => page.text.includes("Nog geen code"));
    stream.unplug();
    assert.match(page.message, /camera gaat niet aan/);
    page.press("Sluiten");
    assert.equal(await again, null);
});

test("who leaves before the camera is there, or before all is read, has no file, and the camera goes off", async () => {
    /** @type {(stream: FakeStream) => void} */
    let allow = () => {};
    const late = new FakeStream(), early = new FakeStream();
    const streams = [new Promise((resolve) => (allow = resolve)), Promise.resolve(early)];
    const page = await openCodesPage({ camera: () => /** @type {Promise<FakeStream>} */ (streams.shift()) });
    const waiting = readCodes(() => camera([]));
    page.press("Annuleren");
    assert.equal(await waiting, null);
    allow(late);
    await until(() => late.stopped === 1);

    const texts = await seriesOf("half.json", example);
    const reading = readCodes(() => camera([texts.slice(1)]));
    await until(() => page.text.includes("14 van 15"));
    page.press("Annuleren");
    assert.equal(await reading, null);
    await until(() => early.stopped === 1);
});

test("the browser's own reader is asked first; where it sees nothing or fails, the planner's looks itself", async () => {
    const page = await openCodesPage();
    const texts = (await seriesOf("kaart.json", example)).slice(0, 1);
    const [shown] = imagesOf(texts);
    const video = page.document.createElement("video");
    Object.defineProperties(video, { videoWidth: { value: shown?.width }, videoHeight: { value: shown?.width }, shown: { value: shown } });
    /** @param {object | undefined} detector */
    const read = async (detector, times = 1) => {
        Reflect.set(globalThis, "BarcodeDetector", detector);
        const reader = new CodeReader();
        let found;
        for (let time = 0; time < times; time += 1) found = await reader.read(video);
        return found;
    };
    let asked = 0;
    const detecting = (/** @type {string[]} */ formats, /** @type {() => Promise<object[]>} */ detect) =>
        class {
            static getSupportedFormats = async () => formats;
            detect() {
                asked += 1;
                return detect();
            }
        };
    assert.deepEqual(await read(undefined), texts);
    assert.deepEqual(await read(detecting(["qr_code"], async () => [{ rawValue: "OWN" }])), ["OWN"]);
    assert.deepEqual(await read(detecting(["qr_code"], async () => [])), texts);
    assert.equal(asked, 2);
    assert.deepEqual(await read(detecting(["ean_13"], async () => [{ rawValue: "OWN" }])), texts);
    assert.equal(asked, 2, "it does not know these codes");
    assert.deepEqual(await read(detecting(["qr_code"], () => Promise.reject(new Error("no service"))), 3), texts);
    assert.equal(asked, 3, "not asked again");
    Reflect.deleteProperty(globalThis, "BarcodeDetector");
    const dark = page.document.createElement("video");
    assert.deepEqual(await new CodeReader().read(dark), [], "no picture yet");
});

test("few numbers are named, ranges as ranges", () => {
    assert.equal(ranges([1]), "1");
    assert.equal(ranges([1, 2, 4, 6, 7, 8]), "1–2, 4, 6–8");
    assert.match(ranges(Array.from({ length: 40 }, (_, index) => index * 2)), /^0, 2, 4, 6, 8, 10, 12, 14, …$/);
});

test("from one page to another: what was shown comes as a file that was opened, once, and a dialog opens once", async () => {
    const page = await openCodesPage();
    const { readCodesLater, showCodesLater } = await codesLater();
    const sheet = () => page.document.head.querySelector("link[rel=stylesheet]")?.dispatchEvent(new page.window.Event("load"));
    const shown = [showCodesLater("review.json", example), showCodesLater("review.json", example)];
    await until(sheet);
    await until(() => page.dialog);
    assert.equal(page.document.querySelectorAll("dialog").length, 1);
    /** @type {import("./support/fake-codes.mjs").Image[]} */
    const images = [];
    page.press("Pauze");
    for (let turn = 0; turn < 15; turn += 1) {
        images.push(page.image);
        page.press("Volgende");
    }
    page.press("Sluiten");
    assert.deepEqual(await Promise.all(shown), [true, true]);

    /** @type {File[][]} */
    const taken = [];
    const reading = readCodesLater({ take: async (files) => void taken.push(/** @type {File[]} */ (files)) });
    await until(() => page.dialog);
    let at = 0;
    const video = /** @type {HTMLVideoElement} */ (page.dialog?.querySelector("video"));
    const width = images[0]?.width;
    Object.defineProperties(video, { videoWidth: { value: width }, videoHeight: { value: width }, shown: { get: () => images[at++ % images.length] } });
    await until(() => taken.length > 0);
    assert.equal(await reading, true);
    assert.deepEqual(taken.map((files) => files.map(({ name }) => name)), [["review.json"]]);
    const [[file]] = /** @type {[[File]]} */ (taken);
    assert.deepEqual(new Uint8Array(await file.arrayBuffer()), example);
});
