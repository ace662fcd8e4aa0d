/** From a node of the semantic tree to a real HTML element: which one, with which attributes and which place. */

/**
 * @typedef {import("./types").MirrorNode} MirrorNode
 *
 * @typedef {object} Entry a node and what stands for it on the page
 * @property {MirrorNode} node
 * @property {HTMLElement} element
 * @property {Text | null} text own text of the element
 * @property {HTMLElement | null} spacer gives a scroll area its length
 * @property {Map<string, HTMLElement>} notes help and error that describe the element
 * @property {Record<string, string>} attributes
 * @property {Record<string, string>} styles
 */

/**
 * @typedef {object} Shape
 * @property {string} tag
 * @property {string} [role] explicit role; the layout takes the implied one away, or the tag has none
 * @property {"text" | "label"} [naming] how the name is given: as content, or as aria-label
 * @property {boolean} [operable]
 */

/** @type {Record<import("./types").Role, Shape>} */
const shapes = {
    group: { tag: "div", naming: "label" },
    list: { tag: "ul", role: "list", naming: "label" },
    listitem: { tag: "li", role: "listitem", naming: "text" },
    text: { tag: "div", naming: "text" },
    heading: { tag: "h2", naming: "text" },
    button: { tag: "button", naming: "text", operable: true },
    link: { tag: "a", role: "link", naming: "text", operable: true },
    field: { tag: "input", naming: "label", operable: true },
    area: { tag: "textarea", naming: "label", operable: true },
    number: { tag: "input", naming: "label", operable: true },
    date: { tag: "input", naming: "label", operable: true },
    time: { tag: "input", naming: "label", operable: true },
    checkbox: { tag: "input", naming: "label", operable: true },
    radio: { tag: "input", naming: "label", operable: true },
    radiogroup: { tag: "div", role: "radiogroup", naming: "label" },
    select: { tag: "select", naming: "label", operable: true },
    table: { tag: "table", role: "table", naming: "label" },
    rowgroup: { tag: "tbody", role: "rowgroup", naming: "label" },
    row: { tag: "tr", role: "row", naming: "label" },
    columnheader: { tag: "th", role: "columnheader", naming: "text" },
    rowheader: { tag: "th", role: "rowheader", naming: "text" },
    cell: { tag: "td", role: "cell", naming: "text" },
    tablist: { tag: "div", role: "tablist", naming: "label" },
    tab: { tag: "button", role: "tab", naming: "text", operable: true },
    tabpanel: { tag: "div", role: "tabpanel", naming: "label" },
    navigation: { tag: "nav", naming: "label" },
    main: { tag: "main", naming: "label" },
    banner: { tag: "header", role: "banner", naming: "label" },
    complementary: { tag: "aside", role: "complementary", naming: "label" },
    region: { tag: "section", role: "region", naming: "label" },
    dialog: { tag: "div", role: "dialog", naming: "label" },
    menu: { tag: "div", role: "menu", naming: "label" },
    menuitem: { tag: "button", role: "menuitem", naming: "text", operable: true },
    menubutton: { tag: "button", naming: "text", operable: true },
    status: { tag: "div", role: "status", naming: "text" },
    alert: { tag: "div", role: "alert", naming: "text" },
    progress: { tag: "div", role: "progressbar", naming: "label" },
    image: { tag: "div", role: "img", naming: "label" },
    separator: { tag: "div", role: "separator", naming: "label" },
    scroll: { tag: "div", naming: "label" },
    search: { tag: "input", naming: "label", operable: true },
    toolbar: { tag: "div", role: "toolbar", naming: "label" },
};

/** @type {Shape} */
const plain = { tag: "div", naming: "label" };

/** @param {MirrorNode} node */
function shapeOf(node) {
    return shapes[node.role] ?? plain;
}

/** @param {MirrorNode} node */
export function isOperable(node) {
    return shapeOf(node).operable === true;
}

/** A control that people type into, edited by the browser. @param {MirrorNode} node */
export function isTextLike(node) {
    return ["field", "area", "search", "number", "date", "time"].includes(node.role);
}

/** @param {MirrorNode} node */
function tagOf(node) {
    if (node.role === "heading") return `h${Math.min(6, Math.max(1, node.level ?? 2))}`;
    return node.wraps ? "textarea" : shapeOf(node).tag;
}

/** @param {MirrorNode} node */
function inputType(node) {
    switch (node.role) {
        case "field":
            return node.type ?? "text";
        case "number":
            return node.type ?? "text"; // a real number input empties itself at a wrong character
        case "search":
        case "date":
        case "time":
        case "checkbox":
        case "radio":
            return node.role;
        default:
            return "";
    }
}

/** Two nodes of the same kind can use one element after another. @param {MirrorNode} node */
export function kindOf(node) {
    return `${node.role} ${tagOf(node)} ${inputType(node)}`;
}

/**
 * @param {MirrorNode} node
 * @param {string} elementId
 * @returns {Entry}
 */
export function createEntry(node, elementId) {
    const element = document.createElement(tagOf(node));
    element.id = elementId;
    element.className = `node ${node.role}${isOperable(node) ? " operable" : ""}`;
    element.dataset.id = node.id;
    if (element instanceof HTMLButtonElement) element.type = "button";
    if (element instanceof HTMLInputElement) element.type = inputType(node);
    // A browser that kept a pass phrase would offer it with another file.
    if (isTextLike(node)) element.setAttribute("autocomplete", node.type === "password" ? "new-password" : "off");
    let spacer = null;
    if (node.role === "scroll") {
        spacer = document.createElement("div");
        spacer.className = "spacer";
        element.append(spacer);
    }
    return { node, element, text: null, spacer, notes: new Map(), attributes: {}, styles: {} };
}

/**
 * Text that the element itself contains; null when its name is an attribute.
 * @param {MirrorNode} node
 */
export function ownText(node) {
    return shapeOf(node).naming === "text" ? (node.value ?? node.name ?? "") : null;
}

/**
 * @param {MirrorNode} node
 * @param {(id: string) => string} elementId
 * @param {string} notes ids of the elements that describe it
 * @returns {Record<string, string>}
 */
export function attributesOf(node, elementId, notes) {
    /** @type {Record<string, string>} */
    const attributes = {};
    /**
     * @param {string} name
     * @param {string | number | boolean | undefined} value
     */
    const put = (name, value) => {
        if (value !== undefined && value !== "") attributes[name] = String(value);
    };
    put("role", roleOf(node));
    if (node.name !== ownText(node)) put("aria-label", node.name);
    put("aria-describedby", notes);
    put("lang", node.lang);
    put("tabindex", isOperable(node) ? 0 : node.role === "dialog" ? -1 : undefined);
    putStates(node, put);
    putRelations(node, put, elementId);
    if (isTextLike(node)) putEditing(node, put);
    return attributes;
}

/** @param {MirrorNode} node */
function roleOf(node) {
    const named = Boolean(node.name);
    switch (node.role) {
        case "group":
            return named ? "group" : undefined;
        case "scroll":
            return named ? "region" : undefined;
        case "image":
            return named ? "img" : "presentation";
        case "menuitem":
            return node.checked === undefined ? "menuitem" : "menuitemcheckbox";
        default:
            return shapeOf(node).role;
    }
}

/**
 * @param {MirrorNode} node
 * @param {(name: string, value: string | number | boolean | undefined) => void} put
 */
function putStates(node, put) {
    put("aria-disabled", node.disabled || undefined);
    put("aria-expanded", node.expanded);
    put("aria-pressed", node.role === "button" ? node.pressed : undefined);
    put("aria-selected", ["tab", "row", "cell", "columnheader", "rowheader"].includes(node.role) ? node.selected : undefined);
    put("aria-checked", node.role === "menuitem" ? node.checked : undefined);
    put("aria-current", node.current === false ? undefined : node.current);
    put("aria-invalid", node.invalid || node.error ? true : undefined);
    put("aria-busy", node.busy || undefined);
    put("aria-modal", node.modal || undefined);
    put("aria-live", node.live);
    put("aria-sort", node.sort);
    if (node.role === "progress") {
        put("aria-valuemin", node.min ?? 0);
        put("aria-valuemax", node.max ?? 100);
        put("aria-valuenow", node.now);
        put("aria-valuetext", node.value);
    }
}

/**
 * @param {MirrorNode} node
 * @param {(name: string, value: string | number | boolean | undefined) => void} put
 * @param {(id: string) => string} elementId
 */
function putRelations(node, put, elementId) {
    put("aria-haspopup", node.popup ?? (node.role === "menubutton" ? "menu" : undefined));
    put("aria-controls", node.controls ? elementId(node.controls) : undefined);
    put("aria-keyshortcuts", node.shortcut);
    if (node.role === "table") {
        put("aria-rowcount", node.rows);
        put("aria-colcount", node.columns);
    }
    put("aria-rowindex", node.rowindex);
    put("aria-rowspan", node.rowspan);
    put("aria-colspan", node.colspan);
    if (node.role === "link") putLink(node, put);
    put("name", node.role === "radio" ? node.group : undefined);
    put("data-drag", node.drag || undefined);
    if (node.role === "scroll") {
        put("data-axis", node.axis ?? "y");
        put("data-bare", node.bare || undefined);
    }
}

/**
 * Only addresses that can do no harm become links: a text of a file must not run as a script.
 * @param {MirrorNode} node
 * @param {(name: string, value: string | number | boolean | undefined) => void} put
 */
function putLink(node, put) {
    const address = node.href ?? "";
    if (!/^(#|https?:|mailto:|tel:|(privacy|recovery)\.html$)/i.test(address)) return;
    put("href", address);
    put("draggable", "false"); // a drag of the mouse is the canvas's
    if (/^https?:|\.html$/i.test(address)) {
        put("target", "_blank");
        put("rel", "noopener noreferrer");
    }
}

/**
 * @param {MirrorNode} node
 * @param {(name: string, value: string | number | boolean | undefined) => void} put
 */
function putEditing(node, put) {
    if (node.role === "field" || node.role === "area") put("spellcheck", node.spellcheck ?? (node.type ?? "text") === "text");
    if (node.role === "search") put("spellcheck", false);
    put("aria-multiline", node.wraps ? "false" : undefined);
    put("placeholder", node.placeholder);
    put("required", node.required ? "required" : undefined);
    put("readonly", node.readonly || node.disabled ? "readonly" : undefined);
    put("enterkeyhint", node.enterkeyhint);
    put("inputmode", node.inputmode ?? (node.role === "number" ? "decimal" : undefined));
    put("min", node.role === "date" ? node.min : undefined);
    put("max", node.role === "date" ? node.max : undefined);
}

/** Elements whose line breaks must equal the canvas's; none of them has children. @param {MirrorNode} node */
function breaksLines(node) {
    return ["field", "area", "search", "number", "text", "heading"].includes(node.role);
}

/**
 * Place and letter of an element, as CSS properties.
 * @param {MirrorNode} node
 * @param {number} fine how many times larger texts are set before they are scaled down; see fine-text.js
 * @returns {Record<string, string>}
 */
export function stylesOf(node, fine) {
    const factor = breaksLines(node) ? fine : 1;
    const px = (/** @type {number} */ length) => `${length * factor}px`;
    /** @type {Record<string, string>} */
    const styles = {
        left: `${node.x ?? 0}px`,
        top: `${node.y ?? 0}px`,
        width: px(node.w ?? 1),
        height: px(node.h ?? 1),
    };
    if (node.size) styles.fontSize = px(node.size);
    if (node.line) styles.lineHeight = px(node.line);
    if (node.weight) styles.fontWeight = String(node.weight);
    if (node.pad) styles.padding = node.pad.map(px).join(" ");
    if (factor !== 1) {
        styles.transform = `scale(${1 / factor})`;
        if (isTextLike(node)) styles.borderWidth = px(1);
    }
    // Words that are only heard take one pixel, and must not make the scroll area around them longer.
    if (node.role === "text" && (node.w ?? 1) <= 1) styles.overflow = "hidden";
    if (node.align) styles.textAlign = node.align;
    // A property of its own: the text is transparent unless the element shows it.
    if (node.color && isSafeColor(node.color)) styles["--own"] = node.color;
    return styles;
}

/** @param {string} color */
function isSafeColor(color) {
    return /^(#[0-9a-f]{3,8}|rgba?\([0-9., %/]+\))$/i.test(color);
}

/**
 * Brings an element from one set of attributes to another.
 * @param {Entry} entry
 * @param {Record<string, string>} wanted
 */
export function setAttributes(entry, wanted) {
    for (const name of Object.keys(entry.attributes)) {
        if (!(name in wanted)) entry.element.removeAttribute(name);
    }
    for (const [name, value] of Object.entries(wanted)) {
        if (entry.attributes[name] !== value) entry.element.setAttribute(name, value);
    }
    entry.attributes = wanted;
}

/**
 * @param {Entry} entry
 * @param {Record<string, string>} wanted
 */
export function setStyles(entry, wanted) {
    const { style } = entry.element;
    for (const name of Object.keys(entry.styles)) {
        if (!(name in wanted)) style.removeProperty(cssName(name));
    }
    for (const [name, value] of Object.entries(wanted)) {
        if (entry.styles[name] !== value) style.setProperty(cssName(name), value);
    }
    entry.styles = wanted;
}

/** @param {string} name */
function cssName(name) {
    return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
