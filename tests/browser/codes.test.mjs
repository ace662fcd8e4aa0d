// From the screen of one browser to the camera of another, without a network between them. Every engine shows the codes; Chromium
// also reads them, from a film of what was on the screen.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe } from "node:test";
import { chosenEngines } from "./driver/journey.mjs";
import { imageOf, writeFilm } from "./support/film.mjs";
import { closeMessages, downloadReview, newReview, openPlanner, saved } from "./support/planner.mjs";
import { stepsOfOneJourney } from "./support/steps.mjs";
import { Stage } from "./support/stage.mjs";
import { readImage } from "../../web/codes-camera.js";
import { Collection } from "../../web/codes-parts.js";

/** @typedef {import("./driver/page.mjs").Page} Page */

/** @param {Page} page */
const shownDialog = (page) => page.role("dialog", "QR-codes van dit bestand");

/** The squares of the code on the screen: a corner of it is seven wide. @param {Page} page @returns {Promise<string[]>} */
const squaresOnScreen = (page) =>
    page.evaluate(() => {
        const shown = /** @type {HTMLCanvasElement} */ (document.querySelector("dialog canvas"));
        // A copy: Chromium warns of a canvas that is read often and was not made for it.
        const copy = new OffscreenCanvas(shown.width, shown.height);
        const context = /** @type {OffscreenCanvasRenderingContext2D} */ (copy.getContext("2d", { willReadFrequently: true }));
        context.drawImage(shown, 0, 0);
        const { data, width } = context.getImageData(0, 0, shown.width, shown.height);
        const isDark = (/** @type {number} */ x, /** @type {number} */ y) => (data[(y * width + x) * 4] ?? 0) < 128;
        let edge = 0, end = 0;
        while (!isDark(edge, edge)) edge += 1;
        for (end = edge; isDark(end, edge); ) end += 1;
        const scale = (end - edge) / 7, count = (width - 2 * edge) / scale;
        const middle = (/** @type {number} */ index) => edge + Math.floor((index + 0.5) * scale);
        const places = Array.from({ length: count }, (_, index) => index);
        return places.map((y) => places.map((x) => (isDark(middle(x), middle(y)) ? "1" : "0")).join(""));
    });

/** @param {string} path */
const dataOf = async (path) => JSON.parse(await readFile(path, "utf8")).data;

for (const engine of chosenEngines()) {
    describe(`from screen to camera in ${engine}`, () => {
        const stage = new Stage().opens(engine, {});
        const step = stepsOfOneJourney();
        /** @type {string[][]} */
        const codes = [];
        /** @type {Record<string, unknown>} */
        let sent = {};

        step("a review is shown as codes over the dialog that asks for them, and they run by themselves", async () => {
            const { page } = stage.session;
            await newReview(page);
            await saved(page);
            sent = await dataOf(await downloadReview(page));
            await closeMessages(page);
            await page.role("button", "Deel").click();
            await page.role("button", "Toon als QR-codes").click();
            const dialog = shownDialog(page);
            await dialog.role("button", "Pauze").waitUntil(({ focused }) => focused);
            const { name } = await dialog.role("img").state();
            await dialog.role("img").waitUntil((state) => state.name !== name);
            const { box } = await dialog.role("img").state();
            assert.ok(box.width === box.height && box.width > 500, `${box.width} by ${box.height} of 768 pixels`);
            assert.deepEqual(await page.axe(), []);
        });

        step("stepped through, they hold the whole file", async () => {
            const { page } = stage.session;
            const dialog = shownDialog(page);
            await dialog.role("button", "Pauze").activate();
            const [, count] = /van (\d+)$/.exec((await dialog.role("img").state()).name) ?? [];
            for (let number = 0; number < Number(count); number += 1) {
                codes.push(await squaresOnScreen(page));
                const { name } = await dialog.role("img").state();
                await dialog.role("button", "Volgende").activate();
                if (Number(count) > 1) await dialog.role("img").waitUntil((state) => state.name !== name);
            }
            const collection = new Collection();
            for (const text of codes.map(imageOf).flatMap(readImage)) collection.take(text);
            assert.deepEqual(collection.missing, []);
            const { bytes } = await collection.file();
            assert.deepEqual(JSON.parse(new TextDecoder().decode(bytes)).data, sent);
        });

        step("Escape leads back to the dialog that was there, and to the button", async () => {
            const { page } = stage.session;
            await page.press("Escape");
            await shownDialog(page).waitForGone();
            await page.role("dialog", "Deel deze review").role("button", "Toon als QR-codes").waitUntil(({ focused }) => focused);
            await page.press("Escape");
            await page.role("dialog").waitForGone();
            assert.deepEqual(await stage.session.messages(), []);
            assert.deepEqual(await stage.session.foreignRequests(stage.server.address), []);
        });

        if (engine !== "chromium") return;

        step("a browser that never saw the review reads it with its camera, and has all of it", async () => {
            const film = join(stage.folder, "codes.y4m");
            await writeFilm(film, codes);
            const session = await openPlanner(engine, stage.server.address, { camera: film });
            try {
                const { page } = session;
                await page.role("button", "QR-codes lezen").click();
                await page.role("dialog", "QR-codes lezen").waitFor();
                await page.role("dialog", "QR-codes lezen").waitForGone(60_000);
                await saved(page);
                assert.deepEqual(await dataOf(await downloadReview(page)), sent);
                assert.deepEqual(await session.messages(), []);
                assert.deepEqual(await session.foreignRequests(stage.server.address), []);
            } finally {
                await session.close();
            }
        });
    });
}
