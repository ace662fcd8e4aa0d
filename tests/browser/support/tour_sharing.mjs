// What leaves the machine and what stays on it: sharing, locked files, earlier texts, forgetting, earlier versions, wiping.
import { closeMessages, followMenu, openCard, openFiles, saved } from "./planner.mjs";
import { jump } from "./tour_process.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {(state: string) => Promise<void>} Look */

/** @param {Page} page @param {string | RegExp} name */
async function closeDialog(page, name) {
    await page.press("Escape");
    await page.role("dialog", name).waitForGone();
}

/** @param {Page} page @param {Look} look */
async function tourOfShare(page, look) {
    const share = page.role("button", "Deel");
    await ((await share.exists()) ? share.click() : followMenu(page, "Deel"));
    const dialog = page.role("dialog", "Deel deze review");
    await dialog.waitFor();
    await look("share");
    await dialog.role("radio", "Zonder mailadressen en telefoonnummers").click();
    await look("share-without-contacts");
    await dialog.role("radio", "Anoniem").click();
    await dialog.role("checkbox", "Zet het bestand op slot met een wachtwoordzin").click();
    await dialog.role("button", "Maak bestand").click();
    await page.label("Wachtwoordzin").waitUntil((state) => state.invalid === "true" && state.focused);
    await look("share-anonymous-locked");
    await closeDialog(page, "Deel deze review");

    await openFiles(page, ["tests/fixtures/locked_by_page.json"]);
    await page.role("dialog", "Dit bestand zit op slot").waitFor();
    await look("unlock");
    await closeDialog(page, "Dit bestand zit op slot");
}

/** @param {Page} page @param {Look} look @param {string} card @param {string} team */
async function tourOfHistory(page, look, card, team) {
    await openCard(page, card, team);
    await page.role("region", "Verschil bij Onze leervraag").role("button", /^Kies deze: /).nth(0).click();
    await saved(page);
    await closeMessages(page);
    await page.role("button", "Eerder ingevuld bij Onze leervraag").click();
    await page.role("dialog", "Eerder ingevuld").waitFor();
    await look("history");
    await closeDialog(page, "Eerder ingevuld");
}

/** @param {Page} page @param {Look} look @param {string} review @param {string} team */
async function tourOfForgetting(page, look, review, team) {
    await jump(page, review);
    await page.role("button", `Contactpersonen van ${team} wijzigen`).click();
    await page.role("dialog", `Contactpersonen van ${team}`).role("button", /voorgoed verwijderen$/).nth(0).click();
    await page.role("dialog", /voorgoed verwijderen$/).waitFor();
    await look("forget");
    await closeDialog(page, /voorgoed verwijderen$/);
    await page.press("Escape");
    await page.role("dialog").waitForGone();
}

/** @param {Page} page @param {Look} look */
async function tourOfStorage(page, look) {
    await jump(page, "#/settings");
    await page.role("button", /^Open als kopie: /).nth(0).aim();
    await look("settings-versions");
    await page.role("button", "Wis alles op deze computer").click();
    const dialog = page.role("dialog", "Wis alles op deze computer");
    await dialog.waitFor();
    await look("wipe");
    await dialog.role("button", "Wis alles").click();
    await dialog.role("button", "Ja, wis alles").waitFor();
    await look("wipe-sure");
    await closeDialog(page, "Wis alles op deze computer");
}

/**
 * @param {Page} page
 * @param {string} review address of a review into which a file came, with a difference in a learning question
 * @param {string} card the one that holds it
 * @param {string} team whose it is
 * @param {Look} look
 */
export async function tourOfSharing(page, review, card, team, look) {
    await jump(page, review);
    await tourOfShare(page, look);
    await tourOfHistory(page, look, card, team);
    await tourOfForgetting(page, look, review, team);
    await tourOfStorage(page, look);
}
