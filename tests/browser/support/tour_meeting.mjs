// Meetings that run: the director's screen in each of its states, and the window that the room looks at. The last part of the tour.
import { closeMessages, goTo, replaceText } from "./planner.mjs";
import { jump } from "./tour_process.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {(state: string) => Promise<void>} Look */

/** @param {Page} page @param {string | RegExp} name */
async function press(page, name) {
    await page.role("button", name).nth(0).activate();
    await page.settled();
}

/** A note as a person writes it. @param {Page} page @param {string} kind @param {string} text */
async function note(page, kind, text) {
    await page.role("radiogroup", "Soort notitie").role("radio", kind).activate();
    await replaceText(page, `Nieuwe notitie: ${kind}`, text);
    await page.label(`Nieuwe notitie: ${kind}`).press("Enter");
    await page.label(`Nieuwe notitie: ${kind}`).waitUntil((state) => state.value === "");
}

/** @param {Page} page @param {string} choice */
async function show(page, choice) {
    await page.role("combobox", "Wat ziet de zaal?").set(choice);
    await page.settled();
}

/** @param {Page} page @param {string} review @param {string} sheet after the address of its run sheets @param {Look} look @param {string} state */
async function openMeeting(page, review, sheet, look, state) {
    await jump(page, `${review}/run-sheets${sheet}`);
    await press(page, "Open de regie");
    await page.role("heading", "Klaar om te beginnen", { level: 2 }).waitFor();
    await closeMessages(page);
    await look(state);
    await press(page, /^Begin($|, alles schuift)/); // alike at whatever time of the day
    await page.role("region", "Klok").waitFor();
}

/** @param {Page} page @param {string} review @param {Look} look */
async function tourOfStart(page, review, look) {
    await openMeeting(page, review, "", look, "live-waiting");
    // With so many minutes more nothing gets ready in time.
    for (let time = 0; time < 3; ++time) await press(page, "5 minuten erbij");
    await page.role("region", "Tijd inhalen").waitFor();
    await look("live-behind");
    await press(page, "Volgende");
    await page.role("region", "Pitch").nth(0).waitFor();
    await look("live-pitch");
    await press(page, "Volgend deel");
    await page.label("Onze leervraag").waitFor();
    await note(page, "Afspraak", "Het panel mag een les zien");
    await note(page, "Werkvorm", "Rondgang met twee studenten");
    await page.label("Onze leervraag").focus();
    await look("live-question");
    for (let part = 3; part <= 5; ++part) await press(page, "Volgend deel");
    await look("live-overlap");
    await show(page, "Een bericht");
    await replaceText(page, "Bericht voor de zaal", "Over vijf minuten gaan we verder.");
    await look("live-message");
    await show(page, "Waar je mee bezig bent");
    await press(page, "Sneltoetsen en geluid");
    await page.role("button", "Sneltoetsen en geluid").aim();
    await look("live-shortcuts");
    await press(page, "Sneltoetsen en geluid");
    await press(page, "Pauze");
    await press(page, "Verder over 10 minuten");
    await look("live-pause");
    await press(page, "Ga verder");
    await press(page, "Toon op dit scherm");
    await page.role("button", "Terug naar de regie").waitFor();
    await look("live-one-screen");
    await press(page, "Terug naar de regie");
    await press(page, "Stop");
    await page.role("dialog", "Is de bijeenkomst klaar?").waitFor();
    await look("live-stop");
    await press(page, "Ja, stop");
    await page.role("heading", "De bijeenkomst is klaar", { level: 2 }).waitFor();
    await look("live-over");
}

/** @param {Page} page @param {string} review @param {string} team @param {Look} look */
async function tourOfDay(page, review, team, look) {
    await openMeeting(page, review, `/reviewdag/${team}`, look, "live-day-waiting");
    await press(page, "Ga naar Het panel onderzoekt: ronde 1");
    await note(page, "Sterk punt", "Studenten kiezen zelf hun opdracht, maar pas in jaar twee");
    await note(page, "Twijfel", "Weten alle docenten hiervan?");
    await note(page, "Pareltje", "De student die ons rondleidde");
    await look("live-day-round");
    await press(page, "Ga naar Voorlopige bevindingen");
    await page.role("region", "Notities verwerken").waitFor();
    await press(page, /^Gaat goed: Studenten kiezen/);
    await look("live-day-findings");
}

/**
 * What the room sees, in a second page of the browser: with nothing to show, with a question, an agenda, a message.
 * @param {Page} page
 * @param {Page} projector
 * @param {string} review
 * @param {(page: Page, state: string) => Promise<void>} look
 */
export async function tourOfProjector(page, projector, review, look) {
    const address = (await page.address()).replace(/#.*$/, "");
    const seen = async (/** @type {string} */ state, /** @type {string | RegExp} */ text) => {
        await projector.bringToFront();
        await projector.role("main").waitUntil((main) => (typeof text === "string" ? main.text.includes(text) : text.test(main.text)));
        await projector.settled();
        await look(projector, state);
        await page.bringToFront();
    };
    await goTo(projector, `${address}#/projector`);
    await seen("projector-waiting", /./);
    await page.bringToFront();
    await jump(page, `${review}/run-sheets`);
    await press(page, /^(Open de regie|Bekijk hoe het ging)$/);
    await press(page, /^(Begin|Opnieuw beginnen)/);
    await press(page, "Volgende");
    await press(page, "Volgend deel");
    await replaceText(page, "Onze leervraag", "Hoe leren studenten van elkáár plannen, en wat laten wij dan los?");
    await page.settled();
    await seen("projector-question", "Hoe leren studenten van elkáár plannen");
    for (const theme of ["Donker", "Veel contrast"]) {
        await page.role("combobox", "Kleuren").set(theme);
        await page.settled();
        await seen(`projector-${theme === "Donker" ? "dark" : "contrast"}`, "Hoe leren studenten van elkáár plannen");
    }
    await page.role("combobox", "Kleuren").set("Licht");
    await show(page, "De klok");
    await seen("projector-clock", "Nog");
    await show(page, "De agenda");
    await seen("projector-agenda", "Inloop en welkom");
    await show(page, "Een bericht");
    await replaceText(page, "Bericht voor de zaal", "Over vijf minuten gaan we verder.");
    await page.settled();
    await seen("projector-message", "Over vijf minuten gaan we verder.");
}

/** From the dashboard of the example; leaves it changed. @param {Page} page @param {string} review @param {string} team id @param {Look} look */
export async function tourOfMeeting(page, review, team, look) {
    await tourOfStart(page, review, look);
    await tourOfDay(page, review, team, look);
}
