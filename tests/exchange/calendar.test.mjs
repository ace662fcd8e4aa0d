// The calendars that the planner writes, read by ical.js: the same texts and the same instants.
import assert from "node:assert/strict";
import test from "node:test";
import ICAL from "ical.js";
import { textMaker, write } from "./samples.mjs";

const written = Date.UTC(2026, 10, 19, 12, 30);

/** @param {object[]} events @param {object} [more] */
function calendar(events, more = {}) {
    return /** @type {import("./samples.mjs").Sample} */ ({
        kind: "calendar",
        written,
        events: events.map((event, index) => ({ uid: `a-${index}@peerreviewplanner`, date: "2026-11-19", ...event })),
        ...more,
    });
}

/** Reads one calendar; the times of its events come from the zone that is in the file. @param {Buffer} bytes */
function read(bytes) {
    const root = new ICAL.Component(ICAL.parse(bytes.toString("utf8")));
    const zone = new ICAL.Timezone({ component: root.getFirstSubcomponent("vtimezone") ?? undefined, tzid: "Europe/Amsterdam" });
    const events = root.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
    return { root, zone, events };
}

/** @param {ICAL.Time} time @param {ICAL.Timezone} zone the one in the file */
function instant(time, zone) {
    if (time.zone?.tzid !== "UTC") {
        assert.equal(time.zone?.tzid, "Europe/Amsterdam");
        time = time.clone();
        time.zone = zone;
    }
    return new Date(time.toUnixTime() * 1000).toISOString().slice(0, 16);
}

const amsterdam = new Intl.DateTimeFormat("en-US", {
    timeZone: "Europe/Amsterdam",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
});

/** "2026-11-19 13:30", what clocks in the Netherlands show. @param {Date} date */
function clockAt(date) {
    const parts = Object.fromEntries(amsterdam.formatToParts(date).map(({ type, value }) => [type, value]));
    return `${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
}

/** The instants at which the clocks of node's own time zone data show a local time, in order. @param {string} date @param {string} time */
function instantsOf(date, time) {
    const middle = Date.parse(`${date}T${time}:00Z`);
    const candidates = [-120, -60].map((minutes) => new Date(middle + minutes * 60000));
    return candidates.filter((candidate) => clockAt(candidate) === `${date} ${time}`);
}

/** @param {Date} date */
const minuteOf = (date) => date.toISOString().slice(0, 16);

test("every half hour of the days around both changes of the clocks is the same instant", () => {
    const samples = [];
    for (const date of ["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-24", "2026-10-25", "2026-10-26", "2027-03-28", "2027-10-31"])
        for (let half = 0; half < 48; ++half) {
            const time = `${String(half >> 1).padStart(2, "0")}:${half % 2 ? "30" : "00"}`;
            for (const minutes of [30, 60, 180, 1440]) samples.push({ date, time, minutes });
        }
    const [bytes] = write([calendar(samples)]);
    assert.ok(bytes);
    const { zone, events } = read(bytes);
    assert.equal(events.length, samples.length);
    let repeated = 0;
    let skipped = 0;
    for (const [index, { date, time, minutes }] of samples.entries()) {
        const event = events[index];
        assert.ok(event);
        const [first, second] = instantsOf(date, time);
        // A time that is skipped counts with the offset of winter.
        const start = first ?? new Date(Date.parse(`${date}T${time}:00Z`) - 60 * 60000);
        repeated += second ? 1 : 0;
        skipped += first ? 0 : 1;
        assert.equal(instant(event.startDate, zone), minuteOf(start), `${date} ${time}`);
        assert.equal(instant(event.endDate, zone), minuteOf(new Date(start.getTime() + minutes * 60000)), `${date} ${time} + ${minutes}`);
    }
    assert.deepEqual([repeated, skipped], [2 * 2 * 4, 2 * 2 * 4]);
});

test("an event in the repeated hour is in the first of the two", () => {
    const [bytes] = write([calendar([{ date: "2026-10-25", time: "02:30", minutes: 60 }])]);
    const { zone, events } = read(bytes ?? Buffer.alloc(0));
    assert.ok(events[0]);
    assert.equal(instant(events[0].startDate, zone), "2026-10-25T00:30");
    assert.equal(instant(events[0].endDate, zone), "2026-10-25T01:30");
});

test("noon on days all over thirty years, by the zone in the file alone", () => {
    const days = [];
    for (let day = Date.UTC(2010, 0, 1); day < Date.UTC(2040, 0, 1); day += 13 * 86400000)
        days.push({ date: new Date(day).toISOString().slice(0, 10), time: "12:00", minutes: 45 });
    const [bytes] = write([calendar(days)]);
    const { zone, events } = read(bytes ?? Buffer.alloc(0));
    assert.equal(events.length, days.length);
    for (const [index, { date }] of days.entries()) {
        const start = events[index]?.startDate;
        assert.ok(start);
        assert.equal(instant(start, zone), minuteOf(instantsOf(date, "12:00")[0] ?? new Date(0)), date);
    }
});

test("whole days are days, their end the day after", () => {
    const [bytes] = write([calendar([{ date: "2028-02-28", days: 2 }])]);
    const { events } = read(bytes ?? Buffer.alloc(0));
    const event = events[0];
    assert.ok(event);
    assert.ok(event.startDate.isDate && event.endDate.isDate);
    assert.equal(event.startDate.toString(), "2028-02-28");
    assert.equal(event.endDate.toString(), "2028-03-01");
});

test("all that is said about an event comes back", () => {
    const [bytes] = write([
        calendar(
            [{
                time: "13:30",
                minutes: 180,
                sequence: 3,
                status: 1,
                free: true,
                modified: written - 1000,
                url: "https://voorbeeld.nl/#/review/a b",
                organizer: { name: 'De "begeleider"; zorg', address: "a+b@c.nl" },
                attendees: [{ name: "Team Zorg", address: "d@e.nl" }, { address: "f@g.nl" }],
                alarms: [{ days: 3 }, { days: 1, minutes: -540 }, { minutes: 30 }],
            }],
            { method: 2, name: "Peer review; zorg, 2026" },
        ),
    ]);
    const { root, events } = read(bytes ?? Buffer.alloc(0));
    assert.equal(root.getFirstPropertyValue("method"), "REQUEST");
    // A text by default (RFC 5545, 3.8.8.2), which ical.js leaves as it stands.
    assert.equal(root.getFirstPropertyValue("x-wr-calname"), "Peer review\\; zorg\\, 2026");
    const component = events[0]?.component;
    assert.ok(component);
    /** @param {string} name */
    const value = (name) => String(component.getFirstPropertyValue(name));
    assert.deepEqual(
        ["uid", "sequence", "status", "transp", "url", "dtstamp", "last-modified", "organizer"].map(value),
        ["a-0@peerreviewplanner", "3", "TENTATIVE", "TRANSPARENT", "https://voorbeeld.nl/#/review/a%20b", "2026-11-19T12:30:00Z", "2026-11-19T12:29:59Z", "mailto:a+b@c.nl"],
    );
    assert.equal(component.getFirstProperty("organizer")?.getParameter("cn"), "De 'begeleider'; zorg");
    assert.deepEqual(component.getAllProperties("attendee").map((person) => [person.getFirstValue(), person.getParameter("cn")]), [["mailto:d@e.nl", "Team Zorg"], ["mailto:f@g.nl", undefined]]);
    const triggers = component.getAllSubcomponents("valarm").map((alarm) => /** @type {ICAL.Duration} */ (alarm.getFirstPropertyValue("trigger")).toSeconds());
    assert.deepEqual(triggers, [-3 * 86400, -15 * 3600, -1800]);
});

test("any text comes back as it was", () => {
    const { text } = textMaker(1);
    const events = Array.from({ length: 300 }, () => ({
        time: "09:00",
        summary: `x${text(12)}x`,
        location: `x${text(6)}x`,
        description: text(60, ["\n", "\n\n", "\t"]),
    }));
    const [bytes] = write([calendar(events)]);
    assert.ok(bytes);
    for (const line of bytes.toString("latin1").split("\r\n")) assert.ok(line.length <= 75 && !/[\r\n]/.test(line), line);
    const parsed = read(bytes).events;
    assert.equal(parsed.length, events.length);
    for (const [index, event] of events.entries()) {
        assert.equal(parsed[index]?.summary, event.summary);
        assert.equal(parsed[index]?.location, event.location);
        assert.equal(parsed[index]?.description ?? "", event.description);
    }
});
