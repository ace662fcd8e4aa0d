// A meeting that is directed in one window and watched in another, with clocks that the test moves together.
import assert from "node:assert/strict";
import { Locator } from "../driver/locator.mjs";
import { until } from "../driver/page.mjs";
import { goTo, replaceText, saved } from "./planner.mjs";

/** @typedef {import("../driver/page.mjs").Page} Page */
/** @typedef {import("../driver/index.mjs").Session} Session */

/** @param {string} text */
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** @param {Page} page */
export const textOfMain = async (page) => (await page.role("main").waitFor()).text;

export class LiveMeeting {
    /**
     * @param {object} given
     * @param {string} given.day of the meeting
     * @param {string} given.zone what the Netherlands are ahead of UTC on that day, "+01:00"
     * @param {string} given.address of the site
     */
    constructor({ day, zone, address }) {
        this.day = day;
        this.zone = zone;
        this.address = address;
        /** Every outline of the projector window that was looked at. @type {string[]} */
        this.seenInRoom = [];
        this.nudges = 0;
        /** The director's window. @type {Page} */
        this.page = /** @type {any} */ (undefined);
        /** The one that the room sees, once it is open. @type {Page | undefined} */
        this.projector = undefined;
        /** @type {Session} */
        this.session = /** @type {any} */ (undefined);
    }

    /**
     * Milliseconds since 1970 of a time of the day, "13:06": some seconds into that minute, because what happens at a time takes a
     * part of a second, and a pause that is that much too short would end in the minute before.
     * @param {string} time
     */
    at(time) {
        return Date.parse(`${this.day}T${time}:12${this.zone}`);
    }

    /** The director's window is the first of the session. @param {Session} session */
    direct(session) {
        this.page = session.page;
        this.session = session;
    }

    /** Opens the window for the room as a second page of the same browser. */
    async openProjector() {
        this.projector = await this.session.newPage();
        await goTo(this.projector, `${this.address}#/projector`);
        await this.alignClocks();
        await this.page.bringToFront();
    }

    /** The projector's clock stands as the director's does; each load begins with the time of the launch. */
    async alignClocks() {
        const now = await this.page.evaluate(() => Date.now());
        await this.projector?.moveClock(now);
    }

    /** Both windows are at that time of the day. @param {string} time */
    async moveTo(time) {
        await this.page.moveClock(this.at(time));
        await this.projector?.moveClock(this.at(time));
        await this.nudge();
    }

    /** A frame, for a page that draws none by itself. */
    async nudge() {
        await this.page.engine.moveMouse(3 + (this.nudges++ % 2), 3);
        await this.page.settled();
    }

    /** Presses a button at a time of the day, or now. @param {string | RegExp | Locator} which @param {string} [time] */
    async press(which, time) {
        const button = which instanceof Locator ? which : this.page.role("button", which);
        if (time) await this.moveTo(time);
        // What a button is called may hold a time that comes with the next frame.
        await button.waitUntil((state) => !state.disabled);
        if (time) {
            await this.page.moveClock(this.at(time));
            await this.projector?.moveClock(this.at(time));
        }
        await button.activate();
    }

    /** @param {string} title of a part of the line that people are in @param {string} [time] */
    async nextPart(title, time) {
        await this.press("Volgend deel", time);
        await this.page.role("button", new RegExp(`^Deel \\d+, nu: ${escaped(title)}$`)).waitFor();
        await this.page.settled();
    }

    /** Writes notes of one kind, one after the other, each as one insertion and Enter. @param {string} kind @param {string[]} texts */
    async note(kind, ...texts) {
        await this.page.role("radiogroup", "Soort notitie").role("radio", kind).activate();
        const field = this.page.label(`Nieuwe notitie: ${kind}`);
        await field.focus();
        await field.waitUntil((state) => state.focused);
        for (const text of texts) {
            await replaceText(this.page, `Nieuwe notitie: ${kind}`, text);
            await this.page.press("Enter");
            await field.waitUntil((state) => state.value === "");
        }
        await this.page.settled();
    }

    /** What the room is to see. @param {string} choice */
    async show(choice) {
        await this.page.role("combobox", "Wat ziet de zaal?").set(choice);
        await this.page.settled();
    }

    /** Adds a row by its button, and fills columns of it. @param {string} row @param {number} number @param {Record<string, string>} columns */
    async addRow(row, number, columns) {
        await this.page.role("main").role("button", `${row} toevoegen`).activate();
        for (const [column, text] of Object.entries(columns)) await this.fill(`${column}, ${row} ${number}`, text);
    }

    /** @param {string} name @param {string} text */
    async fill(name, text) {
        const field = this.page.label(name);
        const { tag } = await field.waitFor();
        const isDay = /^\d{4}-\d\d-\d\d$|^\d\d:\d\d$/.test(text);
        if (tag === "select" || isDay) await field.set(text);
        else await replaceText(this.page, name, text);
        await this.page.settled();
    }

    /**
     * Looks at the projector window until it shows what is wanted, and comes back to the director's.
     * @param {(string | RegExp)[]} wanted
     * @param {(string | RegExp)[]} [unwanted]
     */
    async inRoom(wanted, unwanted = []) {
        const { projector } = this;
        assert.ok(projector, "no projector window is open");
        const has = (/** @type {string} */ text, /** @type {string | RegExp} */ part) => (typeof part === "string" ? text.includes(part) : part.test(text));
        let text = "";
        await projector.bringToFront();
        try {
            const shown = async () => {
                text = (await textOfMain(projector)).replaceAll("\u00a0", " "); // the pieces of a date stay together
                return wanted.every((part) => has(text, part)) && !unwanted.some((part) => has(text, part));
            };
            await until(shown, () => `the room sees “${text}”\n  and not ${wanted.join(" | ")}${unwanted.length ? `\n  without ${unwanted.join(" | ")}` : ""}`);
        } finally {
            this.seenInRoom.push(text);
            await this.page.bringToFront();
        }
        return text;
    }

    /** As roles and names, all that the projector window tells. */
    async outlineOfRoom() {
        const { projector } = this;
        assert.ok(projector, "no projector window is open");
        await projector.bringToFront();
        const outline = (await projector.outline()).map((entry) => entry.join(" | "));
        const text = await textOfMain(projector);
        await this.page.bringToFront();
        return [...outline, text].join("\n");
    }

    /**
     * The forecast as the director's window shows it: when each line began or is to begin, the end, and how far behind.
     * @param {string[]} titles of the lines
     * @returns {Promise<Forecast>}
     */
    async forecast(titles) {
        const text = (await this.page.role("region", "Agenda").all()).at(-1)?.text ?? "";
        const timeOf = (/** @type {string} */ title) => new RegExp(`(\\d\\d:\\d\\d)\\s*(?:plan \\d\\d:\\d\\d)?\\s*${escaped(title)}`).exec(text)?.[1] ?? "none";
        const banner = await this.page.role("banner").all();
        const header = banner.map((state) => state.text).join();
        const end = /(?:Einde|Klaar om) (\d\d:\d\d)/.exec(text)?.[1] ?? "none";
        const [, expected = end, drift = "-"] = /Verwacht einde (\d\d:\d\d)\s*(\d+ min achter|\d+ min voor|Op schema)/.exec(header) ?? [];
        return {
            lines: titles.map(timeOf),
            end: expected === end ? end : `${end} in the agenda, ${expected} in the header`,
            drift,
        };
    }

    /** The agenda that the room sees, each line with its time. @param {string[]} titles */
    async agendaInRoom(titles) {
        const text = await this.inRoom(titles.slice(0, 1));
        return titles.map((title) => new RegExp(`(\\d\\d:\\d\\d)\\s*${escaped(title)}`).exec(text)?.[1] ?? "none");
    }

    async saved() {
        await saved(this.page);
    }
}

/** @typedef {{ lines: string[], end: string, drift: string }} Forecast */
/** @typedef {Forecast & { when: string, what: string }} Row */

/** One forecast as a line of text. @param {Forecast} forecast */
const textOf = ({ lines, end, drift }) => `${lines.join(" ")} | ${end} | ${drift}`;

/** A table of forecasts, written by hand: see tables/start-meeting.txt. */
export class ForecastTable {
    /** @param {string} text @param {string[]} titles of the lines of the run sheet, in the order of the columns */
    constructor(text, titles) {
        this.titles = titles;
        /** @type {Row[]} */
        this.rows = text
            .split("\n")
            .filter((line) => line.trim() !== "" && !line.startsWith("#"))
            .map((line) => {
                const [when = "", what = "", lines = "", end = "", drift = ""] = line.split("|").map((part) => part.trim());
                return { when, what, lines: lines.split(/ +/), end, drift };
            });
        this.checked = 0;
    }

    /** The row that comes next in the table must be this one, and what is shown must be what stands in it. @param {LiveMeeting} meeting @param {string} what */
    async check(meeting, what) {
        const row = this.rows[this.checked++];
        assert.equal(row?.what, what, "the rows of the table are checked in their order");
        /** @type {Forecast | undefined} */
        let shown;
        const same = async () => {
            shown = await meeting.forecast(this.titles);
            if (textOf(shown) === textOf(row)) return true;
            await meeting.nudge();
            return false;
        };
        await until(same, () => this.difference(row, /** @type {Forecast} */ (shown)), 6000);
    }

    /** @param {Row} row @param {Forecast} shown */
    difference(row, shown) {
        const [wanted, found] = [textOf(row), textOf(shown)];
        const marks = [...found].map((character, index) => (character === wanted[index] ? " " : "^")).join("");
        return `the forecast at ${row.when}, “${row.what}”, for ${this.titles.join(", ")} | end | drift\n  table ${wanted}\n  shown ${found}\n        ${marks}`;
    }

    /** Nothing of the table is left. */
    checkAllDone() {
        assert.deepEqual(this.rows.slice(this.checked).map(({ what }) => what), [], "rows that were never checked");
    }
}
