/** Languages that are no part of the planner itself: fetched when somebody chooses them. */

import { fetchAsset } from "./assets.js";

/** Addresses by code, written out so that the build can give each file its final name. @type {Record<string, string>} */
const addresses = { en: "languages/en.json" };

/**
 * @param {string} code
 * @returns {Promise<Uint8Array>} nothing in it when it can not be fetched
 */
export async function fetchLanguage(code) {
    const address = addresses[code];
    try {
        if (address) return new Uint8Array(await (await fetchAsset(address)).arrayBuffer());
    } catch (error) {
        console.warn(error);
    }
    return new Uint8Array();
}

/**
 * What a person chose earlier, to be there when the planner starts.
 * @param {unknown} settings
 * @returns {Promise<{code: string, bytes: Uint8Array} | null>}
 */
export async function chosenLanguage(settings) {
    const code = settings && typeof settings === "object" && "language" in settings ? String(settings.language) : "";
    return code in addresses ? { code, bytes: await fetchLanguage(code) } : null;
}
