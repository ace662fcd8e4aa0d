/** The order of the mirror's elements is the reading order; moving them must not disturb the one that is in use. */

/**
 * Puts every element in its place. The element with the focus, and what it is in, stays where it is: taking it out of the page
 * for a moment would lose focus, caret and composition.
 * @param {HTMLElement} root
 * @param {[string, string][]} order nodes in reading order, each with its parent
 * @param {(id: string) => HTMLElement | undefined} find
 * @param {HTMLElement | null} focused
 * @returns {string[]} ids of the elements that were moved
 */
export function arrange(root, order, find, focused) {
    /** @type {Map<HTMLElement, HTMLElement[]>} */
    const families = new Map();
    for (const [id, parentId] of order) {
        const element = find(id);
        const parent = parentId === "" ? root : find(parentId);
        if (!element || !parent) continue;
        const family = families.get(parent);
        if (family) family.push(element);
        else families.set(parent, [element]);
    }
    /** @type {string[]} */
    const moved = [];
    for (const [parent, children] of families) arrangeChildren(parent, children, focused, moved);
    return moved;
}

/**
 * @param {HTMLElement} parent
 * @param {HTMLElement[]} children
 * @param {HTMLElement | null} focused
 * @param {string[]} moved
 */
function arrangeChildren(parent, children, focused, moved) {
    let fixed = children.findIndex((child) => focused !== null && child.parentElement === parent && child.contains(focused));
    if (fixed < 0) fixed = children.findIndex((child) => child.parentElement === parent);
    if (fixed < 0) {
        fixed = 0;
        place(parent, children[0], null, moved);
    }
    for (let index = fixed - 1; index >= 0; index -= 1) {
        const next = children[index + 1] ?? null;
        if (next?.previousElementSibling !== children[index]) place(parent, children[index], next, moved);
    }
    for (let index = fixed + 1; index < children.length; index += 1) {
        const next = children[index - 1]?.nextElementSibling ?? null;
        if (next !== children[index]) place(parent, children[index], next, moved);
    }
}

/**
 * @param {HTMLElement} parent
 * @param {HTMLElement | undefined} child
 * @param {Element | null} before
 * @param {string[]} moved
 */
function place(parent, child, before, moved) {
    if (!child) return;
    parent.insertBefore(child, before);
    for (const element of [child, .../** @type {NodeListOf<HTMLElement>} */ (child.querySelectorAll(".scroll"))]) {
        if (element.dataset.id) moved.push(element.dataset.id);
    }
}

/**
 * Makes everything outside a dialog unreachable; nothing when there is none. Messages stay: they must still be read out.
 * @param {HTMLElement} root
 * @param {HTMLElement | null} dialog
 */
export function setInert(root, dialog) {
    /** @type {Set<Element>} */
    const inert = new Set();
    for (let element = dialog; element && element !== root; element = element.parentElement) {
        for (const sibling of element.parentElement?.children ?? []) {
            if (sibling !== element && !sibling.matches(".status, .alert, .spacer, [hidden]")) inert.add(sibling);
        }
    }
    for (const element of root.querySelectorAll("[inert]")) {
        if (!inert.has(element)) element.removeAttribute("inert");
    }
    for (const element of inert) element.setAttribute("inert", "");
}
