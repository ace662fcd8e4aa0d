/**
 * Asks before the page is closed while that would lose work. The browser is asked to ask only as long as that is so, because a
 * page that listens for its closing is not kept for Back and Forward.
 */

/** @param {boolean} losesWork @param {Pick<Window, "addEventListener" | "removeEventListener">} [view] */
export function askBeforeLeaving(losesWork, view = window) {
    if (losesWork) view.addEventListener("beforeunload", ask);
    else view.removeEventListener("beforeunload", ask);
}

/** @param {BeforeUnloadEvent} event */
function ask(event) {
    event.preventDefault();
    event.returnValue = true; // for browsers from before 2023
}
