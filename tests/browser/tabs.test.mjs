// Several tabs of one browser on one review, used at random: in the end they show the same, and every word that was typed is there.
// PLANNER_TABS_SECONDS asks for more time for each number of tabs, PLANNER_SEED for another order.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, test } from "node:test";
import { chosenEngines } from "./driver/journey.mjs";
import { pause, until } from "./driver/page.mjs";
import { downloadReview, fieldsOf, goTo, newReview, openCard, openPlanner, saved, threeTeams } from "./support/planner.mjs";
import { Stage } from "./support/stage.mjs";
import { Chance } from "../simulator/random.mjs";

const SECONDS = Number(process.env.PLANNER_TABS_SECONDS ?? 20);
const SEED = Number(process.env.PLANNER_SEED ?? 1);

/** @typedef {import("./driver/page.mjs").Page} Page */

/** Where texts of several tabs stand beside each other, all are kept. @param {Page} page @param {string | RegExp} [name] of the field */
async function keepAll(page, name = /^Verschil bij /) {
    const keep = page.role("region", name).role("button", /^Bewaar (beide|alle teksten)$/);
    // What another tab chose in the same moment takes the box away.
    for (let times = 0; times < 20 && (await keep.exists()); times += 1) await keep.nth(0).click().catch(() => page.settled());
}

/** Types a word at the end of a field, as somebody who just came to this tab.
 * @param {Page} page @param {string} name @param {string} word @returns {Promise<string>} what stands in the field then */
async function typeAtEnd(page, name, word) {
    await page.bringToFront();
    const field = page.label(name).nth(0);
    const hasFocus = async () => {
        await keepAll(page, `Verschil bij ${name}`);
        if (!(await field.exists())) return false;
        await field.focus().catch(() => undefined);
        return (await field.exists()) && (await field.state()).focused;
    };
    await until(hasFocus, () => `${name} does not take the focus`);
    await page.press("Control+End");
    await page.type(` ${word}`);
    return (await field.exists()) ? ((await field.state()).value ?? "") : "";
}

/** What everybody should see alike. @param {Page} page */
async function textsOf(page) {
    await page.bringToFront();
    await page.settled();
    return JSON.stringify((await fieldsOf(page)).filter(({ kind }) => kind === "textarea").map(({ name, value }) => [name, value]));
}

for (const engine of chosenEngines()) {
    for (const count of [2, 5]) {
        describe(`${count} tabs in ${engine}`, () => {
            const stage = new Stage();
            test(`${SECONDS} seconds of typing at random (seed ${SEED}): all come to the same, nothing is lost`, { timeout: SECONDS * 1000 + 240_000 }, async (context) => {
                const chance = new Chance(SEED);
                stage.session = await openPlanner(engine, stage.server.address, { width: 1000, height: 700 });
                const { page } = stage.session;
                await newReview(page);
                await openCard(page, "Verkenning eigen vraagstuk", threeTeams.teams[0]?.name ?? "");
                await saved(page);
                const pages = [page];
                while (pages.length < count) {
                    const other = await stage.session.newPage();
                    await goTo(other, await page.address());
                    pages.push(other);
                }
                const names = (await fieldsOf(page)).filter(({ kind }) => kind === "textarea").map(({ name }) => name);
                assert.ok(names.length > 1, `${names}`);
                /** @type {string[]} */
                const words = [];
                /** What happened to each of them. @type {string[]} */
                const told = [];
                for (const end = Date.now() + SECONDS * 1000; Date.now() < end; ) {
                    const word = `w${words.length}x`;
                    const tab = chance.of(pages), name = chance.of(names);
                    const shown = await typeAtEnd(tab, name, word);
                    words.push(word);
                    told.push(`${word}: tab ${pages.indexOf(tab)}, ${name}, ${shown.includes(word) ? "shown" : `not shown in "${shown}"`}`);
                    if (chance.happens(0.3)) await pause(chance.below(600));
                    if (chance.happens(0.05)) {
                        const reloaded = chance.of(pages);
                        await reloaded.bringToFront();
                        await saved(reloaded);
                        await reloaded.reload();
                        await reloaded.role("heading", "Verkenning eigen vraagstuk", { level: 1 }).waitFor();
                        told.push(`tab ${pages.indexOf(reloaded)} loaded anew`);
                    }
                }
                for (const each of pages) {
                    await each.bringToFront();
                    // A field that has the focus stays as it is, whatever another tab has for it.
                    await each.evaluate(() => /** @type {HTMLElement | null} */ (document.activeElement)?.blur());
                    await saved(each);
                }
                const isOne = async () => {
                    /** @type {Set<string>} */
                    const shown = new Set();
                    await page.bringToFront();
                    await keepAll(page);
                    for (const each of pages) shown.add(await textsOf(each));
                    return shown.size === 1;
                };
                await until(isOne, () => "the tabs do not come to the same", 60_000);
                await page.bringToFront();
                const file = await readFile(await downloadReview(page), "utf8");
                const lost = words.filter((word) => !file.includes(word));
                const around = (/** @type {string} */ word) => told.filter((_, index) => Math.abs(index - told.findIndex((each) => each.startsWith(`${word}:`))) < 4);
                assert.deepEqual(lost, [], `of ${words.length} words: ${lost.map(around).flat().join("\n")}\n${lost.length > 0 ? file : ""}`);
                context.diagnostic(`${words.length} words`);
                assert.ok(words.length > SECONDS / 5, `only ${words.length} words`);
            });
        });
    }
}
