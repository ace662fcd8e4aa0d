import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { lock, LockOutcome, unlock } from "../../web/lock.js";

const PHRASE = "vier woorden op een rij";
const job = { rounds: 100_000, salt: btoa("0123456789abcdef"), nonce: btoa("0123456789ab"), header: '{"a":1}', phrase: PHRASE };
const bytes = new TextEncoder().encode("De leervraag van Team Één");

/** What the planner hands over of a locked file: the tag vouches for its canonical text without the payload. @param {string} name */
async function lockedFile(name) {
    const { payload, ...header } = JSON.parse(await readFile(new URL(`../fixtures/${name}`, import.meta.url), "utf8"));
    const { key, cipher } = header;
    return {
        job: { rounds: key.rounds, salt: key.salt, nonce: cipher.nonce, header: JSON.stringify(header), phrase: PHRASE },
        payload: Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0)),
    };
}

test("what the page locked, the page opens; nobody reads it in between", async () => {
    const { outcome, bytes: payload } = await lock(job, bytes);
    assert.equal(outcome, LockOutcome.done);
    assert.equal(payload.length, 4 + bytes.length + 16);
    assert.ok(!Buffer.from(payload).includes("leervraag"));
    assert.deepEqual(await unlock(job, payload), { outcome: LockOutcome.done, bytes });
});

test("a wrong pass phrase and damage are told apart, in the bytes as well as in the header", async () => {
    const { bytes: payload } = await lock(job, bytes);
    const outcomeOf = async (/** @type {object} */ change, changed = payload) => (await unlock({ ...job, ...change }, changed)).outcome;
    assert.equal(await outcomeOf({ phrase: "vier woorden op een rijtje" }), LockOutcome.wrongPhrase);
    assert.equal(await outcomeOf({ header: '{"a":2}' }), LockOutcome.damaged);
    for (const at of [4, payload.length - 1]) {
        assert.equal(await outcomeOf({}, payload.map((byte, index) => (index === at ? byte ^ 1 : byte))), LockOutcome.damaged);
    }
    assert.equal(await outcomeOf({}, payload.map((byte, index) => (index === 0 ? byte ^ 1 : byte))), LockOutcome.done);
});

test("a letter with its accent apart is the same pass phrase", async () => {
    const { bytes: payload } = await lock({ ...job, phrase: "drie\u0308nvijftig woorden" }, bytes);
    assert.equal((await unlock({ ...job, phrase: "dri\u00EBnvijftig woorden" }, payload)).outcome, LockOutcome.done);
});

test("the page opens what the planner command locked", async () => {
    const { job: made, payload } = await lockedFile("locked_by_command.json");
    const { outcome, bytes: opened } = await unlock(made, payload);
    assert.equal(outcome, LockOutcome.done);
    assert.match(new TextDecoder().decode(opened), /^\{.*"format": "peer-review-planner"/s);
});

test("without web cryptography the page says so", async () => {
    const there = Object.getOwnPropertyDescriptor(globalThis, "crypto");
    Object.defineProperty(globalThis, "crypto", { value: {}, configurable: true });
    try {
        assert.equal((await lock(job, bytes)).outcome, LockOutcome.unavailable);
        assert.equal((await unlock(job, bytes)).outcome, LockOutcome.unavailable);
    } finally {
        Object.defineProperty(globalThis, "crypto", there ?? { value: undefined, configurable: true });
    }
});
