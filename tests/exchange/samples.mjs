// Runs the native program that writes samples, and texts that are hard to write.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";

/** @typedef {{ kind: "calendar" | "mail" | "mailto", [member: string]: unknown }} Sample see write_samples.cpp */

/** @param {Sample[]} samples @returns {Buffer[]} the bytes of each */
export function write(samples) {
    const program = process.env.PLANNER_WRITE_SAMPLES;
    assert.ok(program, "ctest names the program in PLANNER_WRITE_SAMPLES");
    const output = execFileSync(program, { input: JSON.stringify(samples), encoding: "utf8", maxBuffer: 1 << 28 });
    /** @type {(string | null)[]} */
    const written = JSON.parse(output);
    assert.equal(written.length, samples.length);
    return written.map((bytes, index) => {
        assert.notEqual(bytes, null, `refused: ${JSON.stringify(samples[index])}`);
        return Buffer.from(bytes ?? "", "base64");
    });
}

const pieces = [
    "a", "Z", "0", " ", "  ", "é", "ë", "€", "名前", "😀", "👩‍👩‍👧", "e\u0301", "\\", "\\n", ";", ",", ":", '"', "'", "=", "=?", "?=", "=3D", "%", "%0D",
    ".", "..", "From ", "--", "=_planner-", "<a@b.nl>", "&", "+", "BEGIN:VEVENT", "(", ")", "[", "_", "-", "\u00a0", "ﬁ", "ß",
    "hoofdstuk", "onderzoek", "x".repeat(80), "€".repeat(40),
];

/** Texts made of pieces by a fixed sequence (mulberry32), so that a failure comes back. @param {number} seed */
export function textMaker(seed) {
    const random = () => {
        seed = (seed + 0x6d2b79f5) | 0;
        let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
    /** @param {number} most pieces @param {string[]} [more] pieces */
    const text = (most, more = []) => {
        const all = [...pieces, ...more];
        return Array.from({ length: Math.floor(random() * (most + 1)) }, () => all[Math.floor(random() * all.length)]).join("");
    };
    return { random, text };
}
