/**
 * From screen to camera: a file goes to another computer as a series of codes, for a room without a network. Fetched when somebody
 * first asks for it, or by the service worker when it has nothing else to do.
 */

import { readCodes as read } from "./codes-read.js";
import { showCodes as show } from "./codes-show.js";

/** @type {Promise<void> | undefined} */
let dressing;
let open = false;

/** @param {string} name @param {Uint8Array} bytes */
export const showCodes = (name, bytes) => alone(() => show(name, bytes));

/** @returns {Promise<File | null>} what was read; null when the person left without */
export const readCodes = async () => (await alone(() => read())) ?? null;

/**
 * One dialog at a time: a button is soon pressed twice.
 * @template T
 * @param {() => Promise<T>} run
 */
async function alone(run) {
    if (open) return undefined;
    open = true;
    try {
        await dress();
        return await run();
    } finally {
        open = false;
    }
}

/** Without its style sheet a dialog is ugly, and of use. */
function dress() {
    dressing ??= new Promise((resolve) => {
        const sheet = document.createElement("link");
        sheet.rel = "stylesheet";
        sheet.href = "codes.css";
        sheet.addEventListener("load", () => resolve());
        sheet.addEventListener("error", () => resolve());
        document.head.append(sheet);
    });
    return dressing;
}
