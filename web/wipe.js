/** Removes everything that the planner keeps in this browser. */

import { DATABASE } from "./database.js";

/** Time for other tabs to hear of it and to let go of the database, in ms. */
const NOTICE = 300;

/** A removal that takes longer than this waits for a tab that holds on, in ms. */
const PATIENCE = 5000;

/** Of the caches that the service worker makes; other programs of this site may have caches of their own. */
const CACHES = "peer-review-planner ";

/**
 * @param {object} parts
 * @param {Pick<import("./storage.js").ReviewStorage, "end">} parts.storage
 * @param {IDBFactory | undefined} parts.factory
 * @param {CacheStorage | undefined} parts.caches
 * @param {{getRegistration(): Promise<{unregister(): Promise<boolean>} | undefined>} | undefined} parts.workers
 * @param {(milliseconds: number) => Promise<void>} [parts.wait]
 * @returns {Promise<"wiped" | "blocked">} blocked: it goes on by itself as soon as the other tabs are closed
 */
export async function wipe({ storage, factory, caches, workers, wait = pause }) {
    storage.end();
    await wait(NOTICE);
    // The worker first: it would keep what is fetched after this.
    await tried(async () => (await workers?.getRegistration())?.unregister());
    await tried(async () => {
        for (const name of (await caches?.keys()) ?? []) if (name.startsWith(CACHES)) await caches?.delete(name);
    });
    if (!factory) return "wiped";
    return Promise.race([removed(factory), wait(PATIENCE).then(() => /** @type {const} */ ("blocked"))]);
}

/** @param {IDBFactory} factory @returns {Promise<"wiped" | "blocked">} */
function removed(factory) {
    return new Promise((resolve) => {
        const request = factory.deleteDatabase(DATABASE);
        request.onsuccess = () => resolve("wiped");
        request.onerror = () => resolve("blocked");
    });
}

/** A browser that refuses one of them still does the others. @param {() => Promise<unknown>} operation */
async function tried(operation) {
    await operation().catch((error) => console.info("not removed:", error));
}

/** @param {number} milliseconds @returns {Promise<void>} */
function pause(milliseconds) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
