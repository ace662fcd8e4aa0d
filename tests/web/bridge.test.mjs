import assert from "node:assert/strict";
import test from "node:test";
import { OutOfMemory } from "../../web/bridge.js";
import { RecordingPlanner } from "./support/page.mjs";

test("texts and bytes arrive whole and their memory is given back", () => {
    const planner = new RecordingPlanner();
    planner.answers.key = () => 1;
    assert.equal(planner.bridge.ask("key", "é😀", 3), 1);
    planner.bridge.tell("file", "naam.json", new TextEncoder().encode("{}"));
    planner.bridge.tell("route", "");
    assert.deepEqual(planner.take(), ["key é😀 3", "file naam.json {}", "route"]);
    assert.equal(planner.blocks, 0);
});

test("the planner is never entered twice", () => {
    const planner = new RecordingPlanner();
    /** @type {string[]} */
    const order = [];
    planner.answers.frame = () => {
        planner.bridge.afterwards(() => {
            order.push("effect");
            planner.bridge.tell("focused", "b", 1);
            assert.throws(() => planner.bridge.ask("pending"));
        });
        planner.bridge.tell("scrolled", "s", 0, 1);
        assert.throws(() => planner.bridge.ask("pending"));
        order.push("frame");
        return 7;
    };
    assert.equal(planner.bridge.ask("frame"), 7);
    assert.deepEqual(order, ["frame", "effect"]);
    assert.deepEqual(planner.take(), ["frame", "scrolled s 0 1", "focused b 1"]);
});

test("after a crash nothing is called any more", () => {
    const planner = new RecordingPlanner();
    planner.answers.frame = () => {
        planner.bridge.tell("route", "#/x");
        throw new Error("unreachable");
    };
    assert.equal(planner.bridge.ask("frame"), 0);
    planner.bridge.tell("route", "#/y");
    assert.equal(planner.bridge.ask("key", "a", 0), 0);
    assert.equal(planner.bridge.usable, false);
    assert.equal(planner.crashes.length, 1);
    assert.deepEqual(planner.take(), ["frame"]);
});

test("a file too large for the memory is a refusal, not a crash", () => {
    const planner = new RecordingPlanner();
    assert.throws(() => planner.bridge.ask("file", "groot.json", new Uint8Array(1 << 20)), OutOfMemory);
    assert.equal(planner.bridge.usable, true);
    assert.deepEqual(planner.take(), []);
});
