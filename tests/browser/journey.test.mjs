// The main journey: fill in, lose the browser, find everything back, send the file round, put together what comes back.
import assert from "node:assert/strict";
import { readFile, rename } from "node:fs/promises";
import { join } from "node:path";
import { describe } from "node:test";
import { chosenEngines } from "./driver/journey.mjs";
import { stepsOfOneJourney } from "./support/steps.mjs";
import { downloadReview, fieldsOf, fillEverything, newReview, openCard, openFiles, openPlanner, replaceText, saved, threeTeams } from "./support/planner.mjs";
import { Stage } from "./support/stage.mjs";
import { textOfLength } from "./support/texts.mjs";

const exploration = "Verkenning eigen vraagstuk";
const preparation = "Voorbereiding peer review";
const question = "Onze leervraag";
const [team, second] = /** @type {[string, string]} */ (threeTeams.teams.map(({ name }) => name));

/** @typedef {import("./driver/index.mjs").Session} Session */

/** @param {string} path */
const dataOf = async (path) => JSON.parse(await readFile(path, "utf8")).data;

for (const engine of chosenEngines()) {
    describe(`the main journey in ${engine}`, () => {
        const step = stepsOfOneJourney();
        const stage = new Stage();
        /** @type {Record<string, import("./support/planner.mjs").FieldState[]>} */
        const written = {};
        // What all teams' cards show, so that it stays as each of them wrote it.
        const shared = { Procesbegeleider: "Procesbegeleider ROC ’t Œuvre", "Mail of telefoon van de procesbegeleider": "begeleider@voorbeeld.example" };
        const long = textOfLength("Leervraag van drieduizend tekens", 3000);
        const texts = { left: "Hoe spreken wij één taal – vanuit de linkerkant? 🧭", right: "Welke táál spreken wij, vroeg de rechterkant? 🌍" };
        /** @type {string} */
        let file;

        const profile = (/** @type {string} */ name) => join(stage.folder, name);
        const open = (/** @type {string} */ name, address = stage.server.address) => openPlanner(engine, address, { profile: profile(name), width: 1024, height: 640 });
        /** Keeps a download under a name of its own. @param {Session} session @param {string} name */
        const keep = async (session, name) => {
            const path = join(stage.folder, `${name}.json`);
            await rename(await downloadReview(session.page), path);
            return path;
        };


        step("a new review, and both cards of three teams filled in", async () => {
            stage.session = await open("first");
            const { page } = stage.session;
            await newReview(page);
            for (const each of threeTeams.teams) {
                for (const card of [exploration, preparation]) {
                    await openCard(page, card, each.name);
                    written[`${card} van ${each.name}`] = await fillEverything(page, each.name, { ...shared, ...(each.name === second ? { [question]: long } : {}) });
                }
            }
            const values = Object.values(written).flat();
            assert.ok(values.length > 150, `${values.length} fields`);
            assert.deepEqual(values.filter(({ value }) => value === ""), []);
            assert.deepEqual(await stage.session.messages(), []);
        });

        step("killed and opened again: the same screen, everything there", async () => {
            const address = await stage.session.page.address();
            await saved(stage.session.page);
            await stage.session.kill();
            stage.session = await open("first", address);
            const { page } = stage.session;
            await page.role("heading", preparation, { level: 1 }).waitFor();
            await page.settled();
            for (const each of threeTeams.teams) {
                for (const card of [preparation, exploration]) {
                    await openCard(page, card, each.name);
                    assert.deepEqual(await fieldsOf(page), written[`${card} van ${each.name}`]);
                }
            }
        });

        step("edited apart in two other profiles", async () => {
            file = await keep(stage.session, "sent");
            const left = await open("left");
            try {
                await openFiles(left.page, [file]);
                await openCard(left.page, exploration, team);
                await replaceText(left.page, question, texts.left);
                await replaceText(left.page, "Waarom juist nu?", "Alleen links gewijzigd: dít kwartaal nog.");
                await left.page.role("button", "Contactpersoon 2 verwijderen").click();
                await left.page.label("Naam, Contactpersoon 2").waitForGone();
                await saved(left.page);
                await keep(left, "left");
            } finally {
                await left.close();
            }
            const right = await open("right");
            try {
                await openFiles(right.page, [file]);
                await openCard(right.page, exploration, team);
                await replaceText(right.page, question, texts.right);
                await replaceText(right.page, "Hoe kan het komen?", "Alleen rechts gewijzigd: door ’t rooster.");
                await replaceText(right.page, "Functie, Contactpersoon 2", "Rechts gaf deze persoon een nieuwe functie");
                await saved(right.page);
                await keep(right, "right");
            } finally {
                await right.close();
            }
        });

        step("both files opened together: merged, every text still there, conflicts offered", async () => {
            const { page } = stage.session;
            await openFiles(page, [join(stage.folder, "left.json"), join(stage.folder, "right.json")]);
            const dialog = page.role("dialog", "2 bestanden samenvoegen");
            const words = (await dialog.waitFor()).text;
            assert.match(words, /Alleen links gewijzigd/);
            assert.match(words, /Alleen rechts gewijzigd/);
            await dialog.role("button", "Samenvoegen").click();
            await dialog.waitForGone();
            await openCard(page, exploration, team);
            const conflict = page.role("region", `Verschil bij ${question}`);
            const choices = (await conflict.waitFor()).text;
            for (const text of [texts.left, texts.right]) assert.ok(choices.includes(text), choices);
            assert.equal(await page.label("Waarom juist nu?").value(), "Alleen links gewijzigd: dít kwartaal nog.");
            assert.equal(await page.label("Hoe kan het komen?").value(), "Alleen rechts gewijzigd: door ’t rooster.");
            assert.equal(await page.label("Functie, Contactpersoon 2").value(), "Rechts gaf deze persoon een nieuwe functie");
            await saved(page);
            const merged = await readFile(await keep(stage.session, "merged"), "utf8");
            for (const text of [texts.left, texts.right]) assert.ok(merged.includes(JSON.stringify(text).slice(1, -1)), "kept in the file");
        });

        step("resolved, by choosing and by writing one text of two", async () => {
            const { page } = stage.session;
            const row = page.role("region", "Verschil bij Contactpersoon 2");
            await row.role("button", /^Kies deze/).nth(0).click();
            await row.waitForGone();
            const conflict = page.role("region", `Verschil bij ${question}`);
            await conflict.role("button", "Voeg samen").click();
            const dialog = page.role("dialog", "Maak er één tekst van");
            await dialog.waitFor();
            const both = await dialog.label("Nieuwe tekst").value();
            for (const text of [texts.left, texts.right]) assert.ok(both?.includes(text), both);
            await replaceText(page, "Nieuwe tekst", `Samen: ${texts.left}\n${texts.right}`);
            await dialog.role("button", "Bewaar deze tekst").click();
            await conflict.waitForGone();
            assert.equal(await page.label(question).value(), `Samen: ${texts.left}\n${texts.right}`);
            assert.equal(await page.role("region", /^Verschil bij/).count(), 0);
            await saved(page);
        });

        step("exported and opened elsewhere: equal", async () => {
            const resolved = await keep(stage.session, "resolved");
            const elsewhere = await open("elsewhere");
            try {
                await openFiles(elsewhere.page, [resolved]);
                await elsewhere.page.role("button", "Bestand downloaden").waitFor();
                const opened = await keep(elsewhere, "opened");
                assert.deepEqual(await dataOf(opened), await dataOf(resolved));
                assert.equal(await readFile(opened, "utf8"), await readFile(resolved, "utf8"));
                await openCard(elsewhere.page, exploration, second);
                assert.equal(await elsewhere.page.label(question).value(), long);
                assert.deepEqual(await elsewhere.foreignRequests(stage.server.address), []);
                assert.deepEqual(await elsewhere.messages(), []);
            } finally {
                await elsewhere.close();
            }
        });
    });
}
