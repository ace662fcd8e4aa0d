// A whole mbo peer review of three teams through the screens, from the first mail to looking back after half a year.
import assert from "node:assert/strict";
import { describe } from "node:test";
import { chosenEngines } from "./driver/journey.mjs";
import { newReview, openPlanner, replaceText, saved } from "./support/planner.mjs";
import { ProcessRun, noonOf } from "./support/process_run.mjs";
import { Stage } from "./support/stage.mjs";
import { stepsOfOneJourney } from "./support/steps.mjs";

const first = "2026-11-18";
const review = { title: "Zelfstandig leren", teams: [{ name: "Team Zorg", institution: "College Noord" }, { name: "Team Techniek", institution: "College Oost" }, { name: "Team Horeca", institution: "College Zuid" }] };
const proposals = ["2027-01-14", "2027-01-18", "2027-01-21"];
/** @type {Record<string, string[]>} */
const answers = { "Team Zorg": ["Ja", "Ja", "Nee"], "Team Techniek": ["Nee", "Ja", "Als het moet"], "Team Horeca": ["Als het moet", "Als het moet", "Ja"] };
/** @type {Record<string, string>} */
const visits = { "Team Zorg": "2027-04-08", "Team Techniek": "2027-04-22", "Team Horeca": "2027-05-13" };

/** @typedef {import("./support/process_run.mjs").ProcessRun} Run */
/** @typedef {import("./support/process_run.mjs").Task} Task */

/** @param {Run} run @param {Task} task @param {() => Promise<void>} work */
async function onRunSheet(run, task, work) {
    await run.go(`/run-sheets/reviewdag/${task.subject}`);
    await work();
    await saved(run.page);
}

/** @type {Record<string, import("./support/process_run.mjs").Work>} */
const work = {
    datums_antwoorden: (run, task) =>
        run.inDates(task, async (dialog, team) => {
            const selects = (await dialog.role("combobox", new RegExp(`^Antwoord van ${team} op `)).all()).map(({ name }) => name);
            assert.equal(selects.length, proposals.length);
            for (const [index, name] of selects.entries()) await run.choose(name, /** @type {string} */ (answers[team]?.[index]));
        }),
    datum_vastleggen: (run, task) =>
        run.inDates(task, async (dialog) => {
            const best = dialog.role("region", /^Voorstel ma 18 jan/);
            assert.match((await best.waitFor()).text, /2 ja · 1 als het moet · 0 nee.*Beste keus/);
            await best.role("button", /^Kies deze datum/).activate();
            await best.text("Gekozen").waitFor();
            assert.equal(await dialog.label("Datum startbijeenkomst").value(), "2027-01-18");
        }),
    reviewdag_kiezen: (run, task) =>
        run.inDates(task, async (dialog, team) => {
            await dialog.label(`Datum reviewdag ${team}`).set(/** @type {string} */ (visits[team]));
            await dialog.label(`Begintijd reviewdag ${team}`).set("09:30");
            await replaceText(run.page, `Plaats reviewdag ${team}`, `De locatie van ${team}`);
        }),
    programma_concept: (run, task) => onRunSheet(run, task, () => run.page.role("button", "Vraag om reacties").activate()),
    programma_reactie: (run, task) => onRunSheet(run, task, () => replaceText(run.page, "Opmerkingen bij dit draaiboek", "Graag een langere lunch.")),
    programma_definitief: (run, task) => onRunSheet(run, task, () => run.page.role("button", "Maak definitief").activate()),
};

// Minutes of work: in one engine, the first of those that were chosen.
for (const engine of chosenEngines().slice(0, 1)) {
    describe(`a whole mbo peer review in ${engine}`, () => {
        const step = stepsOfOneJourney();
        const stage = new Stage();
        /** @type {Run} */
        let run;

        step("a new review without a day, and three proposals for its start meeting", async () => {
            stage.session = await openPlanner(engine, stage.server.address, { width: 1024, height: 640, now: noonOf(first) });
            const { page } = stage.session;
            await newReview(page, review);
            run = new ProcessRun(page, { process: "mbo-peer-review", review: await page.evaluate(() => location.hash), today: first, work });
            await run.go("/cards/uitnodiging");
            for (const [index, day] of proposals.entries()) {
                await page.role("button", "Datum toevoegen").activate();
                await page.label(`Datum, Voorstel ${index + 1}`).set(day);
                await page.settled();
            }
            assert.equal((await run.tasks()).length, 81);
        });

        step("every task of the five steps is done on its day, with its message", () => run.live("2028-12-31"));

        step("the review reads as complete, and the dashboard shows what came of it", async () => {
            await run.checkComplete();
            await run.go();
            const shown = async (/** @type {string} */ region) => (await run.page.role("region", region).waitFor()).text;
            for (const team of review.teams) {
                assert.match(await shown("Wat de teams willen leren"), new RegExp(`Onze leervraag \\(${team.name}\\): [^]+Vraag van ${team.name}do \\d+ (apr|mei)`));
                const host = team === review.teams[0] ? 1 : 0;
                await run.page.role("cell", `${review.teams[host]?.name} bij ${team.name}: 1 zeker, 0 nog open`).waitFor();
            }
            assert.equal((await shown("Documenten")).match(/1 gevraagd, 1 ontvangen, 1 doorgestuurd/g)?.length, 3);
            assert.equal((await shown("Vervolg")).match(/1 van 1 acties klaar/g)?.length, 3);
            assert.match(await shown("Belangrijke data"), /ma 18 jan, 10:00.*do 8 apr, 09:30 · De locatie van Team Zorg/);
        });

        step("what happened, day by day, is in the table", async () => {
            await run.checkLog("mbo-peer-review.txt");
            assert.deepEqual(await stage.session.messages(), []);
        });
    });
}
