/** Locking and opening bytes with a pass phrase, as src/exchange/locked_file.h says; fetched when somebody first does either. */

/** What became of it; the order of platform::LockOutcome. */
export const LockOutcome = Object.freeze({ done: 0, wrongPhrase: 1, damaged: 2, unavailable: 3 });

const CHECK_BYTES = 4;

/**
 * @typedef {object} LockJob
 * @property {number} rounds
 * @property {string} salt base64
 * @property {string} nonce base64
 * @property {string} header what the tag vouches for beside the bytes
 * @property {string} phrase
 */

/** @typedef {{ outcome: number, bytes: Uint8Array }} LockResult */

const utf8 = (/** @type {string} */ text) => new TextEncoder().encode(text);
const fromBase64 = (/** @type {string} */ text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/** @param {LockJob} job */
async function keysOf({ phrase, salt, rounds }) {
    const { subtle } = crypto;
    const words = await subtle.importKey("raw", utf8(phrase.normalize("NFC")), "PBKDF2", false, ["deriveBits"]);
    const secret = await subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: fromBase64(salt), iterations: rounds }, words, 256);
    const root = await subtle.importKey("raw", secret, "HKDF", false, ["deriveBits", "deriveKey"]);
    const use = (/** @type {string} */ name) => ({
        name: "HKDF",
        hash: "SHA-256",
        salt: new Uint8Array(),
        info: utf8(`peer-review-planner-locked ${name}`),
    });
    return {
        key: await subtle.deriveKey(use("key"), root, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]),
        check: new Uint8Array(await subtle.deriveBits(use("check"), root, 8 * CHECK_BYTES)),
    };
}

/** @param {LockJob} job */
const cipherOf = ({ nonce, header }) => ({ name: "AES-GCM", iv: fromBase64(nonce), additionalData: utf8(header) });

/** @param {number} outcome @returns {LockResult} */
const without = (outcome) => ({ outcome, bytes: new Uint8Array() });

/** Browsers only give it to pages that come over https or from this computer. */
const isAvailable = () => Boolean(globalThis.crypto?.subtle);

/**
 * @param {LockJob} job
 * @param {Uint8Array} bytes
 * @returns {Promise<LockResult>} the payload of a locked file
 */
export async function lock(job, bytes) {
    if (!isAvailable()) return without(LockOutcome.unavailable);
    const { key, check } = await keysOf(job);
    const sealed = new Uint8Array(await crypto.subtle.encrypt(cipherOf(job), key, /** @type {BufferSource} */ (bytes)));
    const payload = new Uint8Array(CHECK_BYTES + sealed.length);
    payload.set(check);
    payload.set(sealed, CHECK_BYTES);
    return { outcome: LockOutcome.done, bytes: payload };
}

/**
 * @param {LockJob} job
 * @param {Uint8Array} payload of a locked file
 * @returns {Promise<LockResult>} what was locked
 */
export async function unlock(job, payload) {
    if (!isAvailable()) return without(LockOutcome.unavailable);
    const { key, check } = await keysOf(job);
    try {
        const opened = await crypto.subtle.decrypt(cipherOf(job), key, /** @type {BufferSource} */ (payload.slice(CHECK_BYTES)));
        return { outcome: LockOutcome.done, bytes: new Uint8Array(opened) };
    } catch {
        const fits = check.every((byte, at) => byte === payload[at]);
        return without(fits ? LockOutcome.damaged : LockOutcome.wrongPhrase);
    }
}
