// Runs in the page: finds elements as assistive technology does, by role and accessible name.
// Bundled into one script by finder.mjs; everything it returns is JSON.
import { computeAccessibleDescription, computeAccessibleName, getRole } from "dom-accessibility-api";

/**
 * One step of a search: among the elements inside the ones found before. `name` must be equal, `pattern` match.
 * @typedef {{ kind: "role" | "label" | "css" | "text", role?: string, name?: string, pattern?: string, level?: number }} Step
 */

const editable = "input:not([type=hidden]), textarea, select, [contenteditable=true]";

/** @param {string} text */
const tidy = (text) => text.replace(/\s+/g, " ").trim();

/** @param {Element} element */
function roleOf(element) {
    const role = getRole(element);
    if (role) return role;
    return element instanceof HTMLInputElement && element.type !== "hidden" && element.type !== "file" ? "textbox" : "";
}

/** @param {Element} element */
function isHidden(element) {
    if (getComputedStyle(element).visibility === "hidden") return true;
    for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
        if (at.getAttribute("aria-hidden") === "true" || at.hasAttribute("inert") || getComputedStyle(at).display === "none") return true;
    }
    return false;
}

/** @param {Element} element @param {Step} step */
function hasName(element, step) {
    if (step.name === undefined && step.pattern === undefined) return true;
    const name = tidy(step.kind === "text" ? (element.textContent ?? "") : computeAccessibleName(element));
    return step.pattern !== undefined ? new RegExp(step.pattern, "u").test(name) : name === tidy(step.name ?? "");
}

/** @param {Element} element @param {Step} step */
function matches(element, step) {
    if (step.kind === "role" && roleOf(element) !== step.role) return false;
    if (step.level !== undefined && Number(element.getAttribute("aria-level") ?? element.tagName.slice(1)) !== step.level) return false;
    return hasName(element, step) && !isHidden(element);
}

/** @param {ParentNode} scope @param {Step} step @returns {Element[]} */
function among(scope, step) {
    const selector = step.kind === "css" ? (step.role ?? "*") : step.kind === "label" ? editable : "*";
    const found = [...scope.querySelectorAll(selector)].filter((element) => matches(element, step));
    // Of elements inside each other with the same text, the innermost carries it.
    return step.kind === "text" ? found.filter((element) => !found.some((other) => other !== element && element.contains(other))) : found;
}

/** @param {Step[]} steps @returns {Element[]} */
export function find(steps) {
    /** @type {ParentNode[]} */
    let scopes = [document];
    for (const step of steps) scopes = [...new Set(scopes.flatMap((scope) => among(scope, step)))];
    return /** @type {Element[]} */ (scopes);
}

/** @param {Element} element */
function boxOf(element) {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
}

/** @param {Element} element @param {string} name */
const flag = (element, name) => element.getAttribute(name) ?? undefined;

/** @param {Element} element */
function checkedOf(element) {
    if (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type)) return element.checked;
    const state = element.getAttribute("aria-checked");
    return state === null ? undefined : state === "true";
}

/** What a person can know about an element. @param {Element | null} element */
export function describe(element) {
    if (!element) return null;
    const control = /** @type {HTMLInputElement} */ (element);
    return {
        role: roleOf(element),
        name: tidy(computeAccessibleName(element)),
        description: tidy(computeAccessibleDescription(element)),
        tag: element.tagName.toLowerCase(),
        value: "value" in element && element.tagName !== "BUTTON" && element.tagName !== "LI" ? String(control.value) : undefined,
        text: element.textContent ?? "",
        checked: checkedOf(element),
        selected: flag(element, "aria-selected"),
        expanded: flag(element, "aria-expanded"),
        pressed: flag(element, "aria-pressed"),
        current: flag(element, "aria-current"),
        invalid: flag(element, "aria-invalid"),
        disabled: element.matches(":disabled") || element.getAttribute("aria-disabled") === "true",
        focused: element === document.activeElement,
        box: boxOf(element),
    };
}

/** @param {Step[]} steps */
export const describeAll = (steps) => find(steps).map(describe);

export const describeFocus = () => describe(document.activeElement);

/** Its middle is in the window, with nothing else over it. @param {Element} element */
function isUncovered(element) {
    const { left, top, width, height } = element.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return there !== null && (element.contains(there) || there.contains(element));
}

/** The next frame of the browser; a tab that is not shown has none. */
const nextFrame = () => new Promise((resolve) => (document.hidden ? setTimeout(resolve, 20) : requestAnimationFrame(resolve)));

/**
 * Scrolls the one element into view and tells where its middle is, or why that is impossible.
 * @param {Step[]} steps
 * @param {number} index which of them; -1: there must be only one
 */
export async function aim(steps, index) {
    await nextFrame();
    const found = find(steps);
    const element = index < 0 ? found[0] : found[index];
    if (!element || (index < 0 && found.length > 1)) return { count: found.length };
    element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
    if (!isUncovered(element)) element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    return { count: found.length, state: describe(element) };
}

/** @param {Step[]} steps @param {number} index */
export function focus(steps, index) {
    const element = /** @type {HTMLElement | undefined} */ (find(steps)[Math.max(index, 0)]);
    element?.focus();
    return element !== undefined;
}

/** Operates a control as assistive technology does, without a pointer. @param {Step[]} steps @param {number} index */
export function activate(steps, index) {
    const element = /** @type {HTMLElement | undefined} */ (find(steps)[Math.max(index, 0)]);
    element?.click();
    return element !== undefined;
}

/** @param {Element} element */
function announceChange(element) {
    element.dispatchEvent(new Event("input", { bubbles: true }));
    element.dispatchEvent(new Event("change", { bubbles: true }));
}

/** Sets the value of a date, time, number field or select, as picking it would. @param {Step[]} steps @param {number} index @param {string} value */
export function setValue(steps, index, value) {
    const element = /** @type {HTMLInputElement | HTMLSelectElement} */ (find(steps)[Math.max(index, 0)]);
    element.focus();
    const option = element instanceof HTMLSelectElement ? [...element.options].find((each) => tidy(each.text) === value || each.value === value) : undefined;
    if (element instanceof HTMLSelectElement && !option) throw new Error(`no option ${value}; there are ${[...element.options].map((each) => each.text)}`);
    const owner = element instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
    Object.getOwnPropertyDescriptor(owner, "value")?.set?.call(element, option ? option.value : value);
    announceChange(element);
}

/** Types into what has the focus, as one insertion that the page can undo. @param {string} text */
export const insertText = (text) => document.execCommand("insertText", false, text);

/** Takes the focus to a text field and replaces all of its text by one insertion. @param {Step[]} steps @param {number} index @param {string} text */
export function replaceText(steps, index, text) {
    const field = /** @type {HTMLInputElement} */ (find(steps)[Math.max(index, 0)]);
    field.focus();
    field.select();
    return insertText(text);
}

/**
 * Fills many fields, each found by its name, all before the next frame, as a browser does that fills in a form by itself.
 * @param {Step[]} scope @param {{ name: string, text: string }[]} wanted
 */
export function fillFields(scope, wanted) {
    const fields = new Map(find([...scope, { kind: "label" }]).map((element) => [tidy(computeAccessibleName(element)), element]));
    for (const { name, text } of wanted) {
        const field = /** @type {HTMLInputElement | undefined} */ (fields.get(tidy(name)));
        if (!field?.isConnected) throw new Error(`no field ${name}`);
        field.focus();
        if (/^(date|time)$/.test(field.type)) {
            Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(field, text);
            announceChange(field);
        } else {
            field.select();
            insertText(text);
        }
    }
}

/**
 * Answers every choice that has no answer yet: with one of the preferred options, or else with the first; ticks every box that stands alone.
 * @param {Step[]} scope @param {string[]} preferred
 */
export async function answerChoices(scope, preferred) {
    const isChecked = (/** @type {Element} */ option) => checkedOf(option) === true;
    for (const role of ["radiogroup", "group"]) {
        for (const group of find([...scope, { kind: "role", role }])) {
            const options = [...group.querySelectorAll("input, [role=radio], [role=checkbox]")];
            if (options.length === 0 || options.some(isChecked)) continue;
            const option = options.find((each) => preferred.includes(tidy(computeAccessibleName(each)))) ?? options[0];
            /** @type {HTMLElement} */ (option).click();
            await nextFrame();
        }
    }
    for (const box of find([...scope, { kind: "role", role: "checkbox" }])) {
        if (isChecked(box) || box.closest("[role=group]")) continue;
        /** @type {HTMLElement} */ (box).click();
        await nextFrame();
    }
}

/** @param {string} text base64 */
const bytesOf = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** @param {{ name: string, type: string, base64: string }[]} files */
function transferOf(files) {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of files) transfer.items.add(new File([bytesOf(base64)], name, { type }));
    return transfer;
}

/** Drops files on a point of the page. @param {number} x @param {number} y @param {{ name: string, type: string, base64: string }[]} files */
export function dropFiles(x, y, files) {
    const target = document.elementFromPoint(x, y) ?? document.body;
    const dataTransfer = transferOf(files);
    for (const type of ["dragenter", "dragover", "drop"]) {
        target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, composed: true, clientX: x, clientY: y, dataTransfer }));
    }
}

/** Pastes text into what has the focus. @param {string} text */
export function paste(text) {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData });
    if (document.activeElement?.dispatchEvent(event) !== false) insertText(text);
}

/** Waits until the planner has nothing to draw and nothing to save. */
export async function settled() {
    const planner = /** @type {any} */ (globalThis).planner;
    await planner?.settled?.();
}

/**
 * The same, or for as long as this when that takes longer: a planner that cannot save goes on trying.
 * @param {number} patience in ms
 */
export async function calm(patience) {
    await Promise.race([settled(), new Promise((resolve) => setTimeout(resolve, patience))]);
}

/** The page as a list of roles and names, for messages and comparisons. */
export function outline() {
    return [...document.querySelectorAll("body *")]
        .filter((element) => roleOf(element) && !isHidden(element))
        .map((element) => {
            const { role, name, value } = /** @type {NonNullable<ReturnType<typeof describe>>} */ (describe(element));
            return [role, name, ...(value === undefined ? [] : [value])];
        });
}
