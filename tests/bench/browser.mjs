// What is measured in Chromium, with the release page.
import { readFile, mkdir, copyFile } from "node:fs/promises";
import { join } from "node:path";
import { startServer } from "../../web/server.mjs";
import { launch } from "../browser/driver/index.mjs";
import { openFiles, siteFolder } from "../browser/support/planner.mjs";
import * as inPage from "./in_page.mjs";

/** @typedef {import("../browser/driver/page.mjs").Page} Page */
/** @typedef {import("../browser/driver/index.mjs").Session} Session */

const laptop = { width: 1366, height: 768 };
const large = { width: 1920, height: 1080 };

/** @param {number[]} values */
export function median(values) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** The static files of the page that holds nothing but Dear ImGui. @param {string} wasmBuild @returns {Promise<string>} */
async function emptySite(wasmBuild) {
    const folder = join(wasmBuild, "empty-site");
    const source = new URL("empty_page/", import.meta.url);
    await mkdir(folder, { recursive: true });
    for (const name of ["index.html", "main.js"]) await copyFile(new URL(name, source), join(folder, name));
    for (const name of ["empty_page.js", "empty_page.wasm"]) await copyFile(join(wasmBuild, name), join(folder, name));
    await copyFile(join(wasmBuild, "fonts/atkinson-regular.ttf"), join(folder, "font.ttf"));
    return folder;
}

/** One visit by somebody who was never here. @param {Session} session @param {string} address @returns {Promise<number>} ms */
async function visit(session, address) {
    /** @type {import("puppeteer-core").Browser} */
    const browser = session.page.engine.native.browser();
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.evaluateOnNewDocument(inPage.watchFromTheStart);
    await new Promise((resolve) => setTimeout(resolve, 1500)); // a window just opened keeps the browser busy with itself
    await page.goto(address);
    const usable = await page.evaluate(inPage.usableAfter);
    await context.close();
    return usable;
}

/** First visits to the planner and to the empty page, in turns. @param {string} wasmBuild @param {number} [times] */
export async function firstVisits(wasmBuild, times = 5) {
    const [site, empty] = await Promise.all([startServer(siteFolder), startServer(await emptySite(wasmBuild))]);
    const session = await launch("chromium", laptop);
    try {
        const planner = [];
        const reference = [];
        for (let time = 0; time <= times; ++time) {
            reference.push(await visit(session, empty.address));
            planner.push(await visit(session, site.address));
        }
        // The first of each also warms up the browser.
        return { planner: median(planner.slice(1)), empty: median(reference.slice(1)) };
    } finally {
        await session.close();
        await Promise.all([site.close(), empty.close()]);
    }
}

/** Opens the planner with a review from a file. @param {string} address @param {string} file */
async function openReview(address, file) {
    const session = await launch("chromium", laptop);
    const { page } = session;
    await page.engine.native.evaluateOnNewDocument(inPage.watchFromTheStart);
    await page.goto(address);
    await page.evaluate(inPage.usableAfter);
    await page.settled();
    await openFiles(page, [file]);
    await page.role("link", "Hulpkaarten").waitFor(60000);
    await page.settled();
    return session;
}

/** @param {Page} page @param {string} hash */
async function show(page, hash) {
    await page.evaluate((to) => void (location.hash = to), hash);
    await page.settled();
}

/**
 * A frame while the mouse moves over a screen, in ms: `script` is the processor time of all scripts and WebAssembly of the page
 * per frame, `clock` the median time of day that the animation frame took.
 * @param {Page} page @param {string} hash
 */
async function framesOf(page, hash) {
    await show(page, hash);
    await moveAbout(page); // until the browser has compiled what this screen needs
    await page.evaluate(inPage.takeFrames);
    /** @type {import("puppeteer-core").CDPSession} */
    const session = await page.engine.native.createCDPSession();
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const before = await scriptTime(session);
    await moveAbout(page);
    const after = await scriptTime(session);
    await session.detach();
    const frames = await page.evaluate(inPage.takeFrames);
    return { script: (after - before) / frames.length, clock: median(frames) };
}

/** @param {Page} page */
async function moveAbout(page) {
    for (let step = 0; step < 16; ++step) await page.engine.moveMouse(200 + step * 90, 150 + step * 45);
    await page.settled();
}

/** Processor time that the page's scripts took so far, in ms. @param {import("puppeteer-core").CDPSession} session */
async function scriptTime(session) {
    const { metrics } = await session.send("Performance.getMetrics");
    return 1000 * (metrics.find(({ name }) => name === "ScriptDuration")?.value ?? NaN);
}

/** @param {Page} page @returns {Promise<string[]>} addresses of the screens of the review that is open */
async function screensOf(page) {
    const [, review = ""] = /#\/review\/([^/]+)/.exec(await page.address()) ?? [];
    await show(page, `#/review/${review}/cards`);
    const cards = await page.evaluate(() =>
        [...document.querySelectorAll("a[href*='/cards/']")].map((link) => /** @type {HTMLAnchorElement} */ (link).hash),
    );
    const oneOfEach = new Map(cards.map((hash) => [hash.split("/")[4], hash]));
    return [`#/review/${review}`, `#/review/${review}/cards`, ...oneOfEach.values()];
}

/** Clicks into the first long text of a card. @param {Page} page @param {string} card */
async function focusLongText(page, card) {
    await show(page, card);
    await page.css("textarea").nth(0).click();
    await page.press("Control+End");
    await page.settled();
}

/** @param {Page} page */
async function keys(page) {
    const answers = [];
    for (let time = 0; time < 10; ++time) {
        await page.evaluate(inPage.watchNextKey);
        await page.type("e");
        answers.push(await page.evaluate(inPage.keyToFrame));
        await page.settled();
    }
    return { frames: Math.max(...answers.map(({ count }) => count)), milliseconds: median(answers.map(({ milliseconds }) => milliseconds)) };
}

/** @param {Page} page @param {number} size of the document in bytes */
async function durability(page, size) {
    const planner = [];
    const reference = [];
    for (let time = 0; time < 5; ++time) {
        const word = `zq${time}x${Date.now() % 10000}`;
        await page.evaluate(inPage.watchStorage, word);
        await page.type(` ${word}`);
        planner.push(await page.evaluate(inPage.lastKeyToDurable));
        await page.settled();
        reference.push(await page.evaluate(inPage.plainWrite, size));
    }
    return { slowest: Math.max(...planner), median: median(planner), plain: median(reference) };
}

/** Everything that needs a review of twelve teams on the screen. @param {string} file @param {number} idle ms to wait for frames */
export async function withTwelveTeams(file, idle = 10000) {
    const site = await startServer(siteFolder);
    const session = await openReview(site.address, file);
    const { page } = session;
    try {
        const screens = await screensOf(page);
        await page.resize(large.width, large.height);
        const frames = [];
        for (const hash of screens) frames.push({ screen: hash.split("/").slice(3, 5).join(" ") || "dashboard", ...(await framesOf(page, hash)) });
        await page.resize(laptop.width, laptop.height);
        await show(page, screens[0] ?? "");
        await page.engine.moveMouse(5, 5);
        await page.settled();
        const idleFrames = await page.evaluate(inPage.framesIn, idle);
        await focusLongText(page, screens.at(-1) ?? "");
        const focusedFrames = await page.evaluate(inPage.framesIn, idle);
        const key = await keys(page);
        const durable = await durability(page, (await readFile(file)).length);
        return { frames, idle: idleFrames, focused: focusedFrames, key, durable };
    } finally {
        await session.close();
        await site.close();
    }
}

/** Drops a file on the start screen: ms until the review is on the screen. @param {string} file */
export async function openLargeFile(file) {
    const site = await startServer(siteFolder);
    const session = await launch("chromium", laptop);
    const { page } = session;
    try {
        await page.goto(site.address);
        await page.evaluate(inPage.usableAfter);
        await page.settled();
        await page.evaluate(inPage.watchNextFile);
        await page.dropFiles([file]);
        return await page.evaluate(inPage.fileToScreen);
    } finally {
        await session.close();
        await site.close();
    }
}
