import assert from "node:assert/strict";
import test from "node:test";
import { openPage } from "./support/page.mjs";

const SHEET = (/** @type {string} */ title) =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>` +
    "<style>@page{size:A4 landscape}h1{color:#000}</style></head>" +
    `<body><header><h1>${title}</h1></header><main><p>1 &lt; 2</p></main></body></html>`;

/** A page that can print: what lies on the paper is looked at in the middle of printing. @param {() => string} write */
async function openPrinter(write) {
    const window = await openPage();
    globalThis.DOMParser = window.DOMParser;
    const { document } = window;
    document.title = "Planner";
    document.head.append(document.createElement("style"));
    const { Printer } = await import("../../web/print.js");
    /** @type {{title: string, text: string, lang: string, css: string}[]} */
    const printed = [];
    const rules = () => [...document.styleSheets[0].cssRules].map((rule) => rule.cssText).join("\n");
    const papers = () => document.querySelectorAll("#paper");
    window.print = () => {
        window.dispatchEvent(new window.Event("beforeprint"));
        const paper = papers()[0];
        printed.push({ title: document.title, text: paper?.textContent ?? "", lang: paper?.lang ?? "", css: rules() });
        window.dispatchEvent(new window.Event("afterprint"));
    };
    const goOn = (/** @type {string} */ name) => window.dispatchEvent(new window.Event(name));
    return { window, printer: new Printer(write, window), printed, papers, rules, goOn };
}

const tick = () => new Promise((resolve) => setTimeout(resolve, 20));

test("a document is laid in the page for paper only, and taken away when the person goes on", async () => {
    const { window, printer, printed, papers, rules, goOn } = await openPrinter(() => SHEET("the screen"));
    assert.equal(printer.print("Kaart", SHEET("Kaart")), true);
    assert.equal(printed.length, 0, "not while the planner is still at work");
    await tick();
    assert.equal(printed.length, 1);
    assert.equal(printed[0]?.title, "Kaart");
    assert.equal(printed[0]?.text, "Kaart1 < 2");
    assert.equal(printed[0]?.lang, "en");
    assert.match(printed[0]?.css ?? "", /@media print[^]*A4 landscape[^]*#paper/);
    assert.equal(papers()[0]?.hidden, true, "never on the screen");
    goOn("pointerdown");
    assert.equal(papers().length, 0);
    assert.equal(rules(), "");
    assert.equal(window.document.title, "Planner");
});

test("the browser's own print command gives what is on the screen at that moment", async () => {
    let screen = "Taken";
    const { window, printer, printed, papers } = await openPrinter(() => SHEET(screen));
    window.print();
    screen = "Dashboard";
    window.print();
    printer.print("Kaart", SHEET("Kaart"));
    await tick();
    window.print();
    assert.deepEqual(printed.map(({ title }) => title), ["Taken", "Dashboard", "Kaart", "Dashboard"]);
    assert.equal(papers().length, 1);
});

test("without a document the page prints as it is", async () => {
    const { window, printed, papers, rules } = await openPrinter(() => "");
    window.print();
    assert.equal(printed[0]?.title, "Planner");
    assert.equal(papers().length, 0);
    assert.equal(rules(), "");
});

test("a title that the planner changed meanwhile stays", async () => {
    const { window, printer, goOn } = await openPrinter(() => "");
    printer.print("Kaart", SHEET("Kaart"));
    await tick();
    window.document.title = "Taken";
    goOn("keydown");
    assert.equal(window.document.title, "Taken");
});

test("a browser that cannot print says so and gets nothing", async () => {
    const { window, printer, papers } = await openPrinter(() => "");
    window.print = undefined;
    assert.equal(printer.print("Kaart", SHEET("Kaart")), false);
    assert.equal(papers().length, 0);
});

test("texts stay texts, in a page that would run them", async () => {
    const { window, printer, papers } = await openPrinter(() => "");
    const text = "<script>window.ran = 1</script><img src=x onerror='window.ran = 1'>";
    const escaped = text.replace(/</g, "&lt;").replace(/>/g, "&gt;");
    printer.print("Kaart", `<!doctype html><html lang="nl"><body><p>${escaped}</p></body></html>`);
    assert.equal(papers()[0].textContent.trim(), text);
    assert.equal(papers()[0].children.length, 1);
    assert.equal(window.ran, undefined);
});
