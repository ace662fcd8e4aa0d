// The messages that the planner writes, read by postal-mime, and its links, read by the URL parser of node.
import assert from "node:assert/strict";
import test from "node:test";
import PostalMime from "postal-mime";
import { textMaker, write } from "./samples.mjs";

/** @param {object} sample */
const mail = (sample) => /** @type {import("./samples.mjs").Sample} */ ({ kind: "mail", time: Date.UTC(2026, 10, 19, 12, 30), offset: 60, ...sample });

/** @param {import("postal-mime").Email} email @param {"to" | "cc"} header */
const people = (email, header) => (email[header] ?? []).map(({ name, address }) => [name, address]);

/** What postal-mime decodes from quoted-printable gets a line break at its end. @param {string | undefined} text */
const withoutLastBreak = (text) => (text ?? "").replace(/\n$/, "");

test("subject, people, text and attachments come back, byte for byte", async () => {
    const calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n";
    const review = JSON.stringify({ title: "Zelfstandig leren – café 😀", list: Array.from({ length: 500 }, (_, index) => `kaart ${index}`) }, null, 1) + "\n";
    const [bytes] = write([
        mail({
            from: { name: "De begeleider", address: "begeleider@school.nl" },
            to: [{ name: "Team Zorg", address: "zorg@school.nl" }, { name: "Renée, team ICT", address: "ict@school.nl" }, { address: "los@school.nl" }],
            cc: [{ name: "名前 😀".repeat(10), address: "cc@school.nl" }],
            subject: "Uitnodiging startbijeenkomst: café Zelfstandig leren, donderdag 19 november 2026 om 13.30 uur 😀",
            text: "Beste collega's,\r\n\r\nTot 19 november – 13.30 uur = half twee.\n.\n\nFrom ons",
            attachments: [
                { name: "peerreview_zelfstandig-leren_2026-11-19.json", type: "application/json", content: review },
                { name: "afspraken – café 😀 met een heel erg lange naam.ics", type: "text/calendar; charset=utf-8; method=PUBLISH", content: calendar },
                { name: "leeg.json", type: "application/json", content: "" },
            ],
        }),
    ]);
    assert.ok(bytes);
    const email = await PostalMime.parse(bytes, { attachmentEncoding: "arraybuffer" });
    assert.equal(email.subject, "Uitnodiging startbijeenkomst: café Zelfstandig leren, donderdag 19 november 2026 om 13.30 uur 😀");
    assert.equal(email.date, "2026-11-19T12:30:00.000Z");
    assert.deepEqual([email.from?.name, email.from?.address], ["De begeleider", "begeleider@school.nl"]);
    assert.deepEqual(people(email, "to"), [["Team Zorg", "zorg@school.nl"], ["Renée, team ICT", "ict@school.nl"], ["", "los@school.nl"]]);
    assert.deepEqual(people(email, "cc"), [["名前 😀".repeat(10), "cc@school.nl"]]);
    assert.equal(withoutLastBreak(email.text), "Beste collega's,\n\nTot 19 november – 13.30 uur = half twee.\n.\n\nFrom ons");
    assert.deepEqual(email.headers.filter(({ key }) => key === "x-unsent").map(({ value }) => value), ["1"]);
    // postal-mime changes the line breaks of a calendar itself; in the file they are as they were.
    assert.ok(bytes.includes(Buffer.from(calendar).toString("base64").slice(0, 60)));
    assert.deepEqual(email.attachments.map(({ method }) => method), [undefined, "PUBLISH", undefined]);
    const attachments = email.attachments.map(({ filename, mimeType, disposition, content }) => [filename, mimeType, disposition, Buffer.from(/** @type {ArrayBuffer} */ (content)).toString("utf8")]);
    assert.deepEqual(attachments, [
        ["peerreview_zelfstandig-leren_2026-11-19.json", "application/json", "attachment", review],
        ["afspraken – café 😀 met een heel erg lange naam.ics", "text/calendar", "attachment", calendar.replaceAll("\r\n", "\n")],
        ["leeg.json", "application/json", "attachment", ""],
    ]);
});

test("a message without anything can be read", async () => {
    const [bytes] = write([mail({})]);
    const email = await PostalMime.parse(bytes ?? Buffer.alloc(0));
    assert.deepEqual([email.subject, people(email, "to"), withoutLastBreak(email.text), email.attachments], [undefined, [], "", []]);
});

test("any text comes back as it was", async () => {
    const { text } = textMaker(2);
    const expected = Array.from({ length: 300 }, () => ({
        subject: `x${text(20)}x`,
        name: `x${text(6)}x`,
        text: text(80, ["\n", "\n\n", "\t"]),
        attachments: [{ name: `a${text(2)}.json`.replace(/[\\/:*?"<>|]/g, "-").replace(/ +/g, " "), type: "application/json", content: text(80, ["\r\n", "\n", "\0", "\x01"]) }],
    }));
    const samples = expected.map(({ name, ...rest }) => mail({ to: [{ name, address: "a@b.nl" }, { name, address: "c@d.nl" }], ...rest }));
    for (const [index, bytes] of write(samples).entries()) {
        for (const line of bytes.toString("latin1").split("\r\n")) assert.ok(line.length <= 998 && !/[^\t\x20-\x7e]/.test(line), line);
        const email = await PostalMime.parse(bytes);
        const sample = expected[index];
        assert.ok(sample);
        assert.equal(email.subject, sample.subject);
        assert.deepEqual(people(email, "to"), [[sample.name, "a@b.nl"], [sample.name, "c@d.nl"]]);
        assert.equal(withoutLastBreak(email.text), sample.text);
        const attachment = email.attachments[0];
        assert.equal(Buffer.from(/** @type {ArrayBuffer} */ (attachment?.content)).toString("utf8"), sample.attachments[0]?.content);
        if (Buffer.byteLength(sample.attachments[0]?.name ?? "") <= 120) assert.equal(attachment?.filename, sample.attachments[0]?.name);
    }
});

test("a link opens the same message", () => {
    const { text } = textMaker(3);
    const expected = Array.from({ length: 300 }, () => ({ subject: `x${text(10)}x`, text: `x${text(20, ["\n"])}` }));
    const samples = expected.map((message) => /** @type {import("./samples.mjs").Sample} */ ({ kind: "mailto", to: [{ address: "a+b@c.nl" }, { address: "d&e@f.nl" }], ...message }));
    for (const [index, bytes] of write(samples).entries()) {
        const link = bytes.toString("latin1");
        const url = new URL(link);
        assert.equal(url.href, link);
        assert.equal(url.protocol, "mailto:");
        assert.equal(decodeURIComponent(url.pathname), "a+b@c.nl,d&e@f.nl");
        assert.equal(url.searchParams.get("subject"), expected[index]?.subject);
        assert.equal(url.searchParams.get("body"), expected[index]?.text.replaceAll("\n", "\r\n"));
        assert.deepEqual([...url.searchParams.keys()], ["subject", "body"]);
    }
});
