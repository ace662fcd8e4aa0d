import assert from "node:assert/strict";
import test from "node:test";
import { readCodes } from "../../web/codes-read.js";
import { CodesDialog, button } from "../../web/codes-dialog.js";
import { FakeStream, openCodesPage, until } from "./support/fake-codes.mjs";

test("a reader that fails ends with a sentence, and the camera goes off", async (context) => {
    const warned = context.mock.method(console, "warn", () => {});
    const reading = new FakeStream(), starting = new FakeStream();
    starting.getVideoTracks = () => {
        throw new Error("no tracks");
    };
    for (const stream of [reading, starting]) {
        const page = await openCodesPage({ camera: async () => stream });
        const read = readCodes(() => ({ read: () => Promise.reject(new Error("no memory")) }));
        await until(() => page.message);
        assert.match(page.message, /camera gaat niet aan/);
        await until(() => stream.stopped === 1);
        assert.deepEqual(page.buttons, ["Sluiten"]);
        page.press("Sluiten");
        assert.equal(await read, null);
    }
    assert.equal(warned.mock.callCount(), 2);
});

/** A page whose planner asks for codes, and what it is told. The host looks at the page when it is loaded. */
async function openHost() {
    const page = await openCodesPage();
    const { createHost } = await import("../../web/host.js");
    /** @type {string[]} */
    const told = [];
    const bridge = { afterwards: (/** @type {() => void} */ effect) => effect(), tell: (/** @type {string} */ name) => void told.push(name) };
    const host = createHost(/** @type {any} */ ({ bridge, scheduler: { request() {} }, files: { take: async () => {} } }));
    const dressed = () => page.document.head.querySelector("link[rel=stylesheet]")?.dispatchEvent(new page.window.Event("load"));
    return { page, told, host, dressed };
}

test("codes that fail are unavailable, and no dialog is left", async (context) => {
    context.mock.method(console, "warn", () => {});
    const { page, told, host, dressed } = await openHost();
    page.window.HTMLCanvasElement.prototype.getContext = () => {
        throw new Error("no canvas");
    };
    host.showAsCodes("review.json", new Uint8Array(9));
    await until(() => (dressed(), told.length === 1));
    assert.equal(page.dialog, null);
    assert.equal(page.focused, "Deel");
    page.window.HTMLDialogElement.prototype.showModal = () => {
        throw new Error("no dialogs");
    };
    host.readCodes();
    await until(() => told.length === 2);
    assert.deepEqual(told, ["codes_unavailable", "codes_unavailable"]);
});

test("the focus goes back to what had it, also when that was made anew", async () => {
    const { document } = await openCodesPage();
    const made = (/** @type {string} */ id) => {
        const element = document.createElement("button");
        element.dataset.id = id;
        return element;
    };
    const [share, other, again] = [made('a "share"'), made("other"), made('a "share"')];
    document.body.append(other, share);
    const opened = () => {
        share.focus();
        const dialog = new CodesDialog("Codes");
        const close = button("Sluiten", dialog.close);
        dialog.column.append(close);
        dialog.open(close);
        return dialog;
    };
    const first = opened();
    first.close();
    await first.closed;
    assert.equal(document.activeElement, share);

    const second = opened();
    share.replaceWith(again);
    second.close();
    await second.closed;
    assert.equal(document.activeElement, again);
});
