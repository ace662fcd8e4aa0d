/** When the planner itself has stopped: a plain page that still gets people's work out of the browser's storage. */

import { DATABASE } from "./database.js";
import { download } from "./files.js";

let shown = false;

/** @param {unknown} error */
export function showCrash(error) {
    console.error(error);
    if (shown) return;
    shown = true;
    const page = document.createElement("main");
    page.className = "crash";
    page.append(
        element("h1", "De planner is gestopt"),
        element(
            "p",
            "Er ging iets mis in het programma. Wat is opgeslagen, staat nog in deze browser. Laad de pagina opnieuw om verder te gaan. Je kunt eerst je bestanden bewaren.",
        ),
        buttons(),
    );
    document.body.replaceChildren(page);
    document.title = "De planner is gestopt";
    page.querySelector("button")?.focus();
}

function buttons() {
    const row = element("p", "");
    const result = element("p", "");
    result.setAttribute("role", "status");
    const reload = element("button", "Opnieuw laden");
    reload.addEventListener("click", () => location.reload());
    const rescue = element("button", "Bestanden redden");
    rescue.addEventListener("click", () => {
        rescueFiles().then(
            (count) => {
                result.textContent =
                    count === 0 ? "Er staan geen bestanden in deze browser." : `Bewaard in je map met downloads: ${count}.`;
            },
            () => {
                result.textContent = "De opslag van deze browser geeft geen antwoord. Laad de pagina opnieuw.";
            },
        );
    });
    row.append(rescue, reload);
    const block = document.createElement("div");
    block.append(row, result);
    return block;
}

/**
 * @param {string} tag
 * @param {string} text
 */
function element(tag, text) {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
}

/** Downloads everything that is stored, straight from the database. @returns {Promise<number>} how many files */
export async function rescueFiles() {
    const database = await new Promise((resolve, reject) => {
        const request = indexedDB.open(DATABASE);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error("blocked"));
    });
    try {
        const files = [...(await readAll(database, "reviews")), ...(await readAll(database, "rescue"))];
        for (const { key, bytes } of files) download(`peerreview_${fileSafe(key)}.json`, "application/json", bytes);
        return files.length;
    } finally {
        database.close();
    }
}

/**
 * @param {IDBDatabase} database
 * @param {string} store
 * @returns {Promise<{key: string, bytes: Uint8Array}[]>}
 */
function readAll(database, store) {
    if (!database.objectStoreNames.contains(store)) return Promise.resolve([]);
    return new Promise((resolve, reject) => {
        /** @type {{key: string, bytes: Uint8Array}[]} */
        const found = [];
        const request = database.transaction([store]).objectStore(store).openCursor();
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
            const cursor = request.result;
            if (!cursor) {
                resolve(found);
                return;
            }
            if (cursor.value?.bytes instanceof Uint8Array) found.push({ key: String(cursor.key), bytes: cursor.value.bytes });
            cursor.continue();
        };
    });
}

/** @param {string} key */
function fileSafe(key) {
    return key.replace(/[^A-Za-z0-9_-]+/g, "-");
}
