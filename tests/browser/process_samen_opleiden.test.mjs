// A whole peer review of Samen Opleiden through the screens: the host's planner, a visitor's with the mailed file, and what comes back.
import assert from "node:assert/strict";
import { rename } from "node:fs/promises";
import { join } from "node:path";
import { describe } from "node:test";
import { chosenEngines } from "./driver/journey.mjs";
import { downloadReview, openFiles, openPlanner, replaceText, saved } from "./support/planner.mjs";
import { ProcessRun, noonOf } from "./support/process_run.mjs";
import { Stage } from "./support/stage.mjs";
import { stepsOfOneJourney } from "./support/steps.mjs";

const first = "2026-11-18", mailed = "2027-06-15";
const host = "Partnerschap West", visitor = "Partnerschap Oost", other = "Partnerschap Noord";
const answers = { "Einde van de volgende zes jaar": "2033-09-14" };
const panelTasks = ["Lees de reflectie", "Stuur thema’s en vragen", "Ga op bezoek en vertel wat je zag", "Vul de inbreng van het panel aan", "Reageer op het verslag"];
const successor = "Lerarenopleider Oost", reason = "De eerste heeft een andere baan.";

/** @typedef {import("./support/process_run.mjs").ProcessRun} Run */
/** @typedef {import("./driver/index.mjs").Session} Session */

/** @param {Run} run @param {import("./support/process_run.mjs").Task} task @param {(run: Run) => Promise<void>} work */
async function onRunSheet(run, task, work) {
    await run.go(`/run-sheets/${task.id === "startbijeenkomst" ? "startbijeenkomst" : "reviewdag"}`);
    await work(run);
    await saved(run.page);
}

/** @type {Record<string, import("./support/process_run.mjs").Work>} */
const work = {
    start_plannen: (run, task) =>
        run.inDates(task, async (dialog) => {
            for (const [kind, time] of [["startbijeenkomst", "13:30"], [`reviewdag ${host}`, "09:30"]]) {
                await dialog.label(`Begintijd ${kind}`).set(/** @type {string} */ (time));
                await replaceText(run.page, `Plaats ${kind}`, "Hogeschool West, gebouw B");
            }
        }),
    programma_concept: (run, task) => onRunSheet(run, task, () => run.page.role("button", "Vraag om reacties").activate()),
    programma_definitief: (run, task) => onRunSheet(run, task, () => run.page.role("button", "Maak definitief").activate()),
    // The message about the report names the actions, which are chosen on the same day.
    verslag_definitief: (run, task) => run.fillCard("vervolgacties", task.subject),
    panel_vastleggen: async (run) => {
        await run.go();
        await run.page.role("cell", `${visitor} bij ${host}: 1 zeker, 0 nog open`).waitFor();
    },
};

/** Says who uses this device, and reads what is theirs. @param {Run} run @param {string} name */
async function identify(run, name) {
    await run.go("/tasks");
    await run.choose("Ik ben", `${name} · ${name === host ? "ontvangend" : "bezoekend"} partnerschap`);
    const own = run.page.role("region", "Voor mij");
    await own.waitFor();
    return (await own.role("link").all()).map((link) => link.name);
}

/** The dialog of the visit, where its panel is. @param {Run} run @param {(dialog: import("./driver/locator.mjs").Locator) => Promise<void>} look */
async function inVisit(run, look) {
    await run.go();
    await run.page.role("button", `Reviewdag ${host} wijzigen`).activate();
    const dialog = run.page.role("dialog", `Reviewdag ${host}`);
    await dialog.waitFor();
    await look(dialog);
    await run.page.settled();
    await dialog.role("button", "Klaar").activate();
    await dialog.waitForGone();
}

/** Who was replaced by whom, when and why. @param {Run} run */
async function checkSwap(run) {
    await inVisit(run, async (dialog) => {
        assert.match((await dialog.waitFor()).text, new RegExp(` is vervangen door ${successor}`));
        assert.equal(await dialog.label("Naam, Panellid 1").value(), successor);
        assert.equal(await dialog.label("Vervangen op, Vervangen 1").value(), "2027-07-16");
        assert.equal(await dialog.label("Waarom?, Vervangen 1").value(), reason);
    });
}

// Minutes of work: in one engine, the first of those that were chosen.
for (const engine of chosenEngines().slice(0, 1)) {
    describe(`a whole peer review of Samen Opleiden in ${engine}`, () => {
        const step = stepsOfOneJourney();
        const stage = new Stage();
        /** @type {Run} */
        let run;
        /** @type {Run} */
        let visiting;
        /** @type {string} */
        let file;
        const open = (/** @type {string} */ day) => openPlanner(engine, stage.server.address, { width: 1024, height: 640, now: noonOf(day) });
        /** @param {Session} session @param {string} name */
        const keep = async (session, name) => {
            const path = join(stage.folder, `${name}.json`);
            await saved(session.page);
            await rename(await downloadReview(session.page), path);
            return path;
        };

        step("the host begins", async () => {
            stage.session = await open(first);
            const { page } = stage.session;
            await page.role("button", "Nieuwe peer review").click();
            await page.role("dialog", "Nieuwe peer review").waitFor();
            await page.settled();
            await page.role("radio", "Peer review Samen Opleiden").activate();
            await page.role("button", "Partnerschap toevoegen").activate();
            await replaceText(page, "Titel", "Opleiden in de regio");
            await replaceText(page, "Naam ontvangend partnerschap", host);
            await replaceText(page, "Naam bezoekend partnerschap 1", visitor);
            await replaceText(page, "Naam bezoekend partnerschap 2", other);
            await page.label("Datum startbijeenkomst").set("2027-08-17");
            await page.label("Datum reviewdag").set("2027-09-14");
            await page.role("button", "Aanmaken").activate();
            await page.role("dialog").waitForGone();
            run = new ProcessRun(page, { process: "samen-opleiden", review: await page.evaluate(() => location.hash), today: first, work, answers });
            const own = await identify(run, host);
            assert.ok(own.length > 15, `${own.length} tasks`);
            assert.deepEqual(own.filter((name) => !name.endsWith(`, ${host}`)), []);
        });

        step("the host's year goes by, until its file is mailed", async () => {
            await run.live(mailed);
            await run.moveTo(mailed);
            file = await keep(stage.session, "verstuurd");
        });

        step("a visitor opens the file: its own tasks and messages, and one of its people replaced", async () => {
            const session = await open(mailed);
            try {
                await openFiles(session.page, [file]);
                await session.page.role("heading", "Dashboard", { level: 1 }).waitFor();
                visiting = new ProcessRun(session.page, { process: "samen-opleiden", review: run.review, today: mailed, work, answers });
                assert.equal(await session.page.evaluate(() => location.hash), run.review);
                const own = await identify(visiting, visitor);
                assert.ok(own.length > 3, `${own.length} tasks`);
                // The others are those of the panel, in which it has somebody.
                assert.deepEqual(own.filter((name) => !name.endsWith(`, ${visitor}`)), panelTasks.map((name) => `${name}, ${host}`));
                visiting.does = (task) => task.title.endsWith(`, ${visitor}`);
                visiting.search = visitor;
                await visiting.live("2027-07-16");
                await inVisit(visiting, async (dialog) => {
                    await dialog.role("button", "Panellid 1 vervangen").activate();
                    await replaceText(session.page, "Naam, Panellid 1", successor);
                    await replaceText(session.page, "Waarom?, Vervangen 1", reason);
                });
                await checkSwap(visiting);
                file = await keep(session, "terug");
                assert.deepEqual(await session.messages(), []);
            } finally {
                await session.close();
            }
        });

        step("the host, who went on meanwhile, merges it without loss", async () => {
            run.does = (task) => !task.title.endsWith(`, ${visitor}`);
            await run.live("2027-07-16");
            run.does = () => true;
            const before = [await run.tasks(), await run.messages()].map((list) => list.map(({ id, hash }) => `${id} ${hash}`).sort());
            await openFiles(run.page, [file]);
            const dialog = run.page.role("dialog", "Bestand samenvoegen");
            await dialog.waitFor();
            await dialog.role("button", "Samenvoegen").activate();
            await dialog.waitForGone();
            const tasks = await run.tasks(), messages = await run.messages();
            assert.deepEqual(tasks.map(({ id, hash }) => `${id} ${hash}`).sort(), before[0]);
            assert.equal(new Set(messages.map(({ id }) => id)).size, messages.length);
            assert.ok(messages.length >= /** @type {string[]} */ (before[1]).length);
            for (const done of visiting.log.filter((line) => / klaar: /.test(line))) {
                const title = done.replace(/^.* klaar: /, "");
                assert.match(tasks.find((task) => task.title === title)?.state ?? "", /^Klaar/, title);
            }
            for (const id of visiting.seen) assert.match(messages.find((message) => message.id === id)?.state ?? "", /^(Verzonden|Vervallen)/, id);
            assert.equal(await run.page.role("region", /^Verschil bij/).count(), 0);
            await checkSwap(run);
        });

        step("to the end: every task of both sides is done, with its message", async () => {
            for (const id of visiting.seen) run.seen.add(id);
            run.log.push(`--- ${visitor}`, ...visiting.log, `--- ${host}`);
            await run.live("2034-12-31");
        });

        step("the review reads as complete", () => run.checkComplete());

        step("what happened, day by day, is in the table", async () => {
            await run.checkLog("samen-opleiden.txt");
            assert.deepEqual(await stage.session.messages(), []);
        });
    });
}
