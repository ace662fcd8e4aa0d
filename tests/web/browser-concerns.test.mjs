import assert from "node:assert/strict";
import test from "node:test";
import { openPage } from "./support/page.mjs";
import { Router } from "../../web/router.js";
import { isForPlanner, keyName, listenToKeys, modifiers } from "../../web/keyboard.js";

/** @param {() => boolean} condition */
async function until(condition) {
    for (let wait = 0; wait < 200 && !condition(); wait += 1) await new Promise((resolve) => setTimeout(resolve, 5));
}

test("addresses go both ways without an echo", async () => {
    const window = await openPage();
    /** @type {string[]} */
    const arrived = [];
    const router = new Router((hash) => arrived.push(hash), window);
    assert.equal(router.hash, "");
    router.go("#/review/a/dashboard", false);
    router.go("#/review/a/dashboard", false);
    router.go("#/review/a/cards", false);
    router.go("#/review/a/cards/voorbereiding", true);
    assert.equal(window.history.length, 3);
    assert.equal(window.location.hash, "#/review/a/cards/voorbereiding");
    assert.deepEqual(arrived, []);
    window.history.back();
    await until(() => arrived.length === 1);
    assert.deepEqual(arrived, ["#/review/a/dashboard"]);
    window.location.hash = "#/";
    await until(() => arrived.length === 2);
    assert.deepEqual(arrived, ["#/review/a/dashboard", "#/"]);
    router.title("Hulpkaarten");
    assert.equal(window.document.title, "Hulpkaarten");
});

/** @param {string} keys like "ctrl+shift+z" @param {Partial<KeyboardEvent>} [more] */
function press(keys, more = {}) {
    const parts = keys.split("+");
    const key = parts.pop() || "+";
    return /** @type {KeyboardEvent} */ (
        /** @type {unknown} */ ({
            key,
            code: "",
            ctrlKey: parts.includes("ctrl"),
            metaKey: parts.includes("meta"),
            shiftKey: parts.includes("shift"),
            altKey: parts.includes("alt"),
            getModifierState: (/** @type {string} */ name) => name === "AltGraph" && parts.includes("altgr"),
            ...more,
        })
    );
}

test("which keys the planner may use", () => {
    /** @type {[string, boolean, boolean][]} key, elsewhere, inside a text field */
    const cases = [
        ["ctrl+z", true, true],
        ["ctrl+shift+z", true, true],
        ["meta+y", true, true],
        ["ctrl+s", true, true],
        ["ctrl+a", true, false],
        ["ctrl+c", true, false],
        ["ctrl+r", false, false],
        ["ctrl+0", false, false],
        ["ctrl++", false, false],
        ["ctrl+-", false, false],
        ["n", true, false],
        ["é", true, false],
        ["?", true, false],
        ["Tab", false, false],
        ["Enter", false, false],
        [" ", false, false],
        ["F5", false, false],
        ["alt+arrowleft", false, false],
        ["ctrl+altgr+e", false, false],
    ];
    for (const [keys, elsewhere, inField] of cases) {
        const event = press(keys);
        assert.equal(isForPlanner(event, keyName(event), false), elsewhere, keys);
        assert.equal(isForPlanner(event, keyName(event), true), inField, `${keys} in a field`);
    }
});

test("shortcuts work on every keyboard", () => {
    assert.equal(keyName(press("ctrl+я", { code: "KeyZ" })), "z");
    assert.equal(keyName(press("ctrl+Z", { code: "KeyY" })), "z", "a German keyboard has z where others have y");
    assert.equal(keyName(press("я", { code: "KeyZ" })), "я");
    assert.equal(modifiers(press("meta+shift+z")), 3);
});

test("a key that is held down is one step of the planner, but undo may be held", () => {
    /** @type {string[]} */
    const heard = [];
    /** @type {Record<string, (event: any) => void>} */
    const listeners = {};
    const view = { addEventListener: (/** @type {string} */ type, /** @type {any} */ listener) => (listeners[type] = listener) };
    const bridge = { ask: (/** @type {string} */ _, /** @type {string} */ key) => heard.push(key) };
    const mirror = { dismiss: () => false, usesKeys: () => false, scrollByKey: () => false };
    listenToKeys(/** @type {any} */ ({ bridge, mirror, changed: () => {}, view }));
    const send = (/** @type {string} */ type, /** @type {any} */ data) => {
        let prevented = false;
        listeners[type]?.({ getModifierState: () => false, preventDefault: () => (prevented = true), ...data });
        return prevented;
    };
    assert.ok(send("keydown", { key: "PageDown" }));
    for (let time = 0; time < 5; ++time) assert.ok(send("keydown", { key: "PageDown", repeat: true }), "nor does it scroll");
    assert.deepEqual(heard, ["PageDown"]);
    send("keyup", { key: "PageDown" });
    send("keydown", { key: "PageDown" });
    assert.deepEqual(heard, ["PageDown", "PageDown"]);
    for (const repeat of [false, true, true]) send("keydown", { key: "z", ctrlKey: true, repeat });
    assert.deepEqual(heard.slice(2), ["z", "z", "z"]);
});
