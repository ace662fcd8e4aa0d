// Every screen, dialog and state of the planner, one after the other, for tests that look at all of them.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { until } from "../driver/page.mjs";
import { exampleFile, exampleId, exampleTeamId, firstExploration, writeChangedExample } from "./files.mjs";
import { closeMessages, followMenu, openCard, openFiles, saved } from "./planner.mjs";
import { tourOfMeeting } from "./tour_meeting.mjs";
import { jump, tourOfProcess } from "./tour_process.mjs";
import { tourOfSharing } from "./tour_sharing.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */

export const exampleTeam = "Team Horeca";
const exploration = "Verkenning eigen vraagstuk";

/** @param {Page} page @param {string} name */
async function closeDialog(page, name) {
    await page.press("Escape");
    await page.role("dialog", name).waitForGone();
}

/**
 * Starts at a start screen on which nothing is stored.
 * @param {Page} page
 * @param {string} folder for the files that are opened on the way
 * @param {(state: string) => Promise<void>} look
 */
export async function tour(page, folder, look) {
    const settledLook = async (/** @type {string} */ state) => {
        await page.settled();
        await look(state);
    };
    await settledLook("start");
    await page.role("button", "Nieuwe peer review").click();
    await page.role("dialog", "Nieuwe peer review").waitFor();
    await settledLook("new-review");
    await page.role("button", "Aanmaken").click();
    await page.label("Titel").waitUntil((state) => state.invalid === "true");
    await settledLook("new-review-errors");
    await closeDialog(page, "Nieuwe peer review");

    await page.role("button", "Voorbeeld bekijken").click();
    await page.role("heading", "Dashboard", { level: 1 }).waitFor();
    await settledLook("dashboard");
    await closeMessages(page);
    await tourOfReview(page, settledLook);
    await tourOfImport(page, folder, settledLook);
    await tourOfRest(page, settledLook);
    await tourOfSharing(page, `#/review/${exampleId}`, exploration, exampleTeam, settledLook);
    await jump(page, `#/review/${exampleId}`);
    await tourOfProcess(page, settledLook);
    await tourOfMeeting(page, `#/review/${exampleId}`, exampleTeamId(exampleTeam), settledLook);
}

/** @param {Page} page @param {(state: string) => Promise<void>} look */
async function tourOfReview(page, look) {
    await page.role("main").role("button", "Wijzigen").nth(0).click();
    await page.role("dialog").waitFor();
    await look("review-details");
    await page.press("Escape");
    await page.role("dialog").waitForGone();
    await page.role("button", "Data wijzigen").click();
    await page.role("dialog", "Belangrijke data").waitFor();
    await look("review-dates");
    await closeDialog(page, "Belangrijke data");
    await tourOfTasksAndMessages(page, look);
    await followMenu(page, "Hulpkaarten");
    await page.role("heading", "Hulpkaarten", { level: 1 }).waitFor();
    await look("cards");
    await openCard(page, "Voorbereiding peer review", exampleTeam);
    await look("card-preparation");
    await openCard(page, exploration, exampleTeam);
    await look("card-exploration");
    await page.label("Waarom juist nu?").focus();
    await look("card-field-focused");
}

/** @param {Page} page @param {(state: string) => Promise<void>} look */
async function tourOfTasksAndMessages(page, look) {
    for (const screen of ["Taken", "Berichten"]) {
        await followMenu(page, screen);
        await page.role("heading", screen, { level: 1 }).waitFor();
        await page.role("combobox", "Toon").set(`Alle ${screen.toLowerCase()}`);
        const state = screen === "Taken" ? "tasks" : "mails";
        await look(state);
        await page.role("main").role("link", / · | bij |, /).nth(0).click();
        await look(`${state}-one`);
    }
}

/** @param {Page} page @param {string} folder @param {(state: string) => Promise<void>} look */
async function tourOfImport(page, folder, look) {
    const wrong = join(folder, "vakantie.json");
    await writeFile(wrong, `{"dit is": "iets anders"}`);
    await openFiles(page, [wrong]);
    await page.role("dialog", "Dit bestand kunnen we niet openen").waitFor();
    await look("file-refused");
    await closeDialog(page, "Dit bestand kunnen we niet openen");

    await openFiles(page, [exampleFile]);
    await page.role("dialog", "Andere peer review").waitFor();
    await look("import-other-review");
    await page.role("button", "Zet ernaast").click();
    await until(async () => (await page.address()).endsWith(exampleId), () => "the file of the example is not on the screen");
    const changed = await writeChangedExample(join(folder, "terug van een collega.json"), (data) => {
        firstExploration(data).leervraag = "Hoe leren studenten van elkáár plannen, en wat laten wij dan los?";
        data.participants.nieuw0team = { institution: "College Noord", name: "Team Nieuw", position: "Y" };
    });
    await openFiles(page, [changed]);
    await page.role("dialog", "Bestand samenvoegen").waitFor();
    await look("import-preview");
    await page.role("button", "Samenvoegen").click();
    await page.role("dialog", "Bestand samenvoegen").waitForGone();
    await saved(page);
    await look("messages");
    await closeMessages(page);
    await openCard(page, exploration, exampleTeam);
    await page.role("region", "Verschil bij Onze leervraag").role("button", "Voeg samen").aim();
    await look("card-conflict");
    await page.role("region", "Verschil bij Onze leervraag").role("button", "Voeg samen").click();
    await page.role("dialog", "Maak er één tekst van").waitFor();
    await look("combine");
    await closeDialog(page, "Maak er één tekst van");
    await followMenu(page, "Dashboard");
    await page.role("heading", "Dashboard", { level: 1 }).waitFor();
    await look("dashboard-conflicts");
}

/** @param {Page} page @param {(state: string) => Promise<void>} look */
async function tourOfRest(page, look) {
    await jump(page, "#/");
    await page.role("heading", "Peer Reviews", { level: 1 }).waitFor();
    await page.role("heading", "Vandaag").waitFor();
    await look("overview");
    await page.role("button", /^Meer keuzes voor/).nth(0).click();
    await page.role("menu").waitFor();
    await look("overview-menu");
    await page.press("Escape");
    await page.role("menu").waitForGone();
    await jump(page, "#/settings");
    await look("settings");
    await page.role("radio", "English").click();
    await page.role("heading", "Settings", { level: 1 }).waitFor();
    await look("settings-english");
    await page.role("radio", "Nederlands").click();
    await page.role("heading", "Instellingen", { level: 1 }).waitFor();
    await jump(page, "#/ergens/anders");
    await look("not-found");
    await jump(page, "#/review/bestaatniet");
    await look("review-not-found");
}

/** Sets the size of the texts in the settings, and comes back. @param {Page} page @param {string} size as the settings name it */
export async function setTextSize(page, size) {
    const before = await page.evaluate(() => location.hash);
    await jump(page, "#/settings");
    await page.role("radio", size).click();
    await page.role("radio", size).waitUntil((state) => state.checked);
    await page.settled();
    await jump(page, before || "#/");
}
