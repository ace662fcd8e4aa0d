/** What is no part of the planner itself: languages, examples, locking and codes, fetched when somebody chooses them. */

import { fetchAsset } from "./assets.js";

/** Addresses by code, written out so that the build can give each file its final name. @type {Record<string, string>} */
const languages = { en: "languages/en.json" };

/** The same by the id of an example. @type {Record<string, string>} */
const examples = { "mbo-peer-review": "examples/mbo-peer-review.json" };

/**
 * @param {string | undefined} address
 * @returns {Promise<Uint8Array>} nothing in it when it can not be fetched
 */
async function fetchLater(address) {
    try {
        if (address) return new Uint8Array(await (await fetchAsset(address)).arrayBuffer());
    } catch (error) {
        console.warn(error);
    }
    return new Uint8Array();
}

/** @param {string} code */
export const fetchLanguage = (code) => fetchLater(languages[code]);

/** @param {string} id */
export const fetchExample = (id) => fetchLater(examples[id]);

/**
 * What a person chose earlier, to be there when the planner starts.
 * @param {unknown} settings
 * @returns {Promise<{code: string, bytes: Uint8Array} | null>}
 */
export async function chosenLanguage(settings) {
    const code = settings && typeof settings === "object" && "language" in settings ? String(settings.language) : "";
    return code in languages ? { code, bytes: await fetchLanguage(code) } : null;
}

/** As lock.js says when a page has no cryptography. */
const UNAVAILABLE = 3;

/**
 * @param {import("./lock.js").LockJob} job
 * @param {Uint8Array} bytes
 * @param {boolean} opens
 * @returns {Promise<import("./lock.js").LockResult>}
 */
export async function lockLater(job, bytes, opens) {
    try {
        const { lock, unlock } = await import("./lock.js");
        return await (opens ? unlock : lock)(job, bytes);
    } catch (error) {
        console.warn(error);
        return { outcome: UNAVAILABLE, bytes: new Uint8Array() };
    }
}

/** @typedef {typeof import("./codes.js")} Codes */

/** @param {(codes: Codes) => Promise<void>} run @returns {Promise<boolean>} false when it can not be fetched, or fails */
async function withCodes(run) {
    try {
        await run(await import("./codes.js"));
        return true;
    } catch (error) {
        console.warn(error);
        return false;
    }
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @returns {Promise<boolean>} false when this part of the planner can not be fetched, or fails
 */
export const showCodesLater = (name, bytes) => withCodes(({ showCodes }) => showCodes(name, bytes));

/**
 * What arrives is a file like any other.
 * @param {Pick<import("./files.js").Files, "take">} files
 * @returns {Promise<boolean>} likewise
 */
export const readCodesLater = (files) =>
    withCodes(async ({ readCodes }) => {
        const file = await readCodes();
        if (file) await files.take([file]);
    });
