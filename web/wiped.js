/** What stands on the page in place of the planner when everything was wiped, in this tab or in another. */

import { askBeforeLeaving } from "./leaving.js";

/** @typedef {"busy" | "wiped" | "blocked" | "elsewhere"} What */

/** @type {Record<"nl" | "en", Record<What | "title" | "again", string>>} */
const words = {
    nl: {
        title: "Alles is gewist",
        busy: "Bezig met wissen. Laat deze pagina even open.",
        wiped: "De planner heeft alles van deze computer gewist. Bestanden die je hebt gedownload, staan er nog. Je kunt dit tabblad sluiten.",
        blocked: "Een ander tabblad houdt de opslag nog bezet. Sluit alle andere tabbladen van de planner en laat dit tabblad open. Dan gaat het wissen verder. Begin daarna opnieuw, dan zie je dat alles leeg is.",
        elsewhere: "In een ander tabblad is gekozen om alles van deze computer te wissen. Ook dit tabblad bewaart nu niets meer.",
        again: "Opnieuw beginnen",
    },
    en: {
        title: "Everything was wiped",
        busy: "Wiping. Keep this page open for a moment.",
        wiped: "The planner wiped everything from this computer. Files that you downloaded are still there. You can close this tab.",
        blocked: "Another tab still uses the storage. Close all other tabs of the planner and keep this one open. Then wiping goes on. After that start again, and see that everything is empty.",
        elsewhere: "In another tab somebody chose to wipe everything from this computer. This tab keeps nothing any more either.",
        again: "Start again",
    },
};

/** @param {What} what */
export function showAfterWipe(what) {
    askBeforeLeaving(false);
    const own = words[document.documentElement.lang === "en" ? "en" : "nl"];
    const isOver = what === "wiped" || what === "elsewhere";
    const page = document.createElement("main");
    page.className = "crash";
    const [title, text, way, again] = ["h1", "p", "p", "a"].map((tag) => document.createElement(tag));
    if (!title || !text || !way || !again) return;
    // Not before it is so.
    title.textContent = isOver ? own.title : "Peer Review Planner";
    text.textContent = own[what];
    text.setAttribute("role", "status");
    again.textContent = own.again;
    again.setAttribute("href", "./");
    way.append(again);
    page.append(title, text, ...(what === "busy" ? [] : [way]));
    document.body.replaceChildren(page);
    document.title = title.textContent;
    (what === "busy" ? null : again)?.focus();
}
