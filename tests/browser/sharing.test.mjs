// Sent round by mail: three teams, five copies, two conflicts, one cut file, one locked file, one person removed for good.
// PLANNER_SEED asks for another order in which the copies come in.
import assert from "node:assert/strict";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { describe } from "node:test";
import { chosenEngines } from "./driver/journey.mjs";
import { addRows, closeMessages, downloadReview, followMenu, newReview, openCard, openFiles, openPlanner, replaceText, saved, threeTeams } from "./support/planner.mjs";
import { stepsOfOneJourney } from "./support/steps.mjs";
import { Stage } from "./support/stage.mjs";
import { longText } from "./support/texts.mjs";
import { Chance } from "../simulator/random.mjs";

const SEED = Number(process.env.PLANNER_SEED ?? 1);

const exploration = "Verkenning eigen vraagstuk";
const preparation = "Voorbereiding peer review";
const question = "Onze leervraag";
const why = "Waarom juist nu?";
const [first, second, third] = /** @type {[string, string, string]} */ (threeTeams.teams.map(({ name }) => name));
const phrase = "drie blauwe fietsen bij de gracht";

/** Who is removed, as the name may be looked for in any file. */
const person = { name: "Inês Voorbeeld", contact: "ines@voorbeeld.example" };
const traces = /inês|ine\u0302s|ines voorbeeld|ines@/iu;

/** What each copy brings; the name stands in some of it. */
const texts = {
    consequence: `Als wij niets doen, vraagt iedereen het aan ${person.name}; dat gaat zó niet langer.`,
    one: { question: longText("Leervraag uit de eerste kopie"), why: "Omdat de eerste kopie het zegt: dít kwartaal nog. 🧭" },
    two: { question: longText("Leervraag uit de tweede kopie"), why: "Omdat de tweede kopie het zegt: vóór de zomer. 🌍" },
    locked: `Wat leert ${person.name} ons over één taal? 🔒`,
    whole: longText("Criteria uit de kopie die eerst half aankwam"),
    fifth: "Coördinator façade & ’t overleg",
};

/** @typedef {import("./driver/index.mjs").Session} Session */
/** @typedef {import("./driver/page.mjs").Page} Page */

/** @param {string} path */
const readText = (path) => readFile(path, "utf8");
/** @param {string} path @returns {Promise<Record<string, Record<string, Record<string, any>>>>} */
const dataOf = async (path) => JSON.parse(await readText(path)).data;

/** The key of a card in a file, by the name of its team. @param {Record<string, Record<string, Record<string, any>>>} data @param {string} card @param {string} team */
const keyOf = ({ participants = {} }, card, team) => `${card}.${Object.keys(participants).find((each) => participants[each]?.name === team)}`;
/** @param {Record<string, Record<string, Record<string, any>>>} data @param {string} card @param {string} team */
const cardOf = (data, card, team) => data.cards?.[keyOf(data, card, team)] ?? {};

/** What is wrong with a file is announced, a moment after its dialog is there. @param {{ text: string }} state */
const isExplained = ({ text }) => text.includes("stopt halverwege");

/** @template T @param {T[]} list @returns {T[]} */
function shuffled(list) {
    const chance = new Chance(SEED);
    return list.map((each) => ({ each, place: chance.next() })).sort((one, other) => one.place - other.place).map(({ each }) => each);
}

/** The first half of a file's bytes: where a mail was cut, it cuts through words and characters. @param {string} path @param {string} name */
async function cutInTwo(path, name) {
    const bytes = await readFile(path);
    const cut = join(path, "..", name);
    await writeFile(cut, bytes.subarray(0, Math.floor(bytes.length / 2)));
    return cut;
}

/** How many open differences the bar on top tells of; 0 when it tells none. @param {Page} page */
async function counted(page) {
    await page.settled();
    const found = await page.role("banner").role("button", /^\d+ verschil(len)?$/).all();
    return Number.parseInt(found[0]?.name ?? "0", 10);
}

for (const engine of chosenEngines()) {
    describe(`files sent round in ${engine}`, () => {
        const step = stepsOfOneJourney();
        const stage = new Stage();
        /** Paths of the files, by what happened to them. @type {Record<string, string>} */
        const files = {};

        const open = () => openPlanner(engine, stage.server.address, { width: 1024, height: 640 });
        /** Moves what was downloaded to a folder and a name of its own. @param {string} path @param {string} name */
        const keep = async (path, name) => {
            const folder = join(stage.folder, "mail");
            await mkdir(folder, { recursive: true });
            const kept = join(folder, name);
            await rename(path, kept);
            return kept;
        };
        /** @param {string} name */
        const download = async (name) => keep(await downloadReview(stage.session.page), name);
        /**
         * Another computer: opens what was sent, works in it and sends it back.
         * @param {string} name of the file that comes back
         * @param {(page: Page) => Promise<void>} work
         * @param {(page: Page) => Promise<string>} [send]
         */
        const elsewhere = async (name, work, send = downloadReview) => {
            const session = await open();
            try {
                await openFiles(session.page, [/** @type {string} */ (files.sent)]);
                await session.page.role("button", "Bestand downloaden").waitFor();
                await work(session.page);
                await saved(session.page);
                await closeMessages(session.page);
                const path = await keep(await send(session.page), name);
                assert.deepEqual(await session.messages(), []);
                return path;
            } finally {
                await session.close();
            }
        };
        const file = (/** @type {string} */ name) => /** @type {string} */ (files[name]);

        step("a review of three teams, with a contact person who is named in a text too, is sent round", async () => {
            stage.session = await open();
            const { page } = stage.session;
            await newReview(page);
            await openCard(page, exploration, first);
            await addRows(page, "Contactpersoon", 2);
            await replaceText(page, "Naam, Contactpersoon 1", person.name);
            await replaceText(page, "Mail of telefoon, Contactpersoon 1", person.contact);
            await replaceText(page, "Naam, Contactpersoon 2", "Contactpersoon Die Blijft");
            await replaceText(page, question, `Hoe spreken wij één taal? Vraag het ${person.name}.`);
            await replaceText(page, "Wat gebeurt er als we niets doen?", texts.consequence);
            await saved(page);
            files.sent = await download("peerreview.json");
            const { persons = {} } = await dataOf(files.sent);
            assert.deepEqual(Object.values(persons).map(({ name }) => name).sort(), ["Contactpersoon Die Blijft", person.name]);
        });

        step("five copies are edited apart, two of them in the same fields", async () => {
            for (const name of /** @type {const} */ (["one", "two"])) {
                files[name] = await elsewhere(`peerreview (${name}).json`, async (page) => {
                    await openCard(page, exploration, first);
                    await replaceText(page, question, texts[name].question);
                    await replaceText(page, why, texts[name].why);
                });
            }
            files.whole = await elsewhere("peerreview (whole).json", async (page) => {
                await openCard(page, preparation, third);
                await replaceText(page, "Wat vinden we belangrijk?", texts.whole);
            });
            files.fifth = await elsewhere("peerreview (fifth).json", async (page) => {
                await openCard(page, exploration, first);
                await replaceText(page, "Functie, Contactpersoon 2", texts.fifth);
            });
        });

        step("the last of them is locked with a pass phrase", async () => {
            const share = (/** @type {Page} */ page) =>
                page.download(async () => {
                    await page.role("button", "Deel").click();
                    const dialog = page.role("dialog", "Deel deze review");
                    assert.match((await dialog.waitFor()).text, new RegExp(`Dit gaat mee.*${person.name}`, "u"));
                    await dialog.role("checkbox", "Zet het bestand op slot met een wachtwoordzin").click();
                    await replaceText(page, "Wachtwoordzin", phrase);
                    await replaceText(page, "Wachtwoordzin nog een keer", phrase);
                    await dialog.role("button", "Maak bestand").click();
                });
            const work = async (/** @type {Page} */ page) => {
                await openCard(page, exploration, second);
                await replaceText(page, question, texts.locked);
            };
            files.locked = await elsewhere("peerreview-op-slot.json", work, share);
            const { payload, ...header } = JSON.parse(await readText(files.locked));
            const inside = Buffer.from(payload, "base64");
            for (const secret of ["Voorbeeld", "leervraag", "Zorg", "peer-review-planner", phrase]) assert.ok(!inside.includes(secret), secret);
            assert.ok(inside.length > (await stat(files.sent ?? "")).size, `${inside.length} bytes`);
            assert.deepEqual(Object.keys(header).sort(), ["cipher", "format", "formatVersion", "key"]);
        });

        step("a file that was cut off is refused in a sentence that names it, and changes nothing", async () => {
            files.half = await cutInTwo(file("whole"), "peerreview (half).json");
            const { page } = stage.session;
            await openFiles(page, [files.half]);
            const dialog = page.role("dialog", "Dit bestand kunnen we niet openen");
            const words = (await dialog.waitUntil(isExplained)).text;
            assert.match(words, /peerreview \(half\)\.json stopt halverwege, bij regel \d+\. Waarschijnlijk is het niet helemaal binnengekomen; vraag het opnieuw aan de afzender\./);
            assert.match(words, /Er is niets veranderd aan jouw peer reviews\./);
            await dialog.role("button", "Klaar").click();
            await dialog.waitForGone();
            assert.equal(await readText(await download("after the half.json")), await readText(file("sent")));
        });

        step(`all come in together, the cut and the locked one among them, in any order (seed ${SEED})`, async () => {
            const { page } = stage.session;
            await openFiles(page, shuffled(["one", "two", "half", "fifth", "locked"]).map(file));
            const dialog = page.role("dialog", "4 bestanden samenvoegen");
            const words = (await dialog.waitUntil(isExplained)).text;
            for (const each of ["one", "two", "fifth"]) assert.match(words, new RegExp(`peerreview \\(${each}\\)\\.json: \\d+ (nieuw|gewijzigd)`));
            assert.match(words, /peerreview \(half\)\.json stopt halverwege/);
            assert.match(words, /2 verschillen/);
            const line = dialog.role("button", new RegExp(`^${why.replace("?", "\\?")} · ${exploration} · ${first}`, "u"));
            assert.equal((await line.state()).expanded, "false");
            await line.click();
            await line.waitUntil((state) => state.expanded === "true");
            const looked = (await dialog.state()).text;
            for (const text of [texts.one.why, texts.two.why]) assert.ok(looked.includes(text), `${text} in ${looked}`);
            await dialog.role("button", "Samenvoegen").click();
            await dialog.waitForGone();
            await page.role("dialog", "Dit bestand zit op slot").waitFor();
        });

        step("the locked one opens with the right phrase only", async () => {
            const { page } = stage.session;
            const lock = page.role("dialog", "Dit bestand zit op slot");
            assert.ok((await lock.state()).text.includes(basename(file("locked"))));
            await replaceText(page, "Wachtwoordzin", `${phrase}!`);
            await lock.role("button", "Open bestand").click();
            await page.label("Wachtwoordzin").waitUntil(({ description, invalid }) => invalid === "true" && description.includes("Deze zin past niet."));
            await replaceText(page, "Wachtwoordzin", phrase);
            await lock.role("button", "Open bestand").click();
            const dialog = page.role("dialog", "Bestand samenvoegen");
            assert.ok((await dialog.waitFor()).text.includes(texts.locked));
            await dialog.role("button", "Samenvoegen").click();
            await dialog.waitForGone();
            await saved(page);
            const merged = await download("merged.json");
            const bytes = await readText(merged), data = await dataOf(merged);
            for (const text of [texts.one.question, texts.two.question, texts.one.why, texts.two.why]) assert.ok(bytes.includes(JSON.stringify(text).slice(1, -1)), text);
            assert.equal(cardOf(data, "verkenning", second).leervraag, texts.locked);
            assert.ok(Object.values(data.persons ?? {}).some((each) => each.function === texts.fifth));
            assert.ok(!bytes.includes("Criteria uit de kopie"), "nothing of the half file");
        });

        step("both differences are settled, and the count goes to none", async () => {
            const { page } = stage.session;
            await closeMessages(page);
            assert.equal(await counted(page), 2);
            await page.role("banner").role("button", "2 verschillen").click();
            await page.role("heading", exploration, { level: 1 }).waitFor();
            const texted = page.role("region", `Verschil bij ${question}`);
            await texted.role("button", "Bewaar beide").click();
            await texted.waitForGone();
            assert.equal(await counted(page), 1);
            const chosen = page.role("region", `Verschil bij ${why}`);
            const words = (await chosen.waitFor()).text;
            const index = words.indexOf(texts.two.why) < words.indexOf(texts.one.why) ? 0 : 1;
            await chosen.role("button", /^Kies deze: /).nth(index).click();
            await chosen.waitForGone();
            assert.equal(await counted(page), 0);
            await saved(page);
            const card = cardOf(await dataOf(await download("settled.json")), "verkenning", first);
            assert.equal(card.urgentie, texts.two.why);
            const both = [texts.one.question, texts.two.question];
            assert.ok([both, [...both].reverse()].some((texts) => texts.join("\n\n") === card.leervraag), card.leervraag);
        });

        step("one person is removed for good, after a look at where the name stands", async () => {
            const { page } = stage.session;
            await closeMessages(page);
            await followMenu(page, "Dashboard");
            await page.role("button", `Contactpersonen van ${first} wijzigen`).click();
            await page.role("dialog", `Contactpersonen van ${first}`).role("button", `${person.name} voorgoed verwijderen`).click();
            const dialog = page.role("dialog", `${person.name} voorgoed verwijderen`);
            const words = (await dialog.waitFor()).text;
            const places = [`Wat gebeurt er als we niets doen? · ${exploration} · ${first}`, `${question} · ${exploration} · ${second}`];
            for (const part of ["Hier komt “[naam verwijderd]” in plaats van de naam", ...places, "Dit kun je niet ongedaan maken."]) assert.ok(words.includes(part), `${part} in ${words}`);
            await dialog.role("button", "Voorgoed verwijderen").click();
            await dialog.waitForGone();
            await saved(page);
            files.without = await download("without.json");
            const bytes = await readText(files.without), data = await dataOf(files.without);
            assert.doesNotMatch(bytes, traces);
            assert.ok(!bytes.includes(person.contact));
            assert.deepEqual(Object.values(data.persons ?? {}).filter(({ name }) => name).map(({ name }) => name), ["Contactpersoon Die Blijft"]);
            assert.equal(cardOf(data, "verkenning", first).gevolgen, texts.consequence.replace(person.name, "[naam verwijderd]"));
            assert.equal(cardOf(data, "verkenning", second).leervraag, texts.locked.replace(person.name, "[naam verwijderd]"));
            assert.equal(cardOf(data, "verkenning", first).urgentie, texts.two.why);
        });

        step("older copies that come in again bring nothing back", async () => {
            const { page } = stage.session;
            await openFiles(page, shuffled(["two", "sent", "one", "fifth", "locked"]).map(file));
            const dialog = page.role("dialog", "Bestand samenvoegen");
            assert.equal((await dialog.waitFor()).text.match(/In dit bestand staat niets nieuws/g)?.length, 4);
            await dialog.role("button", "Klaar").click();
            const lock = page.role("dialog", "Dit bestand zit op slot");
            await lock.waitFor();
            await replaceText(page, "Wachtwoordzin", phrase);
            await lock.role("button", "Open bestand").click();
            await dialog.waitFor();
            await dialog.role("button", "Klaar").click();
            await dialog.waitForGone();
            assert.equal(await readText(await download("again.json")), await readText(file("without")));
        });

        step("what came in half is sent again: an older copy brings its own work, and the name stays away", async () => {
            const { page } = stage.session;
            await openFiles(page, [file("whole")]);
            const dialog = page.role("dialog", "Bestand samenvoegen");
            const { text } = await dialog.waitFor();
            assert.match(text, /Criteria uit de kopie die eerst half aankwam/);
            assert.doesNotMatch(text, traces);
            await dialog.role("button", "Samenvoegen").click();
            await dialog.waitForGone();
            await saved(page);
            const last = await download("last.json");
            const data = await dataOf(last), before = await dataOf(file("without"));
            assert.doesNotMatch(await readText(last), traces);
            assert.equal(cardOf(data, "voorbereiding", third).criteria, texts.whole);
            for (const each of [data, before]) delete each.cards?.[keyOf(each, "voorbereiding", third)];
            assert.deepEqual(data, before, "nothing else changed");
            assert.equal(await counted(page), 0);
            assert.deepEqual(await stage.session.messages(), []);
            assert.deepEqual(await stage.session.foreignRequests(stage.server.address), []);
        });
    });
}
