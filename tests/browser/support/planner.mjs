// The planner as a journey sees it: what every journey does more than once.
import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { startServer } from "../../../web/server.mjs";
import { launch } from "../driver/index.mjs";
import { until } from "../driver/page.mjs";
import { longText, shortText } from "./texts.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */

/** The page that is tested; built with web/serve --build-only. */
export const siteFolder = process.env.PLANNER_SITE ?? fileURLToPath(new URL("../../../build/web/site", import.meta.url));

/** Pictures and other things to look at after a run. */
export const artifacts = fileURLToPath(new URL("../../../build/test-artifacts", import.meta.url));

/** The site under a path of its own, as on a school's server. @param {number} [port] */
export const startSite = (port) => startServer(siteFolder, { prefix: "/een/pad/", ...(port ? { port } : {}) });

/** @param {Page} page @param {string} address */
export async function goTo(page, address) {
    await page.goto(address);
    // WebKit may come back before the page's scripts ran.
    await page.evaluate(async () => {
        const given = Date.now() + 30_000;
        while (!globalThis.planner && Date.now() < given) await new Promise((resolve) => setTimeout(resolve, 20));
        await globalThis.planner.ready;
    });
    await page.settled();
}

/**
 * @param {import("../driver/index.mjs").EngineName} engine
 * @param {string} address
 * @param {import("../driver/index.mjs").LaunchOptions} [options]
 */
export async function openPlanner(engine, address, options = {}) {
    const session = await launch(engine, options);
    try {
        await goTo(session.page, address);
    } catch (error) {
        await session.close();
        throw error;
    }
    return session;
}

/** @typedef {{ title: string, teams: { name: string, institution: string }[] }} NewReview */

/** @type {NewReview} */
export const threeTeams = {
    title: "Taalbewust lesgeven – één visie op zorg & bouw",
    teams: [
        { name: "Team Zorg én Welzijn", institution: "Instelling De Brücke" },
        { name: "Œuvre & Façade", institution: "Vakschool ’t IJ" },
        { name: "Dvořák-crew Ñandú", institution: "Collège Noord 😀" },
    ],
};

/** From the start screen or the list of reviews. @param {Page} page @param {NewReview} review */
export async function newReview(page, review = threeTeams) {
    await page.role("button", "Nieuwe peer review").click();
    await page.role("dialog", "Nieuwe peer review").waitFor();
    await page.settled();
    await page.label("Titel").type(review.title);
    await page.label("Titel").waitUntil((state) => state.value === review.title);
    for (const [index, team] of review.teams.entries()) {
        await replaceText(page, `Naam team ${index + 1}`, team.name);
        await replaceText(page, `Instelling team ${index + 1}`, team.institution);
    }
    await page.role("button", "Aanmaken").click();
    await page.role("dialog", "Nieuwe peer review").waitForGone();
    await page.settled();
}

/** A field of the page by its name: focus, select all, one insertion. @param {Page} page @param {string} name @param {string} text */
export async function replaceText(page, name, text) {
    await page.label(name).state();
    await page.inPage("replaceText", [{ kind: "label", name }], 0, text);
    await page.label(name).waitUntil((state) => state.value === text);
}

/**
 * Goes to a screen by the main menu; on a phone the bar has room for four of them, and a menu for the rest.
 * @param {Page} page
 * @param {string} name
 */
export async function followMenu(page, name) {
    const menu = page.role("navigation", "Hoofdmenu");
    const link = menu.role("link", name), more = menu.role("button", "Meer");
    await until(async () => (await link.exists()) || (await more.exists()), () => `the menu has no ${name}`);
    if (await link.exists()) return link.click();
    await more.click();
    return page.role("menuitem", name).click();
}

/** @param {Page} page */
export const openCards = async (page) => {
    await followMenu(page, "Hulpkaarten");
    await page.role("heading", "Hulpkaarten", { level: 1 }).waitFor();
};

/** @param {Page} page @param {string} card @param {string} team */
export async function openCard(page, card, team) {
    await openCards(page);
    await page.role("link", `${card} van ${team} openen`).click();
    await page.role("heading", card, { level: 1 }).waitFor();
    await page.settled();
}

/** Names of the buttons, fields and so on that the screen shows. @param {Page} page @param {string} role */
export const namesOf = async (page, role) => (await page.role("main").role(role).all()).map((state) => state.name);

/** @typedef {{ name: string, kind: string, value: string }} FieldState */

/** Every field of the screen, in reading order. @param {Page} page @returns {Promise<FieldState[]>} */
export async function fieldsOf(page) {
    await page.role("main").waitFor();
    return page.evaluate(() => {
        const driver = /** @type {any} */ (globalThis).plannerDriver;
        return driver.find([{ kind: "role", role: "main" }, { kind: "label" }]).map((/** @type {any} */ element) => ({
            name: driver.describe(element).name,
            kind: element.getAttribute("aria-multiline") === "false" ? "text" : element.type,
            value: /^(checkbox|radio)$/.test(element.type) ? String(element.checked) : element.value,
        }));
    });
}

/** What a journey writes in a field of a card. @param {FieldState} field @param {string} place */
function textFor({ name, kind }, place) {
    if (kind === "date") return "2027-03-11";
    if (kind === "time") return "13:45";
    if (kind === "number") return "12";
    return kind === "textarea" ? longText(`${name} (${place})`) : shortText(`${name} (${place})`);
}

/**
 * Fills in everything that the screen asks for: rows are added, choices made, every field filled.
 * @param {Page} page @param {string} place words that make its texts different from other screens'
 * @param {Record<string, string>} [special] texts for some fields by name
 */
export async function fillEverything(page, place, special = {}) {
    for (const name of await namesOf(page, "button")) if (name.endsWith(" toevoegen")) await addRows(page, name.replace(/ toevoegen$/, ""), 2);
    await page.settled();
    for (const group of await namesOf(page, "group")) await chooseIn(page, group);
    for (const group of await namesOf(page, "radiogroup")) await page.role("radiogroup", group).role("radio").nth(0).click();
    await page.settled();
    /** @type {Map<string, string>} */
    const wanted = new Map();
    for (const field of await fieldsOf(page)) {
        if (/^(checkbox|radio|select-one)$/.test(field.kind)) continue;
        const text = special[field.name] ?? textFor(field, place);
        wanted.set(field.name, text);
        const step = /^(date|time)$/.test(field.kind) ? "setValue" : "replaceText";
        await page.inPage(step, [{ kind: "label", name: field.name }], 0, text);
    }
    await page.settled();
    // Days that a team proposes are answered by the others, under the table: there only once the days are.
    for (const { kind, name, value } of await fieldsOf(page)) if (kind === "select-one" && value === "") await page.label(name).set("Ja");
    await saved(page);
    const fields = await fieldsOf(page);
    for (const [name, text] of wanted) assert.equal(fields.find((field) => field.name === name)?.value, text, name);
    return fields;
}

/** Adds rows until there are `count`. @param {Page} page @param {string} row @param {number} count */
export async function addRows(page, row, count) {
    for (let number = await page.role("region", new RegExp(`^${row} \\d+$`)).count(); number < count; ++number) {
        await page.role("main").role("button", `${row} toevoegen`).click();
        await page.role("region", `${row} ${number + 1}`).waitFor();
    }
}

/** Chooses the first and the last option, which often asks for words of its own. @param {Page} page @param {string} name */
async function chooseIn(page, name) {
    const group = page.role("group", name);
    const boxes = await group.role("checkbox").all();
    for (const box of new Set([boxes[0]?.name, boxes.at(-1)?.name])) {
        if (box !== undefined) await group.role("checkbox", box).click();
    }
}

/** Waits until the page says that everything is kept. @param {Page} page */
export async function saved(page) {
    await page.settled();
    await page.text(/^Opgeslagen/).waitFor();
}

/** Messages lie over the lower end of the screen for a while; a person in a hurry closes them. @param {Page} page */
export async function closeMessages(page) {
    await page.settled();
    for (let left = await page.role("button", "Melding sluiten").count(); left > 0; --left) {
        await page.role("button", "Melding sluiten").nth(0).click();
        await page.settled();
    }
}

/** @param {Page} page */
export const downloadReview = (page) => page.download(() => page.role("button", "Bestand downloaden").click());

/** @param {Page} page @param {string[]} paths */
export async function openFiles(page, paths) {
    await page.settled(); // the button may still be on its way to its place on a new screen
    await page.chooseFiles(() => page.role("button", "Bestand openen").click(), paths);
}
