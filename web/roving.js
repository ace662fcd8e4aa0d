/** Groups of controls that are one stop for Tab and are walked with the arrow keys: tabs, menus, toolbars. */

const GROUPS = ".tablist, .menu, .toolbar";

/**
 * Gives each group one control that Tab stops at. A scroll area is a stop only when nothing in it is, so that it can be scrolled
 * from the keyboard; some browsers make every one a stop.
 * @param {Element} root
 */
export function updateStops(root) {
    for (const area of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(".scroll"))) {
        area.tabIndex = area.hasAttribute("aria-label") || !area.querySelector(".operable") ? 0 : -1;
    }
    for (const group of root.querySelectorAll(GROUPS)) {
        const items = itemsOf(group);
        const stop =
            items.find((item) => item === document.activeElement) ??
            items.find((item) => item.getAttribute("aria-selected") === "true") ??
            items.find((item) => item.tabIndex === 0 && item.dataset.stop) ??
            items[0];
        if (stop) makeStop(items, stop);
    }
}

/**
 * Moves the focus inside a group.
 * @param {KeyboardEvent} event
 * @returns {boolean} the key was used
 */
export function roveByKey(event) {
    if (!(event.target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.target.matches("input:not([type=checkbox], [type=radio]), textarea, select")) return false;
    const group = event.target.closest(GROUPS);
    if (!group) return false;
    const items = itemsOf(group);
    const next = nextItem(items, items.indexOf(event.target), event.key, group.classList.contains("menu"));
    if (!next) return false;
    makeStop(items, next);
    next.focus();
    return true;
}

/** @param {Element} group @returns {HTMLElement[]} */
function itemsOf(group) {
    return [.../** @type {NodeListOf<HTMLElement>} */ (group.querySelectorAll(".operable"))].filter(
        (item) => item.closest(GROUPS) === group,
    );
}

/**
 * @param {HTMLElement[]} items
 * @param {HTMLElement} stop
 */
function makeStop(items, stop) {
    for (const item of items) {
        item.tabIndex = item === stop ? 0 : -1;
        if (item === stop) item.dataset.stop = "1";
        else delete item.dataset.stop;
    }
}

/**
 * @param {HTMLElement[]} items
 * @param {number} index
 * @param {string} key
 * @param {boolean} isMenu walked up and down, and by first letter
 */
function nextItem(items, index, key, isMenu) {
    const count = items.length;
    const [back, forward] = isMenu ? ["ArrowUp", "ArrowDown"] : ["ArrowLeft", "ArrowRight"];
    if (key === forward) return items[(index + 1) % count];
    if (key === back) return items[(index - 1 + count) % count];
    if (key === "Home") return items[0];
    if (key === "End") return items[count - 1];
    if (!isMenu || key.length !== 1 || key === " ") return undefined;
    const letter = key.toLowerCase();
    const turned = [...items.slice(index + 1), ...items.slice(0, index + 1)];
    return turned.find((item) => (item.getAttribute("aria-label") ?? item.textContent ?? "").trim().toLowerCase().startsWith(letter));
}
