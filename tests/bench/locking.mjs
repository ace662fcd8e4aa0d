// A file of 1 MB locked with a pass phrase and opened again, by the page's own module on the cryptography of node.
import { readFile } from "node:fs/promises";
import { lock, unlock } from "../../web/lock.js";
import { median } from "./browser.mjs";

const RUNS = 7;

/** As the planner asks for: src/exchange/locked_file.h. */
async function rounds() {
    const [, written] = /lock_rounds = ([\d']+);/.exec(await readFile("src/exchange/locked_file.h", "utf8")) ?? [];
    if (!written) throw new Error("the number of rounds is not where it was");
    return Number(written.replaceAll("'", ""));
}

/** @param {() => Promise<unknown>} work @returns {Promise<number>} milliseconds by the clock */
async function timed(work) {
    const started = performance.now();
    await work();
    return performance.now() - started;
}

/** @returns {Promise<{ lock: number, unlock: number, derive: number, rounds: number }>} medians; `derive`: only a key from a pass phrase */
export async function locking() {
    const bytes = crypto.getRandomValues(new Uint8Array(65_536));
    const file = new Uint8Array(1_000_000).map((_, index) => bytes[index % bytes.length] ?? 0);
    const job = { rounds: await rounds(), salt: btoa("0123456789abcdef"), nonce: btoa("0123456789ab"), header: "{}", phrase: "vier woorden op een rij" };
    const phrase = await crypto.subtle.importKey("raw", new TextEncoder().encode(job.phrase), "PBKDF2", false, ["deriveBits"]);
    const derivation = { name: "PBKDF2", hash: "SHA-256", salt: bytes.subarray(0, 16), iterations: job.rounds };
    const times = /** @type {Record<"lock" | "unlock" | "derive", number[]>} */ ({ lock: [], unlock: [], derive: [] });
    for (let run = 0; run < RUNS; run += 1) {
        let locked = /** @type {Uint8Array} */ (new Uint8Array());
        times.lock.push(await timed(async () => void (locked = (await lock(job, file)).bytes)));
        times.unlock.push(await timed(async () => {
            if ((await unlock(job, locked)).bytes.length !== file.length) throw new Error("what was locked does not open");
        }));
        times.derive.push(await timed(() => crypto.subtle.deriveBits(derivation, phrase, 256)));
    }
    return { lock: median(times.lock), unlock: median(times.unlock), derive: median(times.derive), rounds: job.rounds };
}
