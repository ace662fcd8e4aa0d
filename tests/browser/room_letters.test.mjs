// How high letters and digits are on the wall and how they stand out, measured in pictures of the projector window: on an old beamer,
// on laptops and on a large screen, in each of its colours. The director's texts beside them.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { chosenEngines } from "./driver/journey.mjs";
import { until } from "./driver/page.mjs";
import { lettersIn } from "./support/letters.mjs";
import { readPixels } from "./support/pixels.mjs";
import { LiveMeeting } from "./support/live_meeting.mjs";
import { followMenu, openPlanner } from "./support/planner.mjs";
import { Stage } from "./support/stage.mjs";
import { stepsOfOneJourney } from "./support/steps.mjs";

/** @typedef {import("./driver/page.mjs").Page} Page */
/** @typedef {{ name: string, x: number, y: number, width: number, height: number }} Text */

const sizes = /** @type {const} */ ([[1024, 768], [1366, 768], [1920, 1080], [3840, 2160]]);

/**
 * Parts of the height of the wall. The font is to be 4 % of it; measured is from the top of a capital to the foot of a "g", 0.86 of
 * that, less half a pixel on the lowest wall.
 */
const leastText = 0.04 * 0.85, leastDigits = 0.25;

/** The texts in sight, where they stand. @param {Page} page @returns {Promise<Text[]>} */
const textsOf = (page) =>
    page.evaluate(() =>
        [...document.querySelectorAll("#mirror .text, #mirror .heading")].flatMap((element) => {
            const { x, y, width, height } = element.getBoundingClientRect();
            const inside = x >= 0 && y >= 0 && x + width <= innerWidth && y + height <= innerHeight && width > 4 && height > 4;
            const box = { x: x + 1, y: y + 1, width: width - 2, height: height - 2 };
            const onTop = document.elementFromPoint(x + width / 2, y + height / 2);
            return inside && (onTop === element || onTop === null || element.contains(onTop) || onTop.contains(element)) ? [{ name: element.textContent ?? "", ...box }] : [];
        }),
    );

/** @param {Page} page */
const pictureOf = async (page) => readPixels(await page.engine.screenshot());

/** What cannot be read from afar. @param {Page} projector */
async function faultsOnWall(projector) {
    const picture = await pictureOf(projector);
    // Below it is a bar, as long as the window does not fill the screen.
    const wall = (await projector.role("button", "Volledig scherm").state()).box.y;
    const texts = (await textsOf(projector)).filter(({ y }) => y < wall);
    const [countdown] = texts.filter(({ name }) => /^Nog \d/.test(name)).sort((one, other) => other.height - one.height);
    if (!countdown || texts.length < 6) return [`${texts.length} texts: ${texts.map(({ name }) => name).join(" | ")}`];
    return texts.flatMap((text) => {
        const letters = lettersIn(picture, text);
        const whole = /[A-Zbdfhkl]/.test(text.name) && /[gjpqy]/.test(text.name);
        const least = text === countdown ? leastDigits : whole ? leastText : 0;
        return letters.contrast >= 7 && letters.height >= least * wall ? [] : [`“${text.name}”: ${letters.contrast}, ${letters.height} pixels of ${wall}`];
    });
}

for (const engine of chosenEngines()) {
    if (engine !== "chromium") continue; // the fonts and sizes are the planner's own in each
    describe(`letters on the wall in ${engine}`, () => {
        const step = stepsOfOneJourney();
        const stage = new Stage();
        /** @type {LiveMeeting} */
        let meeting;

        step("a team's question is on the wall", async () => {
            meeting = new LiveMeeting({ day: "2026-11-19", zone: "+01:00", address: stage.server.address });
            stage.session = await openPlanner(engine, stage.server.address, { width: 1366, height: 768, now: meeting.at("13:30"), timeZone: "Europe/Amsterdam" });
            meeting.direct(stage.session);
            const { page } = meeting;
            await page.role("button", "Voorbeeld bekijken").activate();
            await followMenu(page, "Draaiboeken");
            await page.role("button", "Open de regie").activate();
            await meeting.openProjector();
            await meeting.press(/^Begin/, "13:30");
            await meeting.press("Volgende", "13:50");
            await meeting.nextPart("Leervraag en criteria", "13:55");
            await meeting.inRoom(["Onze leervraag"]);
        });

        for (const theme of ["Licht", "Donker", "Veel contrast"]) {
            for (const [width, height] of sizes) {
                step(`${theme}, ${width} by ${height}`, async () => {
                    const { page, projector } = meeting;
                    assert.ok(projector);
                    await page.role("combobox", "Kleuren").set(theme);
                    await page.settled();
                    await projector.bringToFront();
                    await projector.resize(width, height);
                    await projector.settled();
                    let faults = [""];
                    // The picture of the new size may come a moment after the controls on it.
                    const isClear = async () => (faults = await faultsOnWall(projector)).length === 0;
                    await until(isClear, () => faults.join("\n"));
                    await page.bringToFront();
                });
            }
        }

        for (const [width, height] of sizes) {
            step(`the director's texts stand out at ${width} by ${height}`, async () => {
                const { page } = meeting;
                await page.resize(width, height);
                await page.settled();
                let faults = [""];
                // The picture of the new size may come a moment after the controls on it.
                const isClear = async () => {
                    const picture = await pictureOf(page);
                    const measured = (await textsOf(page)).map((text) => ({ name: text.name, ...lettersIn(picture, text) }));
                    faults = measured.filter(({ contrast, height }) => contrast < 4.5 || height < 7).map((each) => `“${each.name}”: ${each.contrast}, ${each.height} pixels`);
                    return measured.length > 8 && faults.length === 0;
                };
                await until(isClear, () => faults.join("\n"));
            });
        }
    });
}
