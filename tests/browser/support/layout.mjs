// Looks for what is cut off, overlaps or is too small to hit, in the mirror, which lies where the canvas draws.

/** @typedef {import("../driver/page.mjs").Page} Page */

/**
 * What is wrong with the layout of the screen, a line per element; empty when all is well.
 * @param {Page} page
 * @param {{ target?: number }} [options] smallest side of what one can click, in CSS pixels
 * @returns {Promise<string[]>}
 */
export function layoutProblems(page, { target = 24 } = {}) {
    return page.evaluate((/** @type {number} */ smallest) => {
        /** @type {string[]} */
        const problems = [];
        const root = /** @type {HTMLElement} */ (document.getElementById("mirror"));
        const dialogs = [...root.querySelectorAll("[aria-modal=true]")];
        const layer = dialogs.at(-1) ?? root;
        const shown = [...layer.querySelectorAll(".node")].filter((element) => element.getClientRects().length > 0 && !element.closest("[inert]"));
        const areaOf = (/** @type {Element} */ element) => element.parentElement?.closest(".scroll") ?? null;
        const nameOf = (/** @type {Element} */ element) =>
            `${element.className.replace(/node|operable/g, "").trim()} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 60)}”`;
        const text = (/** @type {DOMRect} */ { left, top, width, height }) => `${Math.round(left)},${Math.round(top)} ${Math.round(width)}x${Math.round(height)}`;
        const slack = 1.5;

        const page = /** @type {Element} */ (document.scrollingElement);
        if (page.scrollWidth > innerWidth) problems.push(`the page is ${page.scrollWidth} wide in ${innerWidth}`);
        for (const area of shown.filter((element) => element.matches(".scroll"))) {
            if (/^(x|both)$/.test(area.getAttribute("data-axis") ?? "")) continue;
            if (area.scrollWidth > area.clientWidth + 1) problems.push(`${nameOf(area)} scrolls sideways: ${area.scrollWidth} in ${area.clientWidth}`);
        }

        for (const element of shown) {
            const box = element.getBoundingClientRect();
            if (box.width === 0 || box.height === 0) continue;
            const area = areaOf(element);
            const operable = element.matches(".operable");
            const leaf = operable || element.matches(".text, .heading, .status");
            if (!leaf) continue;
            if (element.matches(".status") && element.textContent === "") continue;
            // Inside a scroll area: its whole length; outside: the window.
            const view = area?.getBoundingClientRect();
            const left = area && view ? view.left - area.scrollLeft : 0;
            const top = area && view ? view.top - area.scrollTop : 0;
            const right = area ? left + Math.max(area.scrollWidth, area.clientWidth) : innerWidth;
            const bottom = area ? top + Math.max(area.scrollHeight, area.clientHeight) : innerHeight;
            if (box.left < left - slack || box.right > right + slack || box.top < top - slack || box.bottom > bottom + slack)
                problems.push(`${nameOf(element)} at ${text(box)} lies outside ${Math.round(left)},${Math.round(top)} to ${Math.round(right)},${Math.round(bottom)}`);
            if (operable && Math.min(box.width, box.height) < smallest - 0.5) problems.push(`${nameOf(element)} is only ${text(box)}`);
            // One pixel wide is what is only heard: the picture shows it in another way. Its words may not make the scroll area longer.
            const isHeard = box.width <= 1.5 && getComputedStyle(element).overflow === "hidden";
            if (!isHeard && element.matches(".text, .heading") && element.scrollHeight > element.clientHeight + 2 && element.clientHeight > 0)
                problems.push(`${nameOf(element)} needs ${element.scrollHeight} of height and has ${element.clientHeight}`);
        }

        // What one reads or operates may not lie over another such thing.
        const leaves = shown.filter((element) => element.matches(".operable, .text, .heading") && element.getBoundingClientRect().width > 0);
        for (const [index, one] of leaves.entries()) {
            const a = one.getBoundingClientRect();
            for (const other of leaves.slice(index + 1)) {
                if (one.contains(other) || other.contains(one) || areaOf(one) !== areaOf(other)) continue;
                const bothRead = !one.matches(".operable") && !other.matches(".operable");
                const bothOperate = one.matches(".operable") && other.matches(".operable");
                if (!bothRead && !bothOperate) continue;
                const b = other.getBoundingClientRect();
                const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                if (across > slack && down > slack) problems.push(`${nameOf(one)} at ${text(a)} overlaps ${nameOf(other)} at ${text(b)}`);
            }
        }
        return problems;
    }, target);
}
