// A start meeting of three teams, from ten minutes before it until what is left of it: directed in one window, watched in another,
// with the clocks moved by the test. What is forecast at each step is compared with a table.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { chosenEngines } from "./driver/journey.mjs";
import { ForecastTable, LiveMeeting, textOfMain } from "./support/live_meeting.mjs";
import { followMenu, newReview, openCard, openPlanner } from "./support/planner.mjs";
import { Stage } from "./support/stage.mjs";
import { stepsOfOneJourney } from "./support/steps.mjs";

const review = {
    title: "Zelfstandig leren",
    teams: [{ name: "Team Zorg", institution: "College Noord" }, { name: "Team Techniek", institution: "College Oost" }, { name: "Team Horeca", institution: "College Zuid" }],
};
const lines = ["Inloop en welkom", "Team Zorg", "Team Techniek", "Team Horeca", "Uitloop, afspraken en afsluiting"];
const preparation = "Voorbereiding peer review";
const question = "Hoe leren studenten zélf plannen, ook in de stage?";
const day = "2027-01-18";

const notes = {
    Idee: "Studenten zijn er de hele middag bij",
    Vraag: "Wie regelt de ruimtes?",
    Werkvorm: "Rondgang met twee studenten",
    Afspraak: "Elk team stuurt twee peers",
};
const agreement = { "Afspraak": "Iedereen deelt de kaarten", "Wie doet het?": "De contactpersonen", "Uiterlijk": "2027-02-01" };
const overlap = { "Welke teams?": "Zorg en Techniek", "Wat is hetzelfde?": "Beide vragen gaan over plannen", "Wat betekent dat voor de reviews?": "Ze delen een panellid" };
const message = "Over vijf minuten gaan we verder. Neem een kop koffie!";

for (const engine of chosenEngines()) {
    describe(`a start meeting that runs in ${engine}`, () => {
        const step = stepsOfOneJourney();
        const stage = new Stage();
        /** @type {LiveMeeting} */
        let meeting;
        /** @type {ForecastTable} */
        let table;
        let place = "";
        /** Of the bar over the meeting: once it has begun, and when the page is loaded anew. */
        const heights = { begun: 0, opened: 0 };

        const check = (/** @type {string} */ what) => table.check(meeting, what);
        const heightOfBar = async () => (await meeting.page.role("banner").waitFor()).box.height;
        const open = (/** @type {string} */ time, /** @type {string} */ address) =>
            openPlanner(engine, address, { profile: join(stage.folder, "profile"), width: 1366, height: 768, now: meeting.at(time), timeZone: "Europe/Amsterdam" });

        step("a new review with a day and a time for its start meeting, ten minutes before that", async () => {
            meeting = new LiveMeeting({ day, zone: "+01:00", address: stage.server.address });
            table = new ForecastTable(await readFile(new URL("tables/start-meeting.txt", import.meta.url), "utf8"), lines);
            stage.session = await open("12:50", stage.server.address);
            const { page } = stage.session;
            meeting.direct(stage.session);
            await newReview(page, review);
            await page.role("button", "Data wijzigen").activate();
            const dialog = page.role("dialog", "Belangrijke data");
            await dialog.waitFor();
            await meeting.fill("Datum startbijeenkomst", day);
            await meeting.fill("Begintijd startbijeenkomst", "13:00");
            await dialog.role("button", "Klaar").nth(-1).activate();
            await dialog.waitForGone();
            await followMenu(page, "Draaiboeken");
            await page.role("button", "Open de regie").activate();
            await page.role("heading", "Klaar om te beginnen", { level: 2 }).waitFor();
            place = await page.address();
            await check("before its time");
            await meeting.saved();
        });

        step("the second window shows when the meeting begins, or the agenda", async () => {
            await meeting.openProjector();
            await meeting.inRoom(["Startbijeenkomst", /We beginnen (om 13:00|zo)/]);
            await meeting.show("De agenda");
            assert.deepEqual(await meeting.agendaInRoom(lines), ["13:00", "13:20", "14:05", "14:50", "15:35"]);
            await meeting.show("Waar je mee bezig bent");
            await meeting.page.role("button", "Projectorvenster: aan").waitFor();
        });

        step("six minutes late, and the end stays", async () => {
            const { page } = meeting;
            await meeting.moveTo("13:06");
            await page.text("Je begint 6 min later dan gepland.").waitFor();
            await page.role("button", "Begin, alles schuift: klaar om 16:06").waitFor();
            await check("six minutes late");
            await meeting.press("Begin en houd 16:00 aan", "13:06");
            await check("begun");
            await meeting.note("Idee", notes.Idee);
            await meeting.inRoom(["Inloop en welkom", "Nog 20 minuten", "klaar om 13:26", "Straks: Team Zorg"], [notes.Idee]);
            heights.begun = await heightOfBar();
            await meeting.moveTo("13:25");
            await check("near the end of welcome");
            await meeting.inRoom(["Nog 1 minuut", "Straks: Team Zorg"]);
        });

        step("the first team: its pitch has a clock of its own", async () => {
            const { page } = meeting;
            await meeting.press("Volgende", "13:26");
            await check("team 1");
            await meeting.inRoom(["Team Zorg", "College Noord", "Deel 1 van 7", "Pitch", "Nog 7 minuten", "Bedoeld: 5 tot 7 minuten", "Straks: Leervraag en criteria", "Daarna: Team Techniek"]);
            const clock = page.role("region", "Klok");
            const pitch = clock;
            assert.match((await pitch.waitFor()).text, /Bedoeld: 5 tot 7 minuten.*Binnen de tijd/);
            await meeting.moveTo("13:32");
            await pitch.waitUntil((state) => state.text.includes("Rond af"));
            await pitch.role("progressbar", "Pitch: 6 minuten bezig").waitFor();
            await meeting.moveTo("13:34");
            await pitch.waitUntil((state) => state.text.includes("Te lang"));
        });

        step("the learning question is typed letter by letter, and the room reads it as it comes", async () => {
            const { page } = meeting;
            await meeting.nextPart("Leervraag en criteria", "13:34");
            const field = page.label("Onze leervraag");
            await field.click();
            await field.waitUntil((state) => state.focused);
            let typed = "";
            for (const word of question.split(" ")) {
                await page.type(typed === "" ? word : ` ${word}`);
                typed += typed === "" ? word : ` ${word}`;
                await meeting.inRoom(["Onze leervraag", typed]);
            }
            assert.equal(await field.value(), question);
            await meeting.fill("Wat vinden we belangrijk?", "Rust en vertrouwen");
            await meeting.inRoom(["Wat vinden we belangrijk?", "Rust en vertrouwen", `Leervraag: ${question}`]);
            await meeting.fill("Waar letten de peers op?", "Wat studenten zelf zeggen");
            await page.role("group", "Gaat over").role("checkbox", "Opleiding").activate();
            await meeting.note("Vraag", notes.Vraag);
        });

        step("what comes of it, which peers, and what questions have in common", async () => {
            const { page } = meeting;
            await meeting.nextPart("Opbrengst en documenten", "13:42");
            await page.role("group", "In welke vorm willen jullie de opbrengst?").role("checkbox", "Verslag").activate();
            for (const name of ["Wat moet er in de opbrengst staan?", "Voor wie is het?", "Wie mag het zien?", "Wat sturen we vooraf?", "Wat laten we op de dag zelf zien?"]) await meeting.fill(name, `Van het team: ${name}`);
            await meeting.inRoom(["Wat laten we op de dag zelf zien?", "Deel 3 van 7"]);
            await meeting.nextPart("Peers en aanpak", "13:46");
            await meeting.fill("Wat voor peers zoeken we?", "Docenten die met keuzes werken");
            await page.role("group", "Welke werkvormen passen?").role("checkbox", "Gesprek met studenten").activate();
            await meeting.addRow("Gezochte peer", 1, { "Kennis of vaardigheid": "Werkt met leerroutes", "Naam": "An de Vries", "Mail of telefoon": "an@voorbeeld.example" });
            await meeting.inRoom(["Werkt met leerroutes"], ["an@voorbeeld.example"]);
            await meeting.note("Werkvorm", notes.Werkvorm);
            await meeting.nextPart("Lijkt op een andere vraag?", "13:50");
            await check("team 1, overlap");
            assert.ok((await page.role("region", "Team Zorg").nth(-1).waitFor()).text.includes(question), "the questions stand beside each other");
            await meeting.addRow("Overlap", 1, overlap);
            await meeting.inRoom(["Beide vragen gaan over plannen"]);
        });

        step("a pause of five minutes", async () => {
            await meeting.press("Pauze", "13:52");
            await meeting.inRoom(["Pauze", "Sinds 13:52", "Straks: Team Zorg"], ["minuten"]);
            await meeting.moveTo("13:55");
            await check("in the pause");
            await meeting.inRoom(["Pauze", "Sinds 13:52", "Straks: Team Zorg"], ["minuten"]);
            await meeting.press("Ga verder", "13:57");
            await check("after the pause");
        });

        step("a day, actions, and six minutes over time", async () => {
            const { page } = meeting;
            await meeting.nextPart("Datum en tijd", "13:58");
            await meeting.addRow("Voorkeursdatum", 1, { "Datum": "2027-04-08", "Van": "09:00", "Tot": "13:00" });
            await meeting.inRoom(["Dagen die goed uitkomen", /8 apr/]);
            await meeting.nextPart("Acties hierna", "14:10");
            await meeting.addRow("Actie", 1, { "Wat gaan we doen?": "Studenten vragen", "Wie doet het?": "Bo", "Uiterlijk": "2027-02-08" });
            await meeting.inRoom(["Studenten vragen", "Straks: Team Techniek"]);
            await meeting.moveTo("14:22");
            await check("team 1 six minutes over");
            await meeting.inRoom(["6 minuten over de tijd"]);
            await page.role("region", "Klok").text("6 minuten over de tijd").waitFor();
        });

        step("the second team begins, and the rest becomes shorter", async () => {
            await meeting.press("Volgende", "14:22");
            await check("team 2");
            const repairs = meeting.page.role("region", "Tijd inhalen");
            assert.match((await repairs.waitFor()).text, /Team Horeca 36 min, Uitloop, afspraken en afsluiting 17 min/);
            await meeting.press("1: Rest korter, einde 16:00", "14:23");
            await check("the rest shorter");
            await repairs.waitForGone();
        });

        step("the browser is killed and opened again, with both windows", async () => {
            await meeting.nextPart("Leervraag en criteria");
            await meeting.fill("Onze leervraag", "Hoe kiest een student zijn eigen route?");
            await meeting.moveTo("14:30");
            await meeting.saved();
            await stage.session.kill();
            stage.session = await open("14:40", place);
            meeting.direct(stage.session);
            await meeting.openProjector();
            await check("opened again");
            await meeting.page.role("region", "Klok").text("Nog 27 minuten").waitFor();
            heights.opened = await heightOfBar();
            assert.equal(await meeting.page.label("Onze leervraag").value(), "Hoe kiest een student zijn eigen route?");
            await meeting.inRoom(["Team Techniek", "Deel 2 van 7", "Nog 27 minuten", "Hoe kiest een student zijn eigen route?"]);
            const noted = (await meeting.page.role("region", "Snelle notities").waitFor()).text;
            for (const text of [notes.Idee, notes.Vraag, notes.Werkvorm]) assert.ok(noted.includes(text), noted);
        });

        step("the room sees a message, the agenda, or nothing", async () => {
            await meeting.show("Een bericht");
            await meeting.fill("Bericht voor de zaal", message);
            await meeting.inRoom([message], ["Hoe kiest een student zijn eigen route?"]);
            await meeting.show("De agenda");
            assert.deepEqual(await meeting.agendaInRoom(lines), ["13:06", "13:26", "14:22", "15:07", "15:43"]);
            await meeting.show("Niets");
            await meeting.inRoom([/^$/]);
            await meeting.show("Waar je mee bezig bent");
            await meeting.inRoom(["Hoe kiest een student zijn eigen route?"]);
        });

        step("four minutes over, and the closing becomes shorter", async () => {
            await meeting.moveTo("15:11");
            await check("team 2 four minutes over");
            for (let part = 3; part <= 7; ++part) await meeting.press("Volgend deel", "15:11");
            await meeting.press("Volgende", "15:11");
            await check("team 3");
            await meeting.moveTo("15:12");
            // Of the rest only the closing is left, so that both ways come to the same and one is offered.
            await meeting.page.role("button", "1: Rest korter, einde 16:00").waitFor();
            assert.equal(await meeting.page.role("button", /^2: /).count(), 0);
            await meeting.page.role("button", "Volgend deel").focus();
            await meeting.page.press("2");
            await meeting.page.settled();
            await check("the closing shorter");
        });

        step("five minutes more for the last team, and a later end", async () => {
            await meeting.press("5 minuten erbij", "15:30");
            await check("five minutes for team 3");
            await meeting.press("3: Later klaar, einde 16:05", "15:31");
            await check("a later end");
            // Nobody went on from the pitch, which had its 7 minutes at 15:18.
            await meeting.inRoom(["Team Horeca", "13 minuten over de tijd"]);
        });

        step("agreements in the closing, as a note and as a row", async () => {
            const { page } = meeting;
            await meeting.press(`Ga naar ${lines[4]}`, "15:52");
            await check("closing");
            await meeting.note("Afspraak", notes.Afspraak);
            await page.label("Afspraak, Afspraak 1").waitUntil((state) => state.value === notes.Afspraak);
            await meeting.addRow("Afspraak", 2, agreement);
            await meeting.inRoom([notes.Afspraak, agreement.Afspraak, "Straks: Terugblik"]);
            await meeting.nextPart("Terugblik");
            await meeting.fill("Hoe kijken de teams terug op de bijeenkomst?", "Scherp en prettig");
            await meeting.inRoom(["Scherp en prettig", "Straks: Einde van de bijeenkomst"]);
        });

        step("stopped: what was planned stands beside what was", async () => {
            const { page } = meeting;
            await meeting.press(page.role("banner").role("button", "Stop"), "16:02");
            await meeting.press("Ja, stop");
            await page.role("heading", "De bijeenkomst is klaar", { level: 2 }).waitFor();
            await check("over");
            table.checkAllDone();
            await page.text("Geëindigd om 16:02. 2 min later dan gepland. Afgesproken was 16:05.").waitFor();
            const rows = (await page.role("table", "Gepland en echt").role("row").all()).map(({ text }) => text.replace(/\s+/g, " "));
            // Minutes without pauses: team 1 from 13:26 to 14:22 without the five of its pause, team 2 from 14:22 to 15:11, and so on.
            const really = [[20, 20], [45, 51], [45, 49], [45, 41], [25, 10]];
            for (const [index, line] of lines.entries()) {
                const [planned, spent] = /** @type {number[]} */ (really[index]);
                assert.match(rows.join("\n"), new RegExp(`${line} ?${planned} min ?${spent} min`), rows.join("\n"));
            }
            await meeting.inRoom(["De bijeenkomst is afgelopen", "Klaar om 16:02"]);
            await meeting.show("De agenda");
            assert.deepEqual(await meeting.agendaInRoom(lines), ["13:06", "13:26", "14:22", "15:11", "15:52"]);
        });

        step("the review holds what was said: cards, days, agreements, what questions share", async () => {
            const { page } = meeting;
            await page.role("button", "Terug naar het draaiboek").activate();
            await openCard(page, preparation, "Team Zorg");
            for (const [name, value] of /** @type {const} */ ([
                ["Onze leervraag", question], ["Wat vinden we belangrijk?", "Rust en vertrouwen"], ["Wat sturen we vooraf?", "Van het team: Wat sturen we vooraf?"],
                ["Kennis of vaardigheid, Gezochte peer 1", "Werkt met leerroutes"], ["Datum, Voorkeursdatum 1", "2027-04-08"], ["Van, Voorkeursdatum 1", "09:00"], ["Wat gaan we doen?, Actie 1", "Studenten vragen"],
            ])) assert.equal(await page.label(name).value(), value, name);
            assert.ok((await page.role("group", "Gaat over").role("checkbox", "Opleiding").state()).checked);
            await openCard(page, preparation, "Team Techniek");
            assert.equal(await page.label("Onze leervraag").value(), "Hoe kiest een student zijn eigen route?");
            await followMenu(page, "Hulpkaarten");
            await page.role("link", /^Afspraken van de startbijeenkomst.* openen$/).click();
            await page.role("heading", "Afspraken van de startbijeenkomst", { level: 1 }).waitFor();
            await page.settled();
            /** @type {[string, Record<string, string>][]} */
            const rows = [["Afspraak 1", { Afspraak: notes.Afspraak }], ["Afspraak 2", agreement], ["Overlap 1", overlap]];
            for (const [row, columns] of rows) for (const [column, value] of Object.entries(columns)) assert.equal(await page.label(`${column}, ${row}`).value(), value, `${column}, ${row}`);
            assert.equal(await page.label("Hoe kijken de teams terug op de bijeenkomst?").value(), "Scherp en prettig");
        });

        step("the notes are with the meeting, each with its kind", async () => {
            const { page } = meeting;
            await followMenu(page, "Draaiboeken");
            await page.role("button", "Bekijk hoe het ging").activate();
            const noted = (await page.role("region", "Snelle notities").waitFor()).text;
            for (const [kind, text] of Object.entries(notes)) assert.match(noted, new RegExp(`\\d\\d:\\d\\d · ${kind} \\d[^]*${text.replace("?", "\\?")}`));
        });

        step("what the meeting was for is ticked off, and the messages hold the record for each team", async () => {
            const { page } = meeting;
            await page.role("button", "Naar de berichten").activate();
            await page.role("heading", "Berichten", { level: 1 }).waitFor();
            await followMenu(page, "Dashboard");
            await page.role("button", "Data wijzigen").activate();
            for (const [index, { name }] of review.teams.entries()) await meeting.fill(`Datum reviewdag ${name}`, `2027-04-${8 + 7 * index}`.replace(/-(\d)$/, "-0$1"));
            await page.role("dialog", "Belangrijke data").role("button", "Klaar").nth(-1).activate();
            await page.role("dialog").waitForGone();
            await followMenu(page, "Taken");
            await page.role("heading", "Taken", { level: 1 }).waitFor();
            await page.role("combobox", "Toon").set("Alle taken");
            await page.settled();
            const tasks = (await page.role("main").role("link", /^(Leid de startbijeenkomst|Maak de voorbereiding samen|Kies de reviewdag)/).all()).map(({ name }) => name);
            assert.ok(tasks.length >= 7, `${tasks}`);
            for (const task of new Set(tasks)) {
                await page.role("main").role("link", task).nth(0).activate();
                const done = page.role("button", "Zet op klaar");
                if (await done.exists()) await done.activate();
                await page.role("button", "Weer openzetten").waitFor();
            }
            await followMenu(page, "Berichten");
            await page.role("heading", "Berichten", { level: 1 }).waitFor();
            await page.role("combobox", "Toon").set("Alle berichten");
            for (const { name } of review.teams) await page.role("link", new RegExp(`^${name} .*Verslag van de startbijeenkomst op maandag 18 januari 2027`)).waitFor(5000);
            assert.ok(!(await textOfMain(page)).includes("an@voorbeeld.example"));
            assert.deepEqual(await stage.session.messages(), []);
        });

        test("the bar over the meeting is as high after its beginning as on a page that was opened later", () => {
            assert.ok(heights.opened > 0);
            assert.equal(heights.begun, heights.opened);
        });
    });
}
