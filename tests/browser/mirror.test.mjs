// The mirror's controls lie where the canvas draws them and where Dear ImGui takes the mouse.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { chosenEngines } from "./driver/journey.mjs";
import { readPixels } from "./support/pixels.mjs";
import { openCard } from "./support/planner.mjs";
import { Stage } from "./support/stage.mjs";
import { exampleTeam } from "./support/tour.mjs";

const exploration = "Verkenning eigen vraagstuk";

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/** The part of the picture that is looked at: scroll bars that come and go with the mouse are not. */
const around = 8;

/**
 * The smallest box around all that differs between two pictures, near a box.
 * @param {import("./support/pixels.mjs").Picture} one
 * @param {import("./support/pixels.mjs").Picture} other
 * @param {Box} near
 * @returns {Box | undefined}
 */
function differenceBox(one, other, near) {
    let left = Infinity, top = Infinity, right = -1, bottom = -1;
    const lastRow = Math.min(one.height, Math.ceil(near.y + near.height + around));
    const lastColumn = Math.min(one.width, Math.ceil(near.x + near.width + around));
    for (let y = Math.max(0, Math.floor(near.y - around)); y < lastRow; ++y) {
        for (let x = Math.max(0, Math.floor(near.x - around)); x < lastColumn; ++x) {
            const at = (y * one.width + x) * one.channels;
            let differs = false;
            for (let channel = 0; channel < 3; ++channel) differs ||= Math.abs((one.data[at + channel] ?? 0) - (other.data[at + channel] ?? 0)) > 6;
            if (!differs) continue;
            left = Math.min(left, x);
            right = Math.max(right, x + 1);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y + 1);
        }
    }
    return right < 0 ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

for (const engine of chosenEngines()) {
    describe(`the mirror in ${engine}`, () => {
        const stage = new Stage().opens(engine, { width: 1366, height: 768 });

        test("a click just inside each corner of a button reaches it", async () => {
            const { page } = stage.session;
            for (const [across, down] of [[0, 0], [1, 0], [0, 1], [1, 1]]) {
                const { box } = await page.role("button", "Nieuwe peer review").aim();
                // The corners are round, so one pixel inside the edge, past the rounding, and the other way about.
                await page.clickAt(box.x + (across ? box.width - 2 : 2), box.y + (down ? box.height - 10 : 10));
                await page.role("dialog", "Nieuwe peer review").waitFor();
                await page.press("Escape");
                await page.role("dialog", "Nieuwe peer review").waitForGone();
                await page.settled();
            }
        });

        test("a click just outside it does not", async () => {
            const { page } = stage.session;
            const { box } = await page.role("button", "Nieuwe peer review").aim();
            for (const [x, y] of [[box.x - 2, box.y + 10], [box.x + box.width + 2, box.y + 10], [box.x + 20, box.y - 2], [box.x + 20, box.y + box.height + 2]]) {
                await page.clickAt(x ?? 0, y ?? 0);
                await page.settled();
                assert.equal(await page.role("dialog", "Nieuwe peer review").count(), 0);
            }
        });

        test("what lights up under the mouse is where the control is, within 2 pixels", async () => {
            const { page } = stage.session;
            await page.role("button", "Voorbeeld bekijken").click();
            await openCard(page, exploration, exampleTeam);
            const main = page.role("main");
            const controls = [
                page.role("button", "Bestand openen"),
                page.role("button", "Bestand downloaden"),
                page.role("link", "Dashboard"),
                main.role("button", /^1 ·/),
                main.role("button", "Contactpersoon toevoegen"),
                main.role("button", "Contactpersoon 2 verwijderen"),
                main.label("Naam, Contactpersoon 1"),
                main.role("checkbox", "Vak"),
                main.label("Waarom juist nu?"),
            ];
            for (const control of controls) {
                await control.aim();
                await page.engine.moveMouse(700, 3);
                await page.settled();
                const before = readPixels(await page.engine.screenshot());
                const { box } = await control.state();
                await page.engine.moveMouse(box.x + box.width / 2, box.y + box.height / 2);
                await page.settled();
                // Past the fade of the highlight.
                await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
                const lit = differenceBox(before, readPixels(await page.engine.screenshot()), box);
                assert.ok(lit, `${control} does not light up`);
                const far = Math.max(
                    Math.abs(lit.x - box.x),
                    Math.abs(lit.y - box.y),
                    Math.abs(lit.x + lit.width - box.x - box.width),
                    Math.abs(lit.y + lit.height - box.y - box.height),
                );
                assert.ok(far <= 2, `${control} is at ${JSON.stringify(box)} and lights up at ${JSON.stringify(lit)}`);
            }
        });
    });
}
