/** What people do with the mirror's controls, as actions for the planner. */

import { isOperable, isTextLike } from "./mirror-elements.js";
import { isComposing } from "./keyboard.js";
import { roveByKey } from "./roving.js";

/** @typedef {import("./mirror-elements.js").Entry} Entry */

/**
 * @typedef {object} Parts
 * @property {HTMLElement} root
 * @property {(target: EventTarget | null) => Entry | undefined} entryOf
 * @property {(name: string, ...values: (string | number)[]) => void} tell
 * @property {() => void} changed
 * @property {() => boolean} clickForwarded the planner saw the press of this click itself
 * @property {import("./text-field.js").TextFields} fields
 * @property {import("./mirror-scroll.js").ScrollAreas} scrolls
 * @property {(entry: Entry) => void} switched the browser switched this control by itself
 * @property {(name: string, modifiers: number) => boolean} key
 */

/** @param {Parts} parts */
export function listenToControls(parts) {
    const { root, entryOf, fields } = parts;
    root.addEventListener("click", (event) => clicked(event, parts));
    root.addEventListener("change", (event) => chosen(event, parts));
    root.addEventListener("input", (event) => {
        const entry = entryOf(event.target);
        if (entry && isTextLike(entry.node)) fields.input(entry);
    });
    root.addEventListener("compositionstart", (event) => {
        const entry = entryOf(event.target);
        if (entry) fields.compositionStarted(entry);
    });
    root.addEventListener("compositionend", (event) => {
        const entry = entryOf(event.target);
        if (entry) fields.compositionEnded(entry);
    });
    root.addEventListener("beforeinput", (event) => {
        undone(event, parts);
        const breaks = event.inputType === "insertLineBreak" || event.inputType === "insertParagraph";
        if (breaks && entryOf(event.target)?.node.wraps) event.preventDefault();
    });
    root.addEventListener("keydown", (event) => pressed(event, parts));
    root.addEventListener("keyup", (event) => released(event));
    root.addEventListener("scroll", (event) => parts.scrolls.scrolled(event.target), { capture: true, passive: true });
}

/**
 * @param {MouseEvent} event
 * @param {Parts} parts
 */
function clicked(event, { entryOf, tell, changed, clickForwarded }) {
    const entry = entryOf(event.target);
    if (!entry || !isOperable(entry.node)) return;
    const { node, element } = entry;
    if (node.disabled) {
        event.preventDefault();
        return;
    }
    if (node.role === "link") {
        // The planner follows its own addresses; others, and new tabs, are the browser's.
        const isOwn = element.getAttribute("href")?.startsWith("#") ?? true;
        if (!isOwn || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
    }
    const isSwitch = node.role === "checkbox" || node.role === "radio";
    if (isTextLike(node) || node.role === "select" || isSwitch || clickForwarded()) return;
    tell("action", node.id, "click", "");
    changed();
}

/**
 * @param {Event} event
 * @param {Parts} parts
 */
function chosen(event, { entryOf, tell, changed, clickForwarded, switched }) {
    const entry = entryOf(event.target);
    if (!entry) return;
    const { node, element } = entry;
    if (element instanceof HTMLSelectElement) {
        switched(entry);
        tell("action", node.id, "change", element.value);
    } else if (element instanceof HTMLInputElement && (node.role === "checkbox" || node.role === "radio")) {
        switched(entry);
        if (!clickForwarded()) tell("action", node.id, "change", String(element.checked));
    } else {
        return;
    }
    changed();
}

/**
 * Undo from the browser's menu or a shaken phone is the planner's undo.
 * @param {InputEvent} event
 * @param {Parts} parts
 */
function undone(event, { key, changed }) {
    if (event.inputType !== "historyUndo" && event.inputType !== "historyRedo") return;
    if (!key("z", event.inputType === "historyUndo" ? 1 : 3)) return; // a draft: the browser's own undo is all there is
    event.preventDefault();
    changed();
}

/**
 * @param {KeyboardEvent} event
 * @param {Parts} parts
 */
function pressed(event, { entryOf, tell, changed }) {
    if (isComposing(event) || event.defaultPrevented) return;
    if (roveByKey(event)) {
        event.preventDefault();
        return;
    }
    const entry = entryOf(event.target);
    if (!entry) return;
    const { node } = entry;
    if (isActivation(event)) {
        // Done here, because a browser whose window is not the active one leaves it out.
        event.preventDefault();
        if (event.key === "Enter" && !event.repeat) entry.element.click();
    } else if (event.key === "Enter" && ["field", "search", "number"].includes(node.role)) {
        tell("action", node.id, "submit", "");
    } else if (event.key === "ArrowDown" && node.role === "menubutton") {
        event.preventDefault();
        tell("action", node.id, "click", "");
    } else if (event.key === "Tab" && node.role === "menuitem") {
        // A menu is left as a whole.
        event.preventDefault();
        const menu = entryOf(/** @type {Element} */ (event.target).closest(".menu"));
        if (menu) tell("action", menu.node.id, "dismiss", "");
    } else {
        return;
    }
    changed();
}

/**
 * Enter on what Enter activates, Space on what Space does. Space acts when it is let go, so that one can still think better of it.
 * @param {KeyboardEvent} event
 */
function isActivation({ key, target, ctrlKey, metaKey, altKey }) {
    if (!(target instanceof HTMLElement) || ctrlKey || metaKey || altKey) return false;
    if (key === "Enter") return target.matches("button, a");
    return key === " " && target.matches("button, input[type=checkbox], input[type=radio]");
}

/** @param {KeyboardEvent} event */
function released(event) {
    if (event.key !== " " || !isActivation(event)) return;
    event.preventDefault();
    /** @type {HTMLElement} */ (event.target).click();
}
