// The journey without a mouse: real keys only, and a look at where the focus is after each of them.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe } from "node:test";
import { chosenEngines } from "./driver/journey.mjs";
import { until } from "./driver/page.mjs";
import { exampleFile, writeChangedExample } from "./support/files.mjs";
import { saved } from "./support/planner.mjs";
import { Stage } from "./support/stage.mjs";
import { stepsOfOneJourney } from "./support/steps.mjs";

const exploration = "Verkenning eigen vraagstuk";
const teams = ["Team Één", "Team Twéé", "Team Dríé"];

/** @typedef {import("./driver/page.mjs").Page} Page */

/** Presses Tab until the focus is on what is looked for. @param {Page} page @param {string} role @param {string | RegExp} name @param {string} [key] */
async function tabTo(page, role, name, key = "Tab") {
    /** @type {string[]} */
    const seen = [];
    for (let presses = 0; presses < 120; ++presses) {
        const focus = await page.focused();
        const right = focus.role === role && (name instanceof RegExp ? name.test(focus.name) : focus.name === name);
        if (right) return focus;
        seen.push(`${focus.role} “${focus.name}”`);
        await page.press(key);
    }
    throw new Error(`the focus never came to ${role} ${name}; it was on\n    ${[...new Set(seen)].join("\n    ")}`);
}

/** The focused control is in view, and not under the header, a dialog's foot or the bar. @param {Page} page */
const focusInView = (page) =>
    page.evaluate(() => {
        const element = /** @type {Element} */ (document.activeElement);
        const box = element.getBoundingClientRect();
        // A long text field is in view when its upper lines are.
        const x = box.left + Math.min(box.width / 2, 20), y = box.top + Math.min(box.height / 2, 20);
        const top = document.elementFromPoint(x, y);
        return element === top || element.contains(top) || (top?.contains(element) ?? false) ? "" : `${element.outerHTML.slice(0, 200)} is under ${top?.outerHTML.slice(0, 200)}`;
    });

for (const engine of chosenEngines()) {
    describe(`with the keyboard only in ${engine}`, () => {
        const step = stepsOfOneJourney();
        const stage = new Stage().opens(engine, { width: 1024, height: 640 });

        step("a dialog keeps the focus, and gives it back", async () => {
            const { page } = stage.session;
            await tabTo(page, "button", "Nieuwe peer review");
            await page.press("Enter");
            await page.role("dialog", "Nieuwe peer review").waitFor();
            await page.label("Titel").waitUntil((state) => state.focused);
            /** @type {Set<string>} */
            const round = new Set();
            for (let presses = 0; presses < 24; ++presses) {
                await page.press("Tab");
                const { name, tag } = await page.focused();
                // Past the last control comes the browser's own bar, where there is one, and then the dialog again.
                if (tag !== "body") round.add(name);
            }
            for (const name of ["Titel", "Naam team 1", "Instelling team 3", "Team toevoegen", "Annuleren", "Aanmaken", "Sluiten"]) assert.ok(round.has(name), `${name} in ${[...round]}`);
            assert.ok(!round.has("Voorbeeld bekijken"));
            await page.press("Escape");
            await page.role("dialog", "Nieuwe peer review").waitForGone();
            await page.role("button", "Nieuwe peer review").waitUntil((state) => state.focused);
        });

        step("a new review, mistakes first", async () => {
            const { page } = stage.session;
            await page.press("Enter");
            await page.label("Titel").waitUntil((state) => state.focused);
            await tabTo(page, "button", "Aanmaken");
            await page.press(" ");
            await page.label("Titel").waitUntil((state) => state.invalid === "true");
            await page.settled();
            await tabTo(page, "textbox", "Titel");
            await page.type("Mét het toetsenbord");
            for (const [index, team] of teams.entries()) {
                await tabTo(page, "textbox", `Naam team ${index + 1}`);
                await page.type(team);
                await page.press("Tab");
                await page.type("Instelling");
            }
            await tabTo(page, "button", "Aanmaken");
            await page.press("Enter");
            await page.role("heading", "Dashboard", { level: 1 }).waitFor();
            await page.settled();
        });

        step("to a card, with the focus in view all the way", async () => {
            const { page } = stage.session;
            await tabTo(page, "link", "Hulpkaarten");
            await page.press("Enter");
            await page.role("heading", "Hulpkaarten", { level: 1 }).waitFor();
            await tabTo(page, "link", `${exploration} van ${teams[0]} openen`);
            await page.press("Enter");
            await page.role("heading", exploration, { level: 1 }).waitFor();
            await page.settled();
            await tabTo(page, "textbox", "Naam van de instelling");
            for (let presses = 0; presses < 25; ++presses) {
                await page.press("Tab");
                await page.settled();
                assert.equal(await focusInView(page), "");
            }
        });

        step("fields, choices and rows", async () => {
            const { page } = stage.session;
            await tabTo(page, "checkbox", "Team", "Shift+Tab");
            await page.press(" ");
            await page.role("checkbox", "Team").waitUntil((state) => state.checked);
            await tabTo(page, "textbox", "Welke ambitie of welk probleem hebben jullie?");
            await page.type("Eerste regel\nTweede régel");
            for (const [row, role] of [[1, "Rol A"], [2, "Rol B"]]) {
                await tabTo(page, "button", "Contactpersoon toevoegen", row === 1 ? "Shift+Tab" : "Tab");
                await page.press("Enter");
                await page.label(`Naam, Contactpersoon ${row}`).waitFor();
                await page.settled();
                await tabTo(page, "textbox", `Naam, Contactpersoon ${row}`, "Shift+Tab");
                await page.type(String(role));
            }
            await tabTo(page, "button", "Contactpersoon 2 omhoog", "Shift+Tab");
            await page.press("Enter");
            await page.label("Naam, Contactpersoon 1").waitUntil((state) => state.value === "Rol B");
            await page.settled();
            // The button that was pressed went up with its row, or its place is taken by one that does something.
            const focus = await page.focused();
            assert.match(focus.name, /Contactpersoon/);
            await tabTo(page, "button", "Contactpersoon 1 verwijderen");
            await page.press("Enter");
            await page.label("Naam, Contactpersoon 1").waitUntil((state) => state.value === "Rol A");
            await page.settled();
            // To what is nearest, not to the top of the screen.
            assert.match((await page.focused()).name, /Contactpersoon/);
        });

        step("undo and redo of rows and texts", async () => {
            const { page } = stage.session;
            await page.press("Control+z");
            await page.label("Naam, Contactpersoon 1").waitUntil((state) => state.value === "Rol B");
            await page.press("Control+z");
            await page.label("Naam, Contactpersoon 1").waitUntil((state) => state.value === "Rol A");
            await page.press("Control+Shift+z");
            await page.label("Naam, Contactpersoon 1").waitUntil((state) => state.value === "Rol B");
            await page.press("Control+Shift+z");
            await page.label("Naam, Contactpersoon 1").waitUntil((state) => state.value === "Rol A");
            assert.equal(await page.role("region", /^Contactpersoon \d/).count(), 1);
            await saved(page);
        });

        step("a choice of one, by arrow keys", async () => {
            const { page } = stage.session;
            await tabTo(page, "link", "Instellingen", "Shift+Tab");
            await page.press("Enter");
            await page.role("heading", "Instellingen", { level: 1 }).waitFor();
            await tabTo(page, "radio", "Zoals deze computer");
            await page.press("ArrowRight");
            await page.role("radio", "Licht").waitUntil((state) => state.checked && state.focused);
            await page.press("ArrowLeft");
            await page.role("radio", "Zoals deze computer").waitUntil((state) => state.checked && state.focused);
        });

        step("a menu, and a conflict", async () => {
            const { page } = stage.session;
            // No key opens a file without the browser's own dialog, so these are dropped.
            await page.dropFiles([exampleFile]);
            await page.role("heading", "Dashboard", { level: 1 }).waitFor();
            const file = await writeChangedExample(join(stage.folder, "terug.json"), (data) => {
                /** @type {Record<string, unknown>} */ (data.cards["verkenning.qyfjutjeqy"]).leervraag = "Een andere vraag?";
            });
            await page.dropFiles([file]);
            await page.role("dialog", "Bestand samenvoegen").waitFor();
            await tabTo(page, "button", "Samenvoegen");
            await page.press("Enter");
            await page.role("dialog").waitForGone();
            await tabTo(page, "link", "Peer Reviews", "Shift+Tab");
            await page.press("Enter");
            await page.role("heading", "Peer Reviews", { level: 1 }).waitFor();
            await tabTo(page, "button", "Meer keuzes voor Zelfstandig leren in de praktijk");
            await page.press("Enter");
            await page.role("menu").waitFor();
            await until(async () => (await page.focused()).role === "menuitem", () => "the focus is not in the menu");
            await page.press("ArrowDown");
            assert.equal((await page.focused()).name, "Kopie maken");
            await page.press("Home");
            assert.equal((await page.focused()).name, "Openen");
            await page.press("Escape");
            await page.role("menu").waitForGone();
            await page.role("button", "Meer keuzes voor Zelfstandig leren in de praktijk").waitUntil((state) => state.focused);
            await page.press("Enter");
            await page.role("menu").waitFor();
            await until(async () => (await page.focused()).role === "menuitem", () => "the focus is not in the menu");
            await page.press("Enter");
            await page.role("heading", "Dashboard", { level: 1 }).waitFor();
            await page.settled();
            await tabTo(page, "button", "Kies wat klopt");
            await page.press("Enter");
            await page.role("region", "Verschil bij Onze leervraag").waitFor();
            await tabTo(page, "button", "Voeg samen");
            await page.press("Enter");
            await page.label("Nieuwe tekst").waitUntil((state) => state.focused);
            await page.press("Control+a");
            await page.type("Van twee één gemaakt.");
            await tabTo(page, "button", "Bewaar deze tekst");
            await page.press("Enter");
            await page.label("Onze leervraag").waitUntil((state) => state.value === "Van twee één gemaakt.");
            await saved(page);
        });

        step("an earlier text comes back", async () => {
            const { page } = stage.session;
            await tabTo(page, "button", "Eerder ingevuld bij Onze leervraag");
            await page.press("Enter");
            await page.role("dialog", "Eerder ingevuld").waitFor();
            await tabTo(page, "button", /^Zet terug/);
            assert.equal(await focusInView(page), "");
            await page.press("Enter");
            await page.role("dialog", "Eerder ingevuld").waitForGone();
            await page.label("Onze leervraag").waitUntil((state) => state.value !== "" && state.value !== "Van twee één gemaakt.");
            await saved(page);
        });

        step("a copy without contact details, locked", async () => {
            const { page } = stage.session;
            await tabTo(page, "button", "Deel", "Shift+Tab");
            await page.press("Enter");
            await page.role("dialog", "Deel deze review").waitFor();
            await tabTo(page, "radio", "Alles");
            await page.press("ArrowDown");
            await page.role("radio", "Zonder mailadressen en telefoonnummers").waitUntil((state) => state.checked && state.focused);
            await tabTo(page, "checkbox", "Zet het bestand op slot met een wachtwoordzin");
            await page.press(" ");
            for (const name of ["Wachtwoordzin", "Wachtwoordzin nog een keer"]) {
                await page.label(name).waitFor();
                await tabTo(page, "textbox", name);
                await page.settled();
                assert.equal(await focusInView(page), "");
                await page.type("vier woorden op een rij");
            }
            const file = await page.download(async () => {
                await tabTo(page, "button", "Maak bestand");
                await page.press("Enter");
            });
            assert.match(await readFile(file, "utf8"), /"cipher"/);
            await page.press("Escape");
            await page.role("dialog").waitForGone();
        });

        step("a meeting is begun and run by keys", async () => {
            const { page } = stage.session;
            const pressed = async (/** @type {string} */ key) => {
                await page.press(key);
                await page.settled();
            };
            await tabTo(page, "link", "Draaiboeken", "Shift+Tab");
            await page.press("Enter");
            await page.role("heading", "Draaiboek startbijeenkomst", { level: 1 }).waitFor();
            await tabTo(page, "button", "Open de regie");
            await page.press("Enter");
            await page.role("heading", "Klaar om te beginnen", { level: 2 }).waitFor();
            await page.settled();
            // At whatever time of the day this is, all goes by the clock from now on.
            await tabTo(page, "button", /^Begin($|, alles schuift)/);
            assert.equal(await focusInView(page), "");
            await page.press("Enter");
            await page.role("region", "Klok").waitFor();
            await page.settled();
            // Whoever has begun goes on from there: with a key, or with a clicker for slides.
            const behind = page.role("region", "Tijd inhalen");
            await pressed("5");
            await behind.waitUntil((state) => /[45] min achter/.test(state.text));
            await pressed("1");
            await behind.waitForGone();
            await pressed("v");
            await page.role("heading", "Team Zorg", { level: 2 }).waitFor();
            await pressed("PageDown");
            await page.role("button", "Deel 2, nu: Leervraag en criteria").waitFor();
            await pressed("PageUp");
            await page.role("button", "Deel 1, nu: Pitch").waitFor();
            await pressed("p");
            await page.role("button", "Ga verder").waitFor();
            await pressed("p");
            await page.role("button", "Pauze").waitFor();
            await pressed("n");
            const field = page.label("Nieuwe notitie: Afspraak");
            await field.waitUntil((state) => state.focused);
            await page.settled();
            assert.equal(await focusInView(page), "");
            // In a field letters are letters.
            await page.type("pauze na vijf");
            await page.press("Enter");
            await field.waitUntil((state) => state.value === "" && state.focused);
            assert.match((await page.role("region", "Snelle notities").waitFor()).text, /pauze na vijf/);
            await page.role("button", "Pauze").waitFor();
            await tabTo(page, "button", "Noteer");
            for (const theme of ["dark", "contrast", "light"]) {
                await pressed("d");
                await page.role("combobox", "Kleuren").waitUntil((state) => state.value === theme);
            }
        });

        step("the same meeting by Tab and Enter", async () => {
            const { page } = stage.session;
            const operate = async (/** @type {string} */ name, key = "Tab") => {
                await tabTo(page, "button", name, key);
                await page.settled();
                assert.equal(await focusInView(page), "", name);
                await page.press("Enter");
                await page.settled();
            };
            // Four messages of what went before, of which each stays for six seconds, are more than a person gets at once.
            await page.role("button", "Melding sluiten").waitForGone(20_000);
            await tabTo(page, "combobox", "Kleuren");
            await page.settled();
            assert.equal(await focusInView(page), "");
            await page.press("ArrowDown");
            await page.role("combobox", "Kleuren").waitUntil((state) => state.value === "dark");
            await operate("Volgend deel", "Shift+Tab");
            await page.role("button", "Deel 2, nu: Leervraag en criteria").waitFor();
            await operate("Pauze");
            await page.role("button", "Ga verder").waitFor();
            // The button that was pressed is the one that goes on.
            assert.equal((await page.focused()).name, "Ga verder");
            await page.press("Enter");
            await page.role("button", "Pauze").waitUntil((state) => state.focused);
            // The welcome took no time, so more minutes than it had are needed to be behind.
            await operate("5 minuten erbij", "Shift+Tab");
            for (let time = 0; time < 6; ++time) {
                await page.press("Enter");
                await page.settled();
            }
            const behind = page.role("region", "Tijd inhalen");
            await behind.waitFor();
            const [repair] = await behind.role("button", /^3: Later klaar/).all();
            await operate(repair?.name ?? "");
            await behind.waitForGone();
            await tabTo(page, "button", "Deel 4: Peers en aanpak");
            await page.press("Enter");
            await page.role("button", "Deel 4, nu: Peers en aanpak").waitFor();
            await operate("Toon op dit scherm");
            await page.role("button", "Terug naar de regie").waitFor();
            await page.press("Escape");
            await page.role("button", "Toon op dit scherm").waitFor();
            await page.settled();
            await tabTo(page, "button", "Stop", "Shift+Tab");
            await page.press("Enter");
            await page.role("dialog", "Is de bijeenkomst klaar?").waitFor();
            await page.settled();
            await tabTo(page, "button", "Ja, stop");
            await page.press("Enter");
            await page.role("heading", "De bijeenkomst is klaar", { level: 2 }).waitFor();
            await page.settled();
            await tabTo(page, "button", "Terug naar het draaiboek", "Shift+Tab");
            await page.press("Enter");
            await page.role("heading", "Draaiboek startbijeenkomst", { level: 1 }).waitFor();
        });

        step("wiping asks twice, and can be left", async () => {
            const { page } = stage.session;
            await tabTo(page, "link", "Instellingen", "Shift+Tab");
            await page.press("Enter");
            await page.role("heading", "Instellingen", { level: 1 }).waitFor();
            await tabTo(page, "button", /^Open als kopie/);
            assert.equal(await focusInView(page), "");
            await tabTo(page, "button", "Wis alles op deze computer", "Shift+Tab");
            await page.press("Enter");
            await page.role("dialog", "Wis alles op deze computer").waitFor();
            await tabTo(page, "button", "Wis alles");
            await page.press("Enter");
            await page.role("button", "Ja, wis alles").waitFor();
            await tabTo(page, "button", "Niet wissen");
            await page.press("Enter");
            await page.role("dialog").waitForGone();
            await page.role("button", "Wis alles op deze computer").waitUntil((state) => state.focused);
        });
    });
}
