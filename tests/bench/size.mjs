// Bytes of a first visit: everything that the page and its service worker fetch. What web/later-files.mjs names comes later, when
// somebody asks for it.
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { isLater } from "../../web/later-files.mjs";

/** Bytes that a first visit should take with brotli: what a large drawing program on the web takes without its fonts. */
export const budget = 400 * 1024;

/**
 * Bytes that a first visit may take: above the budget of 400 KB, because two complete processes, tasks, messages, run sheets, printing,
 * calendars and everything about copies that come and go are one program. Only a new capability may raise it.
 */
export const limit = 592 * 1024;

/** @param {string} folder @returns {Promise<string[]>} */
async function filesIn(folder) {
    const entries = await readdir(folder, { withFileTypes: true });
    const lists = await Promise.all(
        entries.map((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)])),
    );
    return lists.flat().sort();
}

/**
 * Sizes per file of the site, largest first; the licences are there to read, no visit fetches them.
 * @param {string} site
 */
export async function sizesOf(site) {
    const files = (await filesIn(site)).filter((file) => !isLater(relative(site, file)) && relative(site, file) !== "licences.txt");
    const sizes = await Promise.all(
        files.map(async (file) => {
            const bytes = await readFile(file);
            return { name: relative(site, file), raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
        }),
    );
    return sizes.sort((one, other) => other.brotli - one.brotli);
}

/** @param {{ raw: number, gzip: number, brotli: number }[]} sizes */
export function totalOf(sizes) {
    const sum = (/** @type {"raw" | "gzip" | "brotli"} */ kind) => sizes.reduce((total, size) => total + size[kind], 0);
    return { raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") };
}
