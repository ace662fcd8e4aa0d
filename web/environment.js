/** What the device and its user prefer. */

/** @type {[keyof import("./types").Environment, string][]} */
const queries = [
    ["dark", "(prefers-color-scheme: dark)"],
    ["reducedMotion", "(prefers-reduced-motion: reduce)"],
    ["forcedColors", "(forced-colors: active)"],
    ["touch", "(pointer: coarse)"],
];

/** @returns {import("./types").Environment} */
export function readEnvironment() {
    const environment = { dark: false, reducedMotion: false, forcedColors: false, touch: false, online: navigator.onLine };
    for (const [name, query] of queries) environment[name] = matchMedia(query).matches;
    return environment;
}

/** @param {(environment: import("./types").Environment) => void} changed */
export function watchEnvironment(changed) {
    const tell = () => changed(readEnvironment());
    for (const [, query] of queries) matchMedia(query).addEventListener("change", tell);
    addEventListener("online", tell);
    addEventListener("offline", tell);
}

/** Width in CSS px that a scroll bar takes from a scroll area; 0 where it lies over the content. */
export function scrollbarWidth() {
    const probe = document.createElement("div");
    probe.className = "node scroll";
    probe.style.overflow = "scroll";
    probe.style.width = probe.style.height = "100px";
    document.body.append(probe);
    const width = probe.offsetWidth - probe.clientWidth;
    probe.remove();
    return width;
}

/** Minutes that local time is ahead of UTC at `time` (ms since 1970 UTC). @param {number} time */
export function localOffset(time) {
    const minutes = new Date(time).getTimezoneOffset();
    return Number.isNaN(minutes) ? 0 : -minutes;
}

/**
 * Language, theme and text size of the page itself follow the planner.
 * @param {{language?: string, theme?: string, textScale?: number}} settings
 */
export function dressDocument({ language, theme, textScale }) {
    const root = document.documentElement;
    if (language) root.lang = language;
    if (theme) root.dataset.theme = theme;
    if (textScale) root.style.setProperty("--text-scale", String(textScale));
    const paper = getComputedStyle(root).getPropertyValue("--paper").trim();
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
        meta.removeAttribute("media");
        meta.setAttribute("content", paper);
    }
}
