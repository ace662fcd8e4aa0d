/** Keys that belong to no single control: shortcuts, undo, Escape. What the planner does not use stays with the browser. */

/** Bits of the modifiers of `planner_key`. */
const CONTROL = 1;
const SHIFT = 2;
const ALT = 4;

/** With Control or Command these are the browser's: zoom, tabs, reload, address bar, developer tools, quit. */
const BROWSER_KEYS = new Set(["+", "-", "=", "0", "_", "r", "t", "w", "n", "l", "q", "tab", "f5", "f12"]);
/** With Control or Command these edit text, so inside a field they are the field's. */
const EDITING_KEYS = new Set(["a", "c", "v", "x", "b", "i", "u", "arrowleft", "arrowright", "arrowup", "arrowdown", "home", "end", "backspace", "delete", "insert"]);
/** Without modifiers these work the focused control or move the focus. */
const CONTROL_KEYS = new Set(["Tab", "Enter", " ", "CapsLock", "F5", "F11", "F12"]);
const MODIFIER_KEYS = new Set(["Shift", "Control", "Alt", "Meta", "AltGraph"]);

/**
 * @param {object} parts
 * @param {import("./bridge.js").Bridge} parts.bridge
 * @param {import("./mirror.js").Mirror} parts.mirror
 * @param {() => void} parts.changed the planner did something
 * @param {Window} [parts.view]
 */
export function listenToKeys({ bridge, mirror, changed, view = window }) {
    /** A key that the planner used and that is still down: one press is one step, however long it lasts. */
    let held = "";
    view.addEventListener("keyup", () => (held = ""));
    view.addEventListener("keydown", (event) => {
        if (event.repeat && event.key === held) {
            event.preventDefault();
            return;
        }
        if (event.defaultPrevented || isComposing(event) || MODIFIER_KEYS.has(event.key)) return;
        if (event.key === "Escape" && mirror.dismiss()) {
            event.preventDefault();
            return;
        }
        const key = keyName(event);
        const forPlanner = isForPlanner(event, key, mirror.usesKeys(event.target, event.key));
        const used = forPlanner && bridge.ask("key", key, modifiers(event)) !== 0;
        // Undo may be held.
        held = used && !event.ctrlKey && !event.metaKey ? event.key : "";
        if (used) changed();
        if (used || mirror.scrollByKey(event)) event.preventDefault();
    });
}

/** Part of a composition: the keys are the input method's. @param {KeyboardEvent} event */
export function isComposing(event) {
    return event.isComposing || event.keyCode === 229;
}

/** @param {KeyboardEvent} event */
export function modifiers(event) {
    return (event.ctrlKey || event.metaKey ? CONTROL : 0) | (event.shiftKey ? SHIFT : 0) | (event.altKey ? ALT : 0);
}

/**
 * The key's name; with Control or Command a lower-case Latin letter, also on a keyboard for another script.
 * @param {KeyboardEvent} event
 */
export function keyName(event) {
    if (!event.ctrlKey && !event.metaKey) return event.key;
    const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
    if (letter && !/^[a-z]$/i.test(event.key)) return letter.toLowerCase();
    return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}

/**
 * @param {KeyboardEvent} event
 * @param {string} key
 * @param {boolean} inField the focus is in a control that uses keys itself
 */
export function isForPlanner(event, key, inField) {
    if (event.getModifierState("AltGraph")) return false; // types a character
    const name = key.toLowerCase();
    if (event.ctrlKey || event.metaKey) return !BROWSER_KEYS.has(name) && !(inField && EDITING_KEYS.has(name));
    if (event.altKey) return !inField && name !== "arrowleft" && name !== "arrowright";
    return !inField && !CONTROL_KEYS.has(key);
}
