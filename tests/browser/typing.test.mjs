// Typing in the browser's own fields: accents, compositions, long pastes, selecting, undo, and lines that break as on the canvas.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { chosenEngines } from "./driver/journey.mjs";
import { writeChangedExample } from "./support/files.mjs";
import { openCard, openFiles, openPlanner, replaceText, saved } from "./support/planner.mjs";
import { Stage } from "./support/stage.mjs";
import { longText, textOfLength } from "./support/texts.mjs";
import { exampleTeam } from "./support/tour.mjs";

const exploration = "Verkenning eigen vraagstuk";
const preparation = "Voorbereiding peer review";
const question = "Onze leervraag";

/** A small generator, so that every run has the same texts. @param {number} seed */
function numbers(seed) {
    let state = seed;
    return (/** @type {number} */ below) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
    };
}

const words =
    "de het een van leren studenten stage­begeleiding beroepspraktijkvorming naïef coördinatie één – “vraag” … onderwijs­kwaliteit i.v.m. 12,5% in/uit a b IJ œuvre e-mailadres www.voorbeeld.example/een/lang/adres (tussen haakjes) ’s avonds; en: wie? wat! 😀 waaromdaneigenlijkdiezeldzaamlangewoordenzonderenkelespatie".split(
        " ",
    );

/** @param {(below: number) => number} random */
function randomText(random) {
    let text = "";
    for (let count = 60 + random(90); count > 0; --count) {
        const between = random(24);
        text += words[random(words.length)] + (between === 0 ? "\n" : between === 1 ? "\n\n" : between === 2 ? "  " : " ");
    }
    return text.trim();
}

/** Areas whose lines do not break as on the canvas. @param {import("./driver/page.mjs").Page} page */
const differentLines = (page) =>
    page.evaluate(() => {
        const result = { count: 0, different: /** @type {string[]} */ ([]) };
        for (const area of document.querySelectorAll("textarea")) {
            const style = getComputedStyle(area);
            const line = parseFloat(style.lineHeight);
            const padding = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
            const onCanvas = Math.round((area.clientHeight - padding) / line);
            const height = area.style.height;
            area.style.height = "0";
            const inField = Math.round((area.scrollHeight - padding) / line);
            area.style.height = height;
            result.count += 1;
            if (inField !== onCanvas) result.different.push(`${inField} lines in the field, ${onCanvas} on the canvas: ${area.value.slice(0, 80)}`);
        }
        return result;
    });

for (const engine of chosenEngines()) {
    describe(`typing in ${engine}`, () => {
        const stage = new Stage().opens(engine, { width: 1000, height: 700 }, async ({ page }) => {
            await page.role("button", "Voorbeeld bekijken").click();
            await openCard(page, exploration, exampleTeam);
        });

        test("every key arrives, in order, and stays where it was typed", async () => {
            const { page } = stage.session;
            await replaceText(page, question, "Hoe leren wij?");
            await page.press("Control+Home");
            await page.type("Één vraag: ");
            await page.press("Control+End");
            await page.type(" Ja\nen nee");
            assert.equal(await page.label(question).value(), "Één vraag: Hoe leren wij? Ja\nen nee");
            await saved(page);
            await page.reload();
            await page.label(question).waitUntil((state) => state.value === "Één vraag: Hoe leren wij? Ja\nen nee");
        });

        test("undo and redo work on what was typed", async () => {
            const { page } = stage.session;
            await replaceText(page, question, "Wat eerst stond.");
            await page.label("Waarom juist nu?").focus();
            await page.settled();
            await replaceText(page, question, "Wat daarna kwam.");
            await page.press("Control+z");
            await page.label(question).waitUntil((state) => state.value === "Wat eerst stond.");
            await page.press("Control+Shift+z");
            await page.label(question).waitUntil((state) => state.value === "Wat daarna kwam.");
        });

        test("a paste of 20,000 characters is there, whole and saved", async () => {
            const { page } = stage.session;
            const text = textOfLength("Geplakt", 20000);
            await page.label(question).focus();
            await page.press("Control+a");
            await page.paste(text);
            await page.label(question).waitUntil((state) => state.value === text);
            await saved(page);
            const { count, different } = await differentLines(page);
            assert.ok(count > 5);
            assert.deepEqual(different, []);
            await page.reload();
            await page.label(question).waitUntil((state) => state.value === text);
            await replaceText(page, question, "Weer kort.");
        });

        test("a double click selects a word", async () => {
            const { page } = stage.session;
            await replaceText(page, "Naam van de instelling", "Woordenschat en nog iets");
            const { box } = await page.label("Naam van de instelling").aim();
            await page.clickAt(box.x + 40, box.y + box.height / 2, 2);
            const selected = () => page.evaluate(() => {
                const { value, selectionStart, selectionEnd } = /** @type {HTMLInputElement} */ (document.activeElement);
                return value.slice(selectionStart ?? 0, selectionEnd ?? 0).trim();
            });
            assert.equal(await selected(), "Woordenschat");
            await page.settled();
            assert.equal(await selected(), "Woordenschat");
            await page.type("Woord");
            // Some browsers select the space after the word along.
            assert.match((await page.label("Naam van de instelling").value()) ?? "", /^Woord ?en nog iets$/);
        });

        test("a composition is left alone until it ends", { skip: engine !== "chromium" && "only Chromium lets a test compose" }, async () => {
            const { page } = stage.session;
            const devtools = await stage.session.page.engine.native.createCDPSession();
            const compose = (/** @type {string} */ text) => devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
            await replaceText(page, question, "Caf");
            await compose("´");
            await page.settled();
            assert.equal(await page.label(question).value(), "Caf´");
            await devtools.send("Input.insertText", { text: "é" });
            assert.equal(await page.label(question).value(), "Café");
            await page.type(" ");
            for (const text of ["k", "か", "かん", "漢"]) {
                await compose(text);
                await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
            }
            await devtools.send("Input.insertText", { text: "漢字" });
            assert.equal(await page.label(question).value(), "Café 漢字");
            await saved(page);
            await page.reload();
            await page.label(question).waitUntil((state) => state.value === "Café 漢字");
        });

        test("texts break lines in the field as on the canvas", async () => {
            const random = numbers(20261119);
            const file = await writeChangedExample(join(stage.folder, "teksten.json"), (data) => {
                for (const card of Object.values(data.cards))
                    for (const [field, value] of Object.entries(card)) if (typeof value === "string" && value.includes(" ")) card[field] = random(4) === 0 ? longText(field) : randomText(random);
            });
            let compared = 0;
            for (const scale of engine === "chromium" ? [1, 1.25, 2] : [1]) {
                const own = await openPlanner(engine, stage.server.address, { width: 1366, height: 700, scale });
                try {
                    await openFiles(own.page, [file]);
                    await own.page.role("heading", "Dashboard", { level: 1 }).waitFor();
                    for (const [card, team] of /** @type {const} */ ([[exploration, "Team Horeca"], [preparation, "Team Horeca"]])) {
                        await own.page.resize(1366, 700);
                        await own.page.role("link", "Hulpkaarten").waitFor();
                        await own.page.settled();
                        await openCard(own.page, card, team);
                        for (const width of [1366, 1187, 801, 390]) {
                            await own.page.resize(width, 700);
                            await own.page.settled();
                            const { count, different } = await differentLines(own.page);
                            compared += count;
                            assert.deepEqual(different, [], `${card} at ${width} px, ${scale} device pixels`);
                        }
                    }
                } finally {
                    await own.close();
                }
            }
            assert.ok(compared >= 60, `${compared} texts compared`);
        });
    });
}
