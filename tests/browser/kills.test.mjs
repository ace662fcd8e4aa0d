// The browser gets SIGKILL at random moments while somebody types: whatever was shown as saved is there when it opens again.
// PLANNER_KILLS asks for more of them in each engine, PLANNER_SEED for other moments.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { chosenEngines } from "./driver/journey.mjs";
import { pause, until } from "./driver/page.mjs";
import { newReview, openCard, openPlanner, replaceText, saved, threeTeams } from "./support/planner.mjs";
import { Stage } from "./support/stage.mjs";
import { Chance } from "../simulator/random.mjs";

const KILLS = Number(process.env.PLANNER_KILLS ?? 5);
const SEED = Number(process.env.PLANNER_SEED ?? 1);
const question = "Onze leervraag";

/**
 * Keeps in the page what the field held each time that the screen began to say that all is saved: the picture that says so was made
 * of everything typed before it.
 * @param {import("./driver/page.mjs").Page} page
 */
const watchPromises = (page) =>
    page.evaluate(() => {
        const isSaved = () => [...document.querySelectorAll("body *")].some((element) => element.childElementCount === 0 && /^Opgeslagen/.test(element.textContent ?? ""));
        const held = () => (document.activeElement instanceof HTMLTextAreaElement ? document.activeElement.value : null);
        const watch = /** @type {any} */ (globalThis);
        let before = isSaved();
        watch.promised = null;
        new MutationObserver(() => {
            const now = isSaved();
            if (now && !before) watch.promised = held() ?? watch.promised;
            before = now;
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });

/** @param {import("./driver/page.mjs").Page} page @returns {Promise<string | null>} */
const promised = (page) => page.evaluate(() => /** @type {any} */ (globalThis).promised);

/** Types until the browser is gone. @param {import("./driver/page.mjs").Page} page @param {Chance} chance @param {(text: string) => void} note */
async function typeOn(page, chance, note) {
    try {
        await page.label(question).focus();
        await page.press("Control+End");
        for (let word = 0; word < 1000; word += 1) {
            await page.type(` w${word}`);
            const text = await promised(page);
            if (text !== null) note(text);
            if (chance.happens(0.4)) await pause(chance.below(500));
        }
    } catch {
        // it was killed in the middle of a key or a question
    }
}

for (const engine of chosenEngines()) {
    describe(`killed under typing in ${engine}`, () => {
        const stage = new Stage();
        test(`what was shown as saved survives ${KILLS} kills at moments of seed ${SEED}`, { timeout: KILLS * 90_000 + 120_000 }, async (context) => {
            const chance = new Chance(SEED);
            const open = (/** @type {string} */ address) => openPlanner(engine, address, { profile: join(stage.folder, "profile"), width: 1000, height: 700 });
            stage.session = await open(stage.server.address);
            await newReview(stage.session.page);
            await openCard(stage.session.page, "Verkenning eigen vraagstuk", threeTeams.teams[0]?.name ?? "");
            await replaceText(stage.session.page, question, "Begin");
            await saved(stage.session.page);
            const address = await stage.session.page.address();
            let promises = 0;
            let last = "Begin";
            for (let kill = 1; kill <= KILLS; kill += 1) {
                const { session } = stage;
                await watchPromises(session.page);
                const typing = typeOn(session.page, chance, (text) => {
                    if (text !== last) promises += 1;
                    last = text;
                });
                await pause(300 + chance.below(4000));
                await session.kill();
                await Promise.race([typing, pause(5000)]);
                await session.close().catch(() => undefined);
                stage.session = await open(address);
                const { page } = stage.session;
                const { value = "" } = await page.label(question).waitUntil((state) => state.value !== "");
                assert.ok(value.startsWith(last), `kill ${kill}: "${last}" was shown as saved, and "${value}" is there`);
                await until(() => page.text(/^Opgeslagen/).exists(), () => `after kill ${kill} it does not say that all is saved`);
                await replaceText(page, question, `Begin ${kill}`);
                await saved(page);
                last = `Begin ${kill}`;
            }
            context.diagnostic(`${promises} texts were shown as saved while typing`);
            assert.ok(promises > 0, "nothing was ever shown as saved while typing");
        });
    });
}
