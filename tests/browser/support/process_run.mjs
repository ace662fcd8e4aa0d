// People who do every task of a review on its day, through the screens, with the clock moved by the test. What they do and what
// arises is written down, to be compared with a table.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { artifacts, fieldsOf, replaceText, saved } from "./planner.mjs";
import { longText, shortText } from "./texts.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {{ id: string, subject: string, title: string, state: string, due: string, hash: string }} Task a task of the list; `due` is a day or "" */
/** @typedef {{ id: string, name: string, day: string, state: string, hash: string }} Message */
/** @typedef {(run: ProcessRun, task: Task) => Promise<void>} Work */

const root = new URL("../../../", import.meta.url);
const months = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
/** Options that fit a review in which all goes well. */
const preferred = ["Ja", "Komt", "Klaar", "Een halve dag (4 uur)"];

/** Noon in the Netherlands. @param {string} day */
export const noonOf = (day) => Date.parse(`${day}T11:00:00Z`);

/** @param {string} day @param {number} days */
export const addDays = (day, days) => new Date(noonOf(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Reads "do 7 jan 2027" or, in the year of today, "do 7 jan". @param {string} text @param {string} today @returns {string} a day or "" */
function dayIn(text, today) {
    const found = new RegExp(`(\\d{1,2}) (${months.join("|")})(?: (\\d{4}))?`).exec(text);
    if (!found) return "";
    const month = String(months.indexOf(/** @type {string} */ (found[2])) + 1).padStart(2, "0");
    return `${found[3] ?? today.slice(0, 4)}-${month}-${/** @type {string} */ (found[1]).padStart(2, "0")}`;
}

/** Teams on one day stand in the order of ids, which are random: each part between two titles is sorted. @param {string[]} lines */
function sortedParts(lines) {
    /** @type {string[][]} */
    const parts = [[]];
    for (const line of lines) {
        if (line.startsWith("--- ")) parts.push([]);
        parts.at(-1)?.push(line);
    }
    return parts.flatMap((part) => part.sort());
}

export class ProcessRun {
    /**
     * @param {Page} page that shows a screen of the review
     * @param {object} given
     * @param {string} given.process
     * @param {string} given.review the hash of its dashboard
     * @param {string} given.today
     * @param {Record<string, Work>} [given.work] what a task asks beside its card
     * @param {Record<string, string>} [given.answers] to fields that no text or day of today fits
     */
    constructor(page, { process, review, today, work = {}, answers = {} }) {
        this.page = page;
        this.process = JSON.parse(readFileSync(new URL(`assets/processes/${process}.json`, root), "utf8"));
        this.review = review;
        this.today = today;
        this.work = work;
        this.answers = answers;
        /** Those that these people do; the others are somebody else's. @type {(task: Task) => boolean} */
        this.does = () => true;
        /** Only messages in which this is found are theirs to send. */
        this.search = "";
        /** What the lists were set to; the page remembers it. */
        this.shows = { tasks: "", messages: "" };
        /** What was done and what arose, in order. @type {string[]} */
        this.log = [];
        /** @type {Set<string>} */
        this.seen = new Set();
        /** Names of those who take part, by id. @type {Map<string, string>} */
        this.names = new Map();
    }

    /** @param {string} place after the hash of the review */
    async go(place = "") {
        await this.page.evaluate((to) => void (location.hash = to), this.review + place);
        await this.page.settled();
    }

    /** @param {string} day */
    async moveTo(day) {
        this.today = day;
        await this.page.moveClock(noonOf(day));
    }

    /** Links of the main part whose address goes on from a place of the review. @param {string} place @returns {Promise<{ id: string, name: string, help: string, hash: string }[]>} */
    async links(place) {
        return this.page.evaluate((start) => {
            // Hundreds of links: their names are read as the mirror gives them, not computed by all the rules there are.
            const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(`main a[href*="${start}"]`));
            return [...links].map((link) => {
                const note = document.getElementById(link.getAttribute("aria-describedby") ?? "");
                return { id: decodeURIComponent(link.hash.slice(start.length)), name: link.textContent ?? "", help: note?.textContent ?? "", hash: link.hash };
            });
        }, `${this.review}${place}`);
    }

    /** @param {string} name @param {string} value */
    async choose(name, value) {
        await this.page.role("combobox", name).set(value);
        await this.page.settled();
    }

    /** @returns {Promise<Task[]>} */
    async tasks() {
        await this.go("/tasks");
        if (this.shows.tasks !== "all") await this.choose("Toon", "Alle taken");
        this.shows.tasks = "all";
        if (this.names.size === 0) await this.readNames();
        const found = (await this.links("/tasks/")).map(({ id, name, help, hash }) => {
            const [task, subject = ""] = id.split(".");
            const [state = "", , ...rest] = help.split(" · ");
            return { id: /** @type {string} */ (task), subject, title: name, state, due: dayIn(rest.join(" "), this.today), hash };
        });
        assert.ok(found.length > 20, `${found.length} tasks`);
        return [...new Map(found.map((task) => [task.hash, task])).values()];
    }

    async readNames() {
        const options = await this.page.evaluate(() =>
            [...document.querySelectorAll("option")].map((/** @type {HTMLOptionElement} */ { text, value }) => [value, text]),
        );
        for (const [value = "", text = ""] of options) if (value.startsWith("participant.")) this.names.set(value.slice("participant.".length), text.replace(/ · .*$/, ""));
    }

    /** Newest first. @returns {Promise<Message[]>} */
    async messages() {
        await this.go("/messages");
        if (this.shows.messages !== "all") await this.choose("Toon", "Alle berichten");
        this.shows.messages = "all";
        if (this.search && (await this.page.label("Zoeken").value()) !== this.search) {
            await replaceText(this.page, "Zoeken", this.search);
            await this.page.settled();
        }
        return (await this.links("/messages/")).map(({ id, name, help, hash }) => ({ id, name, day: dayIn(name.split(" · ").slice(1).join(" · "), this.today), state: help, hash }));
    }

    /** @param {Message} message */
    note({ name, day, state }) {
        const parts = name.split(" · ");
        const date = parts.findIndex((part) => /^\p{L}{2} \d/u.test(part) && dayIn(part, this.today) === day);
        const subject = parts.slice(date + 1).join(" · ").replace(/ \([^()]*\)$/, "");
        this.log.push(`${day} ${parts.slice(0, date).join(" · ")}: ${subject}${state === "Vervallen" ? " (vervallen)" : ""}`);
    }

    /** Messages that are the work of a task itself wait until that is done: then they are complete. @param {Message} message */
    belongsToTask = ({ id }) => this.process.messages.some((/** @type {any} */ each) => each.task && id.startsWith(`${each.id}.`));

    /** Writes down what arose, and marks it as sent, all at once. */
    async sendMessages() {
        const all = await this.messages();
        const fresh = all.filter((message) => !this.seen.has(message.id) && !this.belongsToTask(message)).reverse();
        for (const message of fresh) {
            this.seen.add(message.id);
            this.note(message);
        }
        if (!fresh.some(({ state }) => state === "Concept")) return;
        for (const message of fresh) if (message.state === "Concept") await this.page.label(`Kies: ${message.name}`).activate();
        await this.page.role("button", "Ik heb ze verstuurd").activate();
    }

    /** Reads every message that is part of a task, and marks it as sent. @param {Task} task */
    async sendMessagesOf({ id, subject }) {
        if (!this.process.messages.some((/** @type {any} */ each) => each.task === id)) return;
        const own = (await this.messages()).filter((message) => this.belongsToTask(message) && message.id.split(".")[1] === id && (!subject || message.id.includes(subject)));
        for (const message of own.reverse()) {
            this.seen.add(message.id);
            await this.go(message.hash.slice(this.review.length));
            const text = await this.page.label("Tekst").value();
            assert.ok(text && text.length > 80 && !/\[nog invullen|[{}]/.test(text), `${message.name}: ${text}`);
            this.note(message);
            await this.page.role("button", "Ik heb het verstuurd").activate();
        }
    }

    /** @param {Task} task */
    isReady = ({ state, due }) => (state === "Kan nu" || state === "Te laat") && due !== "" && due <= this.today;

    /** Does what is due, until nothing is. */
    async doTasks() {
        for (;;) {
            const all = await this.tasks();
            const ready = all.filter((task) => this.does(task) && this.isReady(task));
            if (ready.length === 0) return all;
            for (const task of ready) await this.doTask(task);
        }
    }

    /** @param {Task} task */
    async doTask(task) {
        assert.equal(task.due, this.today, `${task.title} is ${task.state}`);
        await this.fillCardOf(task);
        await this.work[task.id]?.(this, task);
        await this.sendMessagesOf(task);
        await this.go(task.hash.slice(this.review.length));
        await this.page.role("button", "Zet op klaar").activate();
        await this.page.role("button", "Weer openzetten").waitFor();
        this.log.push(`${this.today} klaar: ${task.title}`);
    }

    /** Where a task says that the dates are. @param {Task} task @param {(dialog: import("../driver/locator.mjs").Locator, name: string) => Promise<void>} work gets whose task it is */
    async inDates(task, work) {
        await this.go(task.hash.slice(this.review.length));
        await this.page.role("button", "Naar de data").activate();
        const dialog = this.page.role("dialog", "Belangrijke data");
        await dialog.waitFor();
        await work(dialog, this.names.get(task.subject) ?? "");
        await this.page.settled();
        await dialog.role("button", "Klaar").nth(-1).activate();
        await dialog.waitForGone();
    }

    /** @param {Task} task */
    async fillCardOf({ id, subject }) {
        const { card } = this.process.tasks.find((/** @type {any} */ each) => each.id === id);
        if (!card) return;
        const { scope = "participant" } = this.process.cards.find((/** @type {any} */ each) => each.id === card);
        const subjects = scope === "review" ? [""] : subject ? [subject] : [...this.names.keys()];
        for (const each of subjects) await this.fillCard(card, each);
    }

    /** Fills what is empty on a card: a row in every table, an answer to every choice, words in every field. @param {string} card @param {string} subject */
    async fillCard(card, subject) {
        await this.go(`/cards/${card}${subject ? `/${subject}` : ""}`);
        const scope = [{ kind: "role", role: "main" }];
        for (const { name } of await this.page.role("main").role("button", / toevoegen$/).all()) {
            if (!(await this.hasRows(name))) await this.page.role("main").role("button", name).activate();
        }
        await this.page.inPage("answerChoices", scope, preferred);
        await this.page.settled();
        const place = this.names.get(subject) ?? "";
        const isAsked = (/** @type {import("./planner.mjs").FieldState} */ { kind, value, name }) =>
            value === "" && !/^(checkbox|radio|select-one)$/.test(kind) && !this.leave.test(name);
        const empty = (await fieldsOf(this.page)).filter(isAsked);
        await this.page.inPage("fillFields", scope, empty.map(({ kind, name }) => ({ name, text: this.answers[name] ?? this.textFor(kind, `${name} (${place})`) })));
        await this.page.settled();
        assert.deepEqual((await fieldsOf(this.page)).filter(isAsked), []);
    }

    /** Fields that are not filled along with a card. */
    leave = /^(Gekozen datum|Begintijd van de bijeenkomst|Waar is het\?)$/;

    /** A table has rows when something of it can be moved or removed. @param {string} button */
    async hasRows(button) {
        const after = await this.page.evaluate((name) => {
            const driver = /** @type {any} */ (globalThis).plannerDriver;
            const names = driver.find([{ kind: "role", role: "main" }, { kind: "role", role: "button" }]).map((/** @type {any} */ each) => driver.describe(each).name);
            return names[names.indexOf(name) - 1] ?? "";
        }, button);
        return / (verwijderen|vervangen)$/.test(after);
    }

    /** @param {string} kind @param {string} name */
    textFor(kind, name) {
        if (kind === "date") return this.today;
        if (kind === "time") return "10:00";
        if (kind === "number") return "3";
        return kind === "textarea" ? longText(name) : shortText(name);
    }

    /** Lives until nothing is left to do, or until a day comes. @param {string} end */
    async live(end) {
        for (;;) {
            await this.sendMessages();
            const tasks = await this.doTasks();
            await this.sendMessages();
            const ahead = tasks.filter((task) => this.does(task)).filter(({ state, due }) => due !== "" && !/^(Klaar|Niet van toepassing)/.test(state)).map(({ due }) => due);
            const next = ahead.flatMap((due) => [due, addDays(due, -3), addDays(due, -14)]).filter((day) => day > this.today).sort()[0];
            if (next === undefined || next > end) return;
            await this.moveTo(next);
        }
    }

    /** Ticks off what people agreed to do; only while there is some of it do the dashboard and the start page ask for it. */
    async tickAgreements() {
        await this.tasks();
        const more = this.page.role("button", /^Alle \d+ afspraken tonen$/);
        if (await more.count()) await more.activate();
        const ticks = this.page.role("main").role("checkbox", /^Klaar: /);
        for (;;) {
            const open = (await ticks.all()).findIndex(({ checked }) => !checked);
            if (open < 0) break;
            await ticks.nth(open).activate();
            await this.page.settled();
        }
        await saved(this.page);
    }

    /** Nothing is left to do, to fill in or to send; the dashboard and the start page say so. */
    async checkComplete() {
        await this.tickAgreements();
        const open = (await this.tasks()).filter(({ state }) => !/^Klaar/.test(state));
        assert.deepEqual(open, []);
        await this.go("/messages");
        await this.choose("Toon", "Nog te versturen");
        this.shows.messages = "";
        await this.page.text("Hier staan nu geen berichten.").waitFor();
        await this.go();
        const steps = await this.page.role("region", "Voortgang per stap").role("progressbar").all();
        assert.equal(steps.length, this.process.steps.length);
        for (const { name } of steps) assert.match(name, /: (\d+) van \1 hulpkaart(en)? klaar$/);
        await this.page.text("Er staan geen taken open.").waitFor();
        await this.page.text(/^Alles klopt met elkaar/).waitFor();
        await this.page.evaluate(() => void (location.hash = "#/"));
        await this.page.settled();
        const last = this.process.steps.length;
        await this.page.role("main").role("img", new RegExp(`^Stap ${last} · `)).waitFor();
        assert.equal(await this.page.role("main").role("heading", /^(Voor mij|Te laat|Wacht)/).count(), 0);
    }

    /** Compares all that happened with a table in tests/browser/tables; what differs is left beside the screenshots. @param {string} table */
    async checkLog(table) {
        const expected = (await readFile(fileURLToPath(new URL(`../tables/${table}`, import.meta.url)), "utf8").catch(() => "")).split("\n").filter(Boolean);
        const differs = join(artifacts, `${basename(table)}.new`);
        const log = sortedParts(this.log);
        if (expected.join() !== log.join()) await writeFile(differs, `${log.join("\n")}\n`);
        assert.deepEqual(log, expected, `what happened is in ${differs}`);
    }
}
