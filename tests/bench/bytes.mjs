// What a first visit to the page makes a browser fetch, in bytes.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** All bytes of a first visit, compressed with brotli. 1 KB is 1,000 bytes. */
export const FIRST_VISIT_BUDGET = 400_000;

/** @typedef {{ name: string, raw: number, gzip: number, brotli: number }} FileSize */

/**
 * Every file of a first visit by its name in the site: the page, what it is made of, and what the service worker fetches
 * to keep the page for use without a network.
 * @param {string} site folder
 */
export async function firstVisitFiles(site) {
    const worker = await readFile(join(site, "service-worker.js"), "utf8");
    const names = [...worker.matchAll(/\["([^"]+)",\s*"sha256-/g)].map(([, name = ""]) => (name === "./" ? "index.html" : name));
    if (!names.includes("index.html")) throw new Error(`${site}/service-worker.js does not list the files of the build`);
    return [...names, "service-worker.js"].sort();
}

/**
 * What a server sends that compresses what becomes smaller by it.
 * @param {string} name
 * @param {Buffer} content
 * @returns {FileSize}
 */
function sizeOf(name, content) {
    const raw = content.length;
    const brotli = brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw } });
    return { name, raw, gzip: Math.min(raw, gzipSync(content, { level: 9 }).length), brotli: Math.min(raw, brotli.length) };
}

/**
 * The files, largest first, and their sum.
 * @param {string} site folder
 */
export async function firstVisit(site) {
    const names = await firstVisitFiles(site);
    const files = await Promise.all(names.map(async (name) => sizeOf(name, await readFile(join(site, name)))));
    files.sort((a, b) => b.brotli - a.brotli);
    const sum = (/** @type {"raw" | "gzip" | "brotli"} */ kind) => files.reduce((total, file) => total + file[kind], 0);
    return { files, total: { raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") } };
}
