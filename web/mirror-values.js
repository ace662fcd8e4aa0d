/** What a control holds: text, choice, tick. */

import { isTextElement } from "./text-field.js";

/** @typedef {import("./mirror-elements.js").Entry} Entry */

/**
 * Shows in the control what the planner has.
 * @param {Entry} entry
 * @param {import("./text-field.js").TextFields} [fields] absent: texts and lists stay
 */
export function syncControl(entry, fields) {
    const { node, element } = entry;
    if (element instanceof HTMLSelectElement) {
        if (fields) putOptions(element, node);
        if (element.value !== (node.value ?? "")) element.value = node.value ?? "";
        element.disabled = node.disabled === true;
        element.required = node.required === true;
    } else if (element instanceof HTMLInputElement && (node.role === "checkbox" || node.role === "radio")) {
        element.checked = node.checked === true;
        element.indeterminate = node.checked === "mixed";
        element.required = node.required === true && node.role === "checkbox";
    } else if (fields && isTextElement(element)) {
        fields.write(entry);
    }
}

/**
 * @param {HTMLSelectElement} select
 * @param {import("./types").MirrorNode} node
 */
function putOptions(select, node) {
    const wanted = node.options ?? [];
    const same =
        wanted.length === select.options.length &&
        wanted.every(([value, label], index) => {
            const option = select.options[index];
            return option?.value === value && option.text === label;
        });
    if (same) return;
    select.replaceChildren(...wanted.map(([value, label]) => new Option(label, value)));
}
