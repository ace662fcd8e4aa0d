// Every screen, dialog and state: nothing for axe-core to complain about, nothing cut off, overlapping or too small.
// Leaves a picture of each in build/test-artifacts/screenshots.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { chosenEngines } from "./driver/journey.mjs";
import { exampleId } from "./support/files.mjs";
import { layoutProblems } from "./support/layout.mjs";
import { artifacts, openPlanner } from "./support/planner.mjs";
import { Stage } from "./support/stage.mjs";
import { setTextSize, tour } from "./support/tour.mjs";
import { tourOfProjector } from "./support/tour_meeting.mjs";

/** @typedef {{ name: string, options: import("./driver/index.mjs").LaunchOptions, textSize?: string }} Look */

/** @type {Look[]} */
const looks = [
    { name: "1366x768", options: { width: 1366, height: 768 } },
    { name: "1366x768-dark", options: { width: 1366, height: 768, dark: true } },
    { name: "390x844", options: { width: 390, height: 844 } },
    { name: "1920x1080", options: { width: 1920, height: 1080 } },
    { name: "320x640", options: { width: 320, height: 640 } },
    { name: "1366x768-text-200", options: { width: 1366, height: 768 }, textSize: "200%" },
];

/** Chromium looks at all of it; the others, at what may differ there. @param {string} engine */
const looksFor = (engine) => (engine === "chromium" ? looks : looks.filter(({ name }) => name === "390x844"));

for (const engine of chosenEngines()) {
    describe(`every screen in ${engine}`, () => {
        const stage = new Stage();

        test("the looking finds what is wrong", async () => {
            const session = await openPlanner(engine, stage.server.address, { width: 800, height: 600 });
            try {
                await session.page.evaluate(() => {
                    const [one, two] = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("button.operable"));
                    if (!one || !two) throw new Error("two buttons are needed");
                    Object.assign(one.style, { left: "0", top: "0", width: "2000px" });
                    Object.assign(two.style, { left: "0", top: "0", height: "10px" });
                    one.parentElement?.append(two);
                    two.textContent = "";
                });
                const found = (await layoutProblems(session.page)).join("\n");
                for (const problem of [/lies outside|scrolls sideways/, /is only/, /overlaps/]) assert.match(found, problem);
                assert.match((await session.page.axe()).join("\n"), /button-name/);
            } finally {
                await session.close();
            }
        });

        for (const { name, options } of looksFor(engine)) {
            test(`the pages beside the planner at ${name}`, async () => {
                const session = await openPlanner(engine, stage.server.address, options);
                try {
                    for (const file of ["privacy", "recovery"]) {
                        await session.page.goto(`${stage.server.address}${file}.html`);
                        await session.page.css("h1").nth(0).waitFor();
                        await session.page.screenshot(join(artifacts, "screenshots", engine, `${file}-${name}.png`));
                        assert.deepEqual(await session.page.axe(), [], file);
                        const wide = await session.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                        assert.ok(wide <= 0, `${file} is ${wide} too wide`);
                    }
                    assert.deepEqual(await session.messages(), []);
                } finally {
                    await session.close();
                }
            });
        }

        for (const { name, options, textSize } of looksFor(engine)) {
            test(`at ${name}`, async () => {
                const session = await openPlanner(engine, stage.server.address, options);
                /** @type {string[]} */
                const problems = [];
                try {
                    if (textSize) await setTextSize(session.page, textSize);
                    const look = async (/** @type {import("./driver/page.mjs").Page} */ page, /** @type {string} */ state) => {
                        const found = [...(await page.axe()), ...(await layoutProblems(page))];
                        problems.push(...found.map((problem) => `${state}: ${problem}`));
                        await page.screenshot(join(artifacts, "screenshots", engine, `${state}-${name}.png`));
                    };
                    await tour(session.page, stage.folder, (state) => look(session.page, state));
                    await tourOfProjector(session.page, await session.newPage(), `#/review/${exampleId}`, look);
                    assert.deepEqual(await session.messages(), []);
                } finally {
                    await session.close();
                    if (problems.length > 0) console.log(problems.map((problem) => `# ${problem}`).join("\n"));
                }
                assert.deepEqual(problems, []);
            });
        }
    });
}
