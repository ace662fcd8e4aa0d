// A whole review day of one team: what the panel sees, what it makes of that, what it tells and what the team does with it. What is
// the panel's own is never in the window that the room looks at.
import assert from "node:assert/strict";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { describe } from "node:test";
import { chosenEngines } from "./driver/journey.mjs";
import { LiveMeeting } from "./support/live_meeting.mjs";
import { followMenu, openCard, openFiles, openPlanner } from "./support/planner.mjs";
import { Stage } from "./support/stage.mjs";
import { stepsOfOneJourney } from "./support/steps.mjs";

const team = "Team Zorg";
const day = "2027-01-21";
const kinds = ["Sterk punt", "Vraag", "Twijfel", "Pareltje"];
const perRound = 20;
/** @typedef {import("./driver/page.mjs").Page} Page */

/** Nobody but the panel may read a text with these words in it. */
const secret = "onder ons";

const impression = (/** @type {number} */ number) => `Indruk ${number}, ${secret}`;

/** What the panel noted in a round: as many of each kind. @param {number} round @param {number} kind */
const impressionsOf = (round, kind) => Array.from({ length: perRound / kinds.length }, (_, index) => impression((round - 1) * perRound + (kind * perRound) / kinds.length + index + 1));

/** Where the panel puts what it noted. @type {[string, number][]} */
const worked = [["Gaat goed", 1], ["Gaat goed", 22], ["Kan beter", 8], ["Idee", 45], ["Pareltje", 60], ["Conclusie", 33]];

for (const engine of chosenEngines()) {
    describe(`a review day that runs in ${engine}`, () => {
        const step = stepsOfOneJourney();
        const stage = new Stage();
        /** @type {LiveMeeting} */
        let meeting;

        /** The room sees this, and nothing that is the panel's. @param {(string | RegExp)[]} wanted */
        async function roomSees(wanted) {
            await meeting.inRoom(wanted, [secret, /Indruk \d/, ...kinds.slice(0, 3)]);
            const outline = await meeting.outlineOfRoom();
            for (const word of [secret, "Indruk 1", "Wat valt ons op", "Wat willen we te weten komen"]) assert.ok(!outline.includes(word), `“${word}” is in the room:\n${outline}`);
        }

        step("the example, with a whole day for its first team", async () => {
            meeting = new LiveMeeting({ day, zone: "+01:00", address: stage.server.address });
            stage.session = await openPlanner(engine, stage.server.address, { width: 1366, height: 768, now: meeting.at("08:55"), timeZone: "Europe/Amsterdam" });
            meeting.direct(stage.session);
            const { page } = meeting;
            await page.role("button", "Voorbeeld bekijken").activate();
            await page.role("heading", "Dashboard", { level: 1 }).waitFor();
            await page.role("button", "Data wijzigen").activate();
            const dialog = page.role("dialog", "Belangrijke data");
            await dialog.role("radiogroup", `Hoe lang duurt de review?, ${team}`).role("radio", "Een hele dag (8 uur)").activate();
            await dialog.role("button", "Klaar").nth(-1).activate();
            await dialog.waitForGone();
            await followMenu(page, "Draaiboeken");
            await page.role("link", `Draaiboek reviewdag · ${team}`).activate();
            await page.role("button", "Open de regie").activate();
            await page.role("heading", "Klaar om te beginnen", { level: 2 }).waitFor();
            await page.text("Volgens plan van 09:00 tot 17:00").waitFor();
            await meeting.openProjector();
            await roomSees(["Reviewdag", team, /We beginnen (om 09:00|zo)/]);
            await meeting.show("De agenda");
            await roomSees(["Reviewdag", "09:00", "Uitleg van de aanpak"]);
            await meeting.show("Waar je mee bezig bent");
        });

        step("the panel prepares: the team's question is on the wall, the panel's is not", async () => {
            const { page } = meeting;
            await meeting.press("Begin", "09:00");
            await roomSees(["Uitleg van de aanpak", "Straks: De vraag van het team"]);
            await meeting.press("Volgende", "09:15");
            const question = await page.label("Onze leervraag").value();
            assert.ok(question);
            await roomSees(["De vraag van het team", "Onze leervraag", question.slice(0, 40)]);
            await meeting.nextPart("De documenten", "09:25");
            await roomSees(["De documenten", "Documenten voor het panel"]);
            await meeting.nextPart("Wat willen we weten?", "09:35");
            await page.role("region", "Wat willen we weten?").text("Alleen voor het panel").waitFor();
            for (const name of ["Wat valt ons op of verbaast ons?", "Wat willen we te weten komen?"]) {
                await meeting.fill(name, `Dat blijft ${secret}: ${name}`);
                await roomSees(["De vraag van het team", "Nog 25 minuten"]);
            }
        });

        step("the team tells its story, and a document is asked for", async () => {
            await meeting.press("Volgende", "10:00");
            await meeting.press("Volgende", "10:15");
            await meeting.press("Volgende", "10:30");
            await roomSees(["Het team vertelt", "Deel 1 van 3"]);
            await meeting.fill("Wat vertellen we?", "Hoe wij studenten laten kiezen");
            await roomSees(["Wat vertellen we?", "Hoe wij studenten laten kiezen"]);
            await meeting.nextPart("Extra documenten", "10:55");
            const number = 1 + (await meeting.page.role("region", /^Document \d+$/).count());
            await meeting.addRow("Document", number, { "Document": "Rooster van de stage", "Waarom helpt dit het panel?": "Het laat de keuzes zien" });
            await roomSees(["Extra documenten", "Rooster van de stage"]);
            await meeting.nextPart("Wie haalt ze op?", "10:58");
            await meeting.fill("Wie haalt extra documenten op?", "De conciërge");
        });

        /** What a round has besides impressions, and that the room sees none of either. @param {number} round */
        async function endRound(round) {
            const { page } = meeting;
            await roomSees([`Het panel onderzoekt: ronde ${round}`, "Nog"]);
            await meeting.addRow("Ronde", round, { "Wat deden we, en met wie?": `Gesprek ${round}, ${secret}`, "Onze indrukken": `Ook dit is ${secret}` });
            await roomSees([`Het panel onderzoekt: ronde ${round}`]);
            const notes = page.role("region", "Snelle notities");
            assert.ok((await notes.waitFor()).text.includes(impression(round * perRound)));
            assert.match((await notes.state()).text, new RegExp(`Snelle notities${round * perRound}Alleen voor het panel`));
        }

        for (const round of [1, 2]) {
            step(`round ${round}: twenty impressions`, async () => {
                await meeting.press("Volgende", `${10 + round}:10`);
                await meeting.page.role("heading", `Het panel onderzoekt: ronde ${round}`, { level: 2 }).waitFor();
                for (const [index, kind] of kinds.entries()) await meeting.note(kind, ...impressionsOf(round, index));
                await endRound(round);
            });
        }

        step("round 3: ten impressions here and ten on another laptop, which come by file", async () => {
            const { page } = meeting;
            const round = 3, half = kinds.length / 2;
            await meeting.press("Volgende", "13:10");
            await page.role("heading", `Het panel onderzoekt: ronde ${round}`, { level: 2 }).waitFor();
            const download = (/** @type {Page} */ from) =>
                from.download(async () => {
                    await from.role("button", "Deel").activate();
                    await from.role("dialog", "Deel deze review").role("button", "Maak bestand").activate();
                });
            const sent = join(stage.folder, "dag.json"), back = join(stage.folder, "dag terug.json");
            await meeting.saved();
            await copyFile(await download(page), sent);
            await page.role("dialog").waitForGone();

            const other = new LiveMeeting({ day, zone: "+01:00", address: stage.server.address });
            const session = await openPlanner(engine, stage.server.address, { width: 1024, height: 768, now: meeting.at("13:12"), timeZone: "Europe/Amsterdam" });
            try {
                other.direct(session);
                await openFiles(session.page, [sent]);
                await followMenu(session.page, "Draaiboeken");
                await session.page.role("link", `Draaiboek reviewdag · ${team}`).activate();
                await session.page.role("button", "Naar de regie").activate();
                await session.page.role("heading", `Het panel onderzoekt: ronde ${round}`, { level: 2 }).waitFor();
                for (const [index, kind] of kinds.slice(half).entries()) await other.note(kind, ...impressionsOf(round, index + half));
                await other.saved();
                await copyFile(await download(session.page), back);
                assert.deepEqual(await session.messages(), []);
            } finally {
                await session.close();
            }

            for (const [index, kind] of kinds.slice(0, half).entries()) await meeting.note(kind, ...impressionsOf(round, index));
            await openFiles(page, [back]);
            await page.role("button", "Samenvoegen").activate();
            await page.role("dialog").waitForGone();
            await endRound(round);
        });

        step("in the break the room sees the agenda, a message or nothing, and nothing of the panel", async () => {
            await meeting.press("Volgende", "14:10");
            await roomSees(["Pauze", "Nog 45 minuten"]);
            await meeting.show("De agenda");
            await roomSees(["Het panel onderzoekt: ronde 3", "Terugkoppelen en samen denken"]);
            await meeting.show("Een bericht");
            await meeting.fill("Bericht voor de zaal", "De lunch staat beneden.");
            await roomSees(["De lunch staat beneden."]);
            await meeting.show("Niets");
            await roomSees([/^$/]);
            await meeting.show("Waar je mee bezig bent");
            await roomSees(["Pauze"]);
        });

        step("impressions become findings, an idea, a gem and a conclusion", async () => {
            const { page } = meeting;
            await meeting.press("Volgende", "14:55");
            const open = page.role("region", "Notities verwerken");
            await open.text("Nog 60 notities te verwerken").waitFor();
            for (const [index, [target, number]] of worked.entries()) {
                await open.role("button", `${target}: ${impression(number)}`).activate();
                await open.text(`Nog ${59 - index} notities te verwerken`).waitFor();
                assert.equal(await open.role("button", `${target}: ${impression(number)}`).count(), 0);
            }
            // Four went to the table: two that go well, one that can be better, one idea.
            for (const [row, column, number] of /** @type {const} */ ([[1, "Bevinding", 1], [2, "Bevinding", 22], [3, "Bevinding", 8], [4, "Idee voor een volgende stap", 45]]))
                assert.equal(await page.label(`${column}, Bevinding ${row}`).value(), impression(number));
            assert.match((await page.label("Feedbackpareltjes").value()) ?? "", new RegExp(impression(60)));
            assert.match((await page.label("Conclusies").value()) ?? "", new RegExp(impression(33)));
            await roomSees(["Voorlopige bevindingen", "Nog"]);
            // In words that are meant for the team.
            await meeting.fill("Bevinding, Bevinding 1", "Studenten kennen hun docenten");
            await meeting.fill("Bevinding, Bevinding 2", "Iedereen plant met hetzelfde bord");
            await meeting.fill("Bevinding, Bevinding 3", "Kiezen kan pas in jaar twee");
            await meeting.fill("Idee voor een volgende stap, Bevinding 4", "Begin met één keuze in jaar één");
            await meeting.fill("Feedbackpareltjes", "De student die ons rondleidde");
            await meeting.fill("Conclusies", "Kiezen leer je door te kiezen");
            await roomSees(["Voorlopige bevindingen"]);
            assert.ok(!(await meeting.outlineOfRoom()).includes("Studenten kennen hun docenten"), "findings are told at the report, not before it");
        });

        step("the report: what was found is on the wall, what was thought is not", async () => {
            const { page } = meeting;
            await meeting.press("Volgende", "15:45");
            await roomSees(["Terugkoppelen en samen denken", "Deel 1 van 2", "Onze bevindingen", "Studenten kennen hun docenten", "Kiezen kan pas in jaar twee"]);
            await page.label("Feedbackpareltjes").focus();
            await roomSees(["Feedbackpareltjes", "De student die ons rondleidde"]);
            await page.label("Conclusies").focus();
            await roomSees(["Conclusies", "Kiezen leer je door te kiezen"]);
            await meeting.nextPart("Het team kiest", "16:15");
            await meeting.addRow("Activiteit", 1, { "Activiteit": "Eén keuze in jaar één", "Wie neemt het initiatief?": "Bo", "Wanneer?": "2027-02-22" });
            await meeting.addRow("Activiteit", 2, { "Activiteit": "Een bord in elk lokaal", "Wie neemt het initiatief?": "Sam" });
            await roomSees(["Het team kiest", "Eén keuze in jaar één", "Een bord in elk lokaal"]);
        });

        step("looking back, and stop", async () => {
            const { page } = meeting;
            await meeting.press("Volgende", "16:40");
            await page.role("radiogroup", "Is het doel van de dag gehaald?").role("radio", "Ja").activate();
            await meeting.nextPart("Evaluatie", "16:50");
            await meeting.addRow("Evaluatie", 1, { "Naam": "An", "Wat heeft de peer review opgeleverd?": "Drie stappen die we morgen zetten" });
            await roomSees(["Evaluatie", "Drie stappen die we morgen zetten"]);
            await meeting.press(page.role("banner").role("button", "Stop"), "17:00");
            await meeting.press("Ja, stop");
            await page.role("heading", "De bijeenkomst is klaar", { level: 2 }).waitFor();
            await page.text("Geëindigd om 17:00. Precies op tijd.").waitFor();
            assert.equal(await page.role("table", "Gepland en echt").role("row").count(), 13);
            await roomSees(["De bijeenkomst is afgelopen", "Klaar om 17:00"]);
            await meeting.show("De agenda");
            await roomSees(["11:10", "16:40"]);
        });

        step("all of it is in the review", async () => {
            const { page } = meeting;
            await meeting.saved();
            await page.role("button", "Terug naar het draaiboek").activate();
            /** @type {Record<string, Record<string, string>>} */
            const kept = {
                "Verslag van de reviewdag": {
                    "Wat valt ons op of verbaast ons?": `Dat blijft ${secret}: Wat valt ons op of verbaast ons?`,
                    "Wat deden we, en met wie?, Ronde 3": `Gesprek 3, ${secret}`,
                    "Bevinding, Bevinding 1": "Studenten kennen hun docenten",
                    "Bevinding, Bevinding 3": "Kiezen kan pas in jaar twee",
                    "Idee voor een volgende stap, Bevinding 4": "Begin met één keuze in jaar één",
                    "Feedbackpareltjes": "De student die ons rondleidde",
                    "Conclusies": "Kiezen leer je door te kiezen",
                },
                "Verhaal en documenten": { "Wat vertellen we?": "Hoe wij studenten laten kiezen" },
                "Vervolgactiviteiten": { "Activiteit, Activiteit 1": "Eén keuze in jaar één", "Wanneer?, Activiteit 1": "2027-02-22", "Activiteit, Activiteit 2": "Een bord in elk lokaal" },
                "Terugkijken en evalueren": { "Naam, Evaluatie 1": "An", "Wat heeft de peer review opgeleverd?, Evaluatie 1": "Drie stappen die we morgen zetten" },
            };
            for (const [card, fields] of Object.entries(kept)) {
                await openCard(page, card, team);
                for (const [name, value] of Object.entries(fields)) assert.equal(await page.label(name).value(), value, `${name} on ${card}`);
                if (card === "Verslag van de reviewdag") assert.ok((await page.role("radiogroup", "Soort, Bevinding 3").role("radio", "Dit kan beter").state()).checked);
                if (card === "Verhaal en documenten") assert.ok((await page.label(/^Document, Document \d+$/).all()).some(({ value }) => value === "Rooster van de stage"));
            }
            for (const seen of meeting.seenInRoom) assert.ok(!seen.includes(secret), seen);
            assert.deepEqual(await stage.session.messages(), []);
        });
    });
}
