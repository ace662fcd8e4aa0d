// What guides people through a process: planning, run sheets, hours, panel, polls, explanations; the second half of the tour.
import { closeMessages, replaceText } from "./planner.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {(state: string) => Promise<void>} Look */

/** @param {Page} page @param {string} hash */
export async function jump(page, hash) {
    await page.evaluate((to) => void (location.hash = to), hash);
    await page.settled();
}

/** @param {Page} page @param {string} hash @param {string} heading of the screen that is there */
async function open(page, hash, heading) {
    await jump(page, hash);
    await page.role("heading", heading, { level: 1 }).waitFor();
}

/** @param {Page} page @param {string | RegExp} button that opens a dialog @param {(dialog: import("../driver/locator.mjs").Locator) => Promise<void>} work */
async function inDialog(page, button, work) {
    await page.role("button", button).nth(0).click();
    const dialog = page.role("dialog");
    await dialog.waitFor();
    await page.settled();
    await work(dialog);
    await page.press("Escape");
    await dialog.waitForGone();
}

/** Id of the first team, as addresses name it. @param {Page} page @param {string} review */
async function firstTeam(page, review) {
    await open(page, `${review}/tasks`, "Taken");
    const option = page.role("combobox", "Voor wie").css("option").nth(1);
    return page.evaluate(
        (name) => /** @type {HTMLOptionElement} */ ([...document.querySelectorAll("option")].find((each) => each.text === name && !each.value.includes("."))).value,
        (await option.state()).name,
    );
}

/** @param {Page} page @param {string} review @param {Look} look */
async function tourOfPlanning(page, review, look) {
    await open(page, `${review}/tasks`, "Taken");
    await page.role("combobox", "Ik ben").set("Procesbegeleider");
    await look("tasks-mine");
    await page.role("combobox", "Ik ben").set("Nog niet gekozen");
    await inDialog(page, "Vakanties en vrije dagen", async (dialog) => {
        await look("holidays");
        await dialog.role("combobox", "Regio voor iedereen").set("Midden");
        await look("holidays-region");
        await dialog.role("button", "Vrije dagen toevoegen").click();
        await page.settled();
        await dialog.role("button", "Vrije dagen toevoegen").aim();
        await look("holidays-own");
    });
    await page.role("button", "Ongedaan maken").click();
    await page.settled();
    await open(page, `${review}/hours`, "Uren");
    await look("hours");
}

/** @param {Page} page @param {string} review @param {Look} look */
async function tourOfMessages(page, review, look) {
    await open(page, `${review}/messages`, "Berichten");
    await page.role("combobox", "Toon").set("Nog te versturen");
    await page.settled();
    await page.role("button", "Alles wat compleet is selecteren").click();
    await look("mails-chosen");
    await page.role("button", "Niets selecteren").click();
    await open(page, "#/messages", "Alle berichten");
    await page.text(/^\d+ bericht/).waitFor();
    await look("archive");
}

/** @param {Page} page @param {string} review @param {Look} look */
async function tourOfDashboard(page, review, look) {
    await open(page, review, "Dashboard");
    await page.role("button", "Andere punten tonen").click();
    await look("dashboard-rules");
    // On a phone what a narrow header has no room for is in the menu.
    if (await page.role("button", "Agenda").exists()) {
        await inDialog(page, "Agenda", () => look("calendar"));
    } else {
        await page.role("button", "Meer").click();
        await page.role("menu").waitFor();
        await look("more-menu");
        await page.role("menuitem", "Agenda").click();
        await page.role("dialog", "Naar een agenda").waitFor();
        await look("calendar");
        await page.press("Escape");
        await page.role("dialog").waitForGone();
    }
    await inDialog(page, /^Reviewdag .* wijzigen$/, async (dialog) => {
        await look("visit");
        await dialog.role("button", "Panellid toevoegen").click();
        await replaceText(page, "Naam, Panellid 1", "Docent techniek");
        await page.settled();
        await look("visit-panel");
        await dialog.role("button", /^Panellid 1 vervangen$/).click();
        await page.settled();
        await dialog.label("Waarom?, Vervangen 1").aim();
        await look("visit-replaced");
    });
    for (const [name, add] of /** @type {const} */ ([["Documenten", "Document toevoegen"], ["Vervolg", "Activiteit toevoegen"]])) {
        await inDialog(page, new RegExp(`^${name} van .* wijzigen$`), async (dialog) => {
            await dialog.role("button", add).click();
            await look(name === "Documenten" ? "documents" : "actions");
        });
    }
}

/** @param {Page} page @param {string} review @param {string} team @param {Look} look */
async function tourOfCards(page, review, team, look) {
    await open(page, `${review}/cards/uitnodiging`, "Uitnodiging voor de startbijeenkomst");
    for (let number = 1; number <= 3; ++number) {
        await page.role("button", "Datum toevoegen").click();
        await page.label(`Datum, Voorstel ${number}`).waitFor();
        await page.label(`Datum, Voorstel ${number}`).set(`2027-01-${12 + number}`);
        await page.settled();
    }
    await page.role("heading", "Wie kan wanneer?").waitFor();
    await look("card-invitation");
    await page.role("combobox", /^Antwoord van /).nth(0).set("Ja");
    await page.role("combobox", /^Antwoord van /).nth(1).set("Als het moet");
    await page.role("button", /^Toelichting van /).nth(0).click();
    await page.role("button", /^Toelichting van /).nth(0).aim();
    await look("date-poll");
    for (const [card, heading, state] of /** @type {const} */ ([
        ["het_peer_panel", "Het peer panel", "card-panel"],
        ["locatie", "Alles klaar op de locatie", "card-place"],
        ["feedback_geven", "Feedback geven", "card-feedback"],
    ])) {
        await open(page, `${review}/cards/${card}${card === "feedback_geven" ? "" : `/${team}`}`, heading);
        await look(state);
    }
    await open(page, `${review}/cards/evaluatie/${team}`, "Terugkijken en evalueren");
    for (let number = 1; number <= 2; ++number) {
        await page.role("button", "Evaluatie toevoegen").click();
        await page.role("region", `Evaluatie ${number}`).waitFor();
    }
    await look("card-evaluation");
}

/** @param {Page} page @param {string} review @param {Look} look */
async function tourOfRunSheets(page, review, look) {
    await open(page, `${review}/run-sheets`, "Draaiboek startbijeenkomst");
    await look("run-sheet-start");
    await replaceText(page, "Minuten, 2. Vraag van het team, Team Zorg", "90");
    await page.settled();
    await page.role("region", "Dit past niet").waitFor();
    await look("run-sheet-conflict");
    await page.role("button", "Vraag om reacties").click();
    await page.settled();
    await look("run-sheet-comments");
    await page.role("link", /^Draaiboek reviewdag/).nth(0).click();
    await page.role("heading", "Draaiboek reviewdag", { level: 1 }).waitFor();
    await look("run-sheet-day");
    await page.role("button", "Maak definitief").click();
    await page.role("button", "Maak een nieuw concept").waitFor();
    await look("run-sheet-final");
}

/** @param {Page} page @param {string} review @param {Look} look */
async function tourOfExplanations(page, review, look) {
    await open(page, `${review}/about`, "Over peer review");
    await look("about-review");
    await open(page, "#/about", "Over peer review");
    await look("about-choice");
    await page.role("link", "Meer over peer review Samen Opleiden").activate();
    await page.role("heading", "Wat van ons is").waitFor();
    await look("about-process");
}

/** A review of the other kind: one host, visitors. @param {Page} page @param {Look} look */
async function tourOfOtherProcess(page, look) {
    await open(page, "#/about", "Over peer review");
    await page.role("button", "Hiermee beginnen: peer review Samen Opleiden").activate();
    await page.role("dialog", "Nieuwe peer review").waitFor();
    await page.settled();
    await look("new-review-host");
    await page.label("Titel").fill("Samen Opleiden in de regio");
    const names = (await page.role("dialog").role("textbox", /^Naam /).all()).map((state) => state.name);
    for (const [index, name] of names.entries()) await replaceText(page, name, `Partnerschap ${index + 1}`);
    await page.label("Datum startbijeenkomst").set("2027-03-11");
    await page.label("Datum reviewdag").set("2027-04-15");
    await page.role("button", "Aanmaken").click();
    await page.role("dialog").waitForGone();
    await page.settled();
    await closeMessages(page);
    await look("host-dashboard");
    const review = await page.evaluate(() => location.hash);
    await open(page, `${review}/tasks`, "Taken");
    await look("host-tasks");
    await open(page, `${review}/cards`, "Hulpkaarten");
    await look("host-cards");
    await jump(page, `${review}/run-sheets`);
    await look("host-run-sheet");
    await open(page, `${review}/hours`, "Uren");
    await look("host-hours");
}

/**
 * From the dashboard of the example; leaves it changed.
 * @param {Page} page
 * @param {Look} look
 */
export async function tourOfProcess(page, look) {
    const review = await page.evaluate(() => location.hash);
    const team = await firstTeam(page, review);
    await tourOfPlanning(page, review, look);
    await tourOfMessages(page, review, look);
    await tourOfDashboard(page, review, look);
    await tourOfCards(page, review, team, look);
    await tourOfRunSheets(page, review, look);
    await tourOfExplanations(page, review, look);
    await tourOfOtherProcess(page, look);
}
