/** What released planners left behind: tests/fixtures/formats. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { settled } from "./fake-tab.mjs";

/** @param {string} name */
export const fixture = (name) => readFile(new URL(`../../fixtures/formats/${name}`, import.meta.url), "utf8");

/** @param {string} text */
export const bytesOf = (text) => new TextEncoder().encode(text);

/** @param {Uint8Array | undefined} bytes */
export const textOf = (bytes) => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

/** A record of a fixture as a browser has it. @param {any} record */
export const asStored = (record) => (typeof record?.bytes === "string" ? { ...record, bytes: bytesOf(record.bytes) } : record);

/**
 * Puts into an empty browser what a planner of that time kept there.
 * @param {IDBFactory} factory
 * @param {number} number version of the database
 * @returns {Promise<any>} the fixture's stores, each with its records by key
 */
export async function fillDatabase(factory, number) {
    const { database: name, version, stores } = JSON.parse(await fixture(`database-${number}.json`));
    assert.equal(version, number);
    const opening = factory.open(name, version);
    opening.onupgradeneeded = () => Object.keys(stores).forEach((store) => opening.result.createObjectStore(store));
    const database = await settled(opening);
    const transaction = database.transaction(Object.keys(stores), "readwrite");
    for (const [store, records] of Object.entries(stores)) {
        for (const [key, record] of Object.entries(records)) await settled(transaction.objectStore(store).put(asStored(record), key));
    }
    database.close();
    return stores;
}
