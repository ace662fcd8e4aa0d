// A meeting that runs in Chromium, with the release page: how soon the room sees a letter, and what a clock costs.
import { startServer } from "../../web/server.mjs";
import { launch } from "../browser/driver/index.mjs";
import { Page } from "../browser/driver/page.mjs";
import { followMenu, goTo, siteFolder } from "../browser/support/planner.mjs";
import * as inPage from "./in_page.mjs";

/** @typedef {import("../browser/driver/index.mjs").Session} Session */

const wall = { width: 1920, height: 1080 };
const question = "Onze leervraag";

/** As somebody types who is used to it, in ms. */
const betweenLetters = 150;

/** Two windows, both in sight: a page that nobody sees draws nothing. @param {Session} session @param {string} address */
async function openProjector(session, address) {
    /** @type {import("puppeteer-core").Page} */
    const first = session.page.engine.native;
    const native = await first.browser().newPage({ type: "window" });
    await native.setViewport({ ...wall, deviceScaleFactor: 1 });
    const page = new Page(/** @type {any} */ ({ ...session.page.engine, native, evaluate: (/** @type {string} */ expression) => native.evaluate(expression), goto: async (/** @type {string} */ to) => void (await native.goto(to)) }), session);
    await goTo(page, `${address}#/projector`);
    return page;
}

/** The example's start meeting, at the question of its first team. @param {Page} page */
async function goToQuestion(page) {
    await page.role("button", "Voorbeeld bekijken").activate();
    await page.role("heading", "Dashboard", { level: 1 }).waitFor();
    await followMenu(page, "Draaiboeken");
    await page.role("button", "Open de regie").activate();
    await page.role("button", /^Begin/).nth(0).activate();
    await page.role("button", "Volgende").activate();
    await page.role("button", "Volgend deel").activate();
    await page.label(question).waitFor();
}

/** Processor time of the page's main thread so far, in ms. @param {import("puppeteer-core").CDPSession} session */
async function taskTime(session) {
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (/** @type {string} */ wanted) => 1000 * (metrics.find(({ name }) => name === wanted)?.value ?? NaN);
    return { task: of("TaskDuration"), script: of("ScriptDuration") };
}

/** @param {number[]} values @param {number} share */
export function percentile(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/** Types letters and takes the ms from each in the director's window to the pictures of it there and in the room's. @param {Page} page @param {Page} projector @param {number} count */
async function letters(page, projector, count) {
    const text = Array.from({ length: count }, (_, index) => (index % 6 === 5 ? " " : String.fromCharCode(97 + (index % 26)))).join("");
    await page.label(question).fill("");
    await page.settled();
    await page.evaluate(inPage.noteLetters);
    await projector.evaluate(inPage.noteTextShown, text);
    for (const letter of text) {
        await page.engine.type(letter);
        await new Promise((resolve) => setTimeout(resolve, betweenLetters));
    }
    await page.settled();
    const typed = await page.evaluate(inPage.lettersNoted);
    const shown = await projector.evaluate(inPage.textShown, count);
    // A space at the end is nothing to see.
    const seen = typed.map((letter, index) => ({ ...letter, shown: /** @type {number} */ (shown[index]) })).filter((_, index) => text[index] !== " ");
    return { room: seen.map((letter) => letter.shown - letter.typed), own: seen.map(({ typed: at, drawn }) => drawn - at) };
}

/** Frames and processor time of a window in which nobody does anything. @param {Page} page @param {number} milliseconds */
async function idle(page, milliseconds) {
    /** @type {import("puppeteer-core").CDPSession} */
    const session = await page.engine.native.createCDPSession();
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.evaluate(inPage.takeFrames);
    const before = await taskTime(session);
    const frames = await page.evaluate(inPage.framesIn, milliseconds);
    const after = await taskTime(session);
    await session.detach();
    const drawn = await page.evaluate(inPage.takeFrames);
    return { frames, inFrames: drawn.reduce((sum, each) => sum + each, 0), task: after.task - before.task, script: after.script - before.script, milliseconds };
}

/** @param {number} [count] of letters @param {number} [running] ms @param {number} [paused] ms */
export async function inMeeting(count = 100, running = 20000, paused = 10000) {
    const site = await startServer(siteFolder);
    const session = await launch("chromium", wall);
    const { page } = session;
    try {
        await page.engine.native.evaluateOnNewDocument(inPage.watchFromTheStart);
        await goTo(page, site.address);
        await goToQuestion(page);
        const projector = await openProjector(session, site.address);
        await projector.role("heading", undefined, { level: 1 }).waitFor();
        const hidden = await Promise.all([page, projector].map((each) => each.evaluate(() => document.hidden)));
        if (hidden.some(Boolean)) throw new Error("both windows must be in sight");
        const latency = await letters(page, projector, count);
        await page.engine.moveMouse(5, 5);
        await page.settled();
        const clock = await idle(page, running);
        await page.role("button", "Pauze").activate();
        const pause = await idle(page, paused);
        const room = { median: percentile(latency.room, 0.5), p95: percentile(latency.room, 0.95), most: Math.max(...latency.room) };
        return { room, own: { median: percentile(latency.own, 0.5), p95: percentile(latency.own, 0.95) }, clock, pause };
    } finally {
        await session.close();
        await site.close();
    }
}
