import assert from "node:assert/strict";
import test from "node:test";
import { RecordingPlanner, openPage } from "./support/page.mjs";

/** One field with the focus. @param {import("../../web/types").Role} role @param {string} value @param {{ wraps?: boolean }} [more] */
async function open(role, value, more = {}) {
    const window = await openPage();
    const { Mirror } = await import("../../web/mirror.js");
    const planner = new RecordingPlanner();
    const root = window.document.getElementById("mirror");
    const mirror = new Mirror({ root, bridge: planner.bridge, changed: () => {}, clickForwarded: () => false });
    const show = (/** @type {string} */ text) =>
        mirror.apply({ set: [{ id: "f", role, name: "Veld", value: text, ...more }], order: [["f", ""]] });
    show(value);
    /** @type {any} */
    const field = root.firstElementChild.nextElementSibling ?? root.firstElementChild;
    field.focus();
    planner.take();
    const type = (/** @type {string} */ text) => {
        field.value = text;
        field.dispatchEvent(new window.Event("input", { bubbles: true }));
    };
    const compose = (/** @type {"start" | "end"} */ when) =>
        field.dispatchEvent(new window.CompositionEvent(`composition${when}`, { bubbles: true }));
    return { window, mirror, planner, field, show, type, compose };
}

const tick = () => new Promise((resolve) => setTimeout(resolve));

test("every input is told, whole", async () => {
    const { planner, type } = await open("area", "");
    type("a");
    type("ab\n😀");
    assert.deepEqual(planner.take(), ["action f input a", "action f input ab\n😀"]);
});

test("an echo of what was typed a moment ago never overwrites what was typed since", async () => {
    const { field, show, type, mirror } = await open("area", "");
    type("a");
    type("ab");
    show("a");
    assert.equal(field.value, "ab");
    type("abc");
    show("");
    show("ab");
    assert.equal(field.value, "abc");
    show("abc");
    mirror.afterFrame(true);
    assert.equal(field.value, "abc");
});

test("what the planner decides itself is shown at once where nothing was typed", async () => {
    const { field, show, type, mirror } = await open("field", "een");
    show("twee");
    assert.equal(field.value, "twee");
    type("twee drie");
    mirror.afterFrame(true);
    show("DRIE");
    assert.equal(field.value, "DRIE");
});

test("a text that came in before the planner heard of what is typed does not take the place of what is typed", async () => {
    const { field, show, type, mirror, planner } = await open("area", "een");
    type("een tw");
    show("een, van de ander"); // drawn in the frame that takes what was typed
    assert.equal(field.value, "een tw");
    type("een twee");
    assert.deepEqual(planner.bases.splice(0), ["een", "een tw"]);
    show("een tw");
    show("een twee");
    mirror.afterFrame(true);
    assert.equal(field.value, "een twee");
});

test("when the planner has dealt with everything, the field shows what it has", async () => {
    const { field, type, mirror } = await open("field", "een");
    type("een!");
    mirror.afterFrame(false);
    assert.equal(field.value, "een!");
    mirror.afterFrame(true);
    assert.equal(field.value, "een");
});

test("nothing is written during a composition", async () => {
    const { field, show, type, compose, mirror, planner } = await open("area", "");
    compose("start");
    type("´");
    show("iets anders");
    mirror.afterFrame(true);
    assert.equal(field.value, "´");
    type("é");
    compose("end");
    show("´");
    assert.equal(field.value, "é");
    await tick();
    show("é");
    mirror.afterFrame(true);
    assert.equal(field.value, "é");
    assert.deepEqual(planner.take(), ["action f input ´", "action f input é"]);
});

test("a text that the planner wants is written after the composition", async () => {
    const { field, show, type, compose, mirror } = await open("area", "");
    compose("start");
    type("x");
    show("van de ander");
    compose("end");
    await tick();
    mirror.afterFrame(true);
    assert.equal(field.value, "van de ander");
});

test("a composition that follows at once is as safe as the first", async () => {
    const { field, show, type, compose, mirror } = await open("area", "");
    compose("start");
    type("é");
    compose("end");
    compose("start");
    type("é´");
    await tick();
    show("van de ander");
    mirror.afterFrame(true);
    assert.equal(field.value, "é´");
    compose("end");
    await tick();
    mirror.afterFrame(true);
    show("van de ander, ook");
    assert.equal(field.value, "van de ander, ook");
});

test("with what is typed goes the text in which it was typed", async () => {
    const { show, type, compose, mirror, planner } = await open("area", "een");
    type("een!");
    type("een!!");
    show("een!"); // an echo
    type("een!!!");
    assert.deepEqual(planner.bases.splice(0), ["een", "een!", "een!!"]);
    mirror.afterFrame(true);
    show("van de ander");
    type("van de ander?");
    assert.deepEqual(planner.bases.splice(0), ["van de ander"]);
    compose("start");
    show("van een derde"); // not seen by who composes
    type("van de ander?´");
    type("van de ander?é");
    assert.deepEqual(planner.bases.splice(0), ["van de ander?", "van de ander?´"]);
    compose("end");
    await tick();
    mirror.afterFrame(true);
    type("van een derde.");
    assert.deepEqual(planner.bases.splice(0), ["van een derde"]);
});

test("with a date goes the date that stood there", async () => {
    const { show, type, planner, field } = await open("date", "2026-01-05");
    type("0002-11-19");
    show("2026-03-03"); // not shown in a date that is half typed
    type("2026-11-19");
    assert.deepEqual(planner.bases.splice(0), ["2026-01-05"]);
    field.value = "0026-11-19";
    field.blur();
    assert.deepEqual(planner.bases, ["2026-11-19"]);
});

test("the caret stays with the words around it", async () => {
    const { field, show } = await open("area", "een twee drie");
    field.setSelectionRange(8, 8);
    show("nul een twee drie");
    assert.deepEqual([field.selectionStart, field.selectionEnd], [12, 12]);
    show("nul een twee vier");
    assert.equal(field.selectionStart, 12);
});

test("where the caret goes", async () => {
    await openPage();
    const { moveCaret } = await import("../../web/text-field.js");
    /** @type {[string, string, number, number][]} */
    const cases = [
        ["", "abc", 0, 0],
        ["abc", "", 2, 0],
        ["abc", "abc", 2, 2],
        ["abc", "abxc", 3, 4],
        ["abc", "xabc", 0, 0],
        ["aaaa", "aa", 4, 2],
        ["een twee", "een drie", 6, 7],
    ];
    for (const [before, after, caret, wanted] of cases) assert.equal(moveCaret(before, after, caret), wanted, `${before} > ${after}`);
});

test("undo from the browser's menu is the planner's undo", async () => {
    const { field, window, planner } = await open("area", "een");
    planner.answers.key = () => 1;
    for (const inputType of ["historyUndo", "historyRedo", "insertText"]) {
        const event = new window.InputEvent("beforeinput", { inputType, bubbles: true, cancelable: true });
        field.dispatchEvent(event);
        assert.equal(event.defaultPrevented, inputType !== "insertText");
    }
    assert.deepEqual(planner.take(), ["key z 1", "key z 3"]);
});

test("Enter submits a single line and only breaks a long text", async () => {
    for (const role of /** @type {const} */ (["field", "area"])) {
        const { field, window, planner } = await open(role, "");
        field.dispatchEvent(new window.KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
        assert.deepEqual(planner.take(), role === "field" ? ["action f submit"] : []);
    }
});

test("one paragraph is edited over several lines, and has no line breaks of its own", async () => {
    const { window, planner, field, type } = await open("field", "een", { wraps: true });
    assert.equal(field.tagName, "TEXTAREA");
    assert.equal(field.getAttribute("aria-multiline"), "false");
    for (const inputType of ["insertLineBreak", "insertParagraph"]) {
        const before = new window.InputEvent("beforeinput", { inputType, bubbles: true, cancelable: true });
        assert.equal(field.dispatchEvent(before), false, inputType);
    }
    assert.ok(field.dispatchEvent(new window.InputEvent("beforeinput", { inputType: "insertText", bubbles: true, cancelable: true })));
    field.dispatchEvent(new window.KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
    type("een\ntwee\r\ndrie");
    assert.equal(field.value, "een twee drie");
    assert.deepEqual(planner.take(), ["action f submit", "action f input een twee drie"]);
});

test("a long text keeps its line breaks", async () => {
    const { window, field, type } = await open("area", "een");
    assert.ok(field.dispatchEvent(new window.InputEvent("beforeinput", { inputType: "insertLineBreak", bubbles: true, cancelable: true })));
    type("een\ntwee");
    assert.equal(field.value, "een\ntwee");
});

test("a date is told when it is whole", async () => {
    const { planner, type } = await open("date", "");
    type("0002-11-19");
    type("2026-11-19");
    assert.deepEqual(planner.take(), ["action f change 2026-11-19"]);
});

test("a date of which the year is being typed is left alone by frames in between", async () => {
    const { field, mirror, type } = await open("date", "2026-01-05");
    type("0002-11-19");
    mirror.afterFrame(true);
    assert.equal(/** @type {HTMLInputElement} */ (field).value, "0002-11-19");
});

test("a field that is left shows its text until the canvas does", async () => {
    const { field, mirror, planner } = await open("area", "een");
    assert.ok(field.classList.contains("editing"));
    field.blur();
    assert.deepEqual(planner.take(), ["action f blur", "focused  0"]);
    assert.ok(field.classList.contains("editing"));
    mirror.afterFrame(false);
    assert.equal(field.classList.contains("editing"), false);
});
