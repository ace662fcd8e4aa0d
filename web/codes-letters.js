/**
 * Bytes as letters of the alphabet that a QR code packs best (RFC 9285). Readers make text of what they see, each in its own way;
 * these letters they all give back unchanged. And a checksum: a code with mistakes that its own correction missed looks whole.
 */

const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/** Two bytes become three letters, one that is left becomes two; the least of them first. @param {Uint8Array} bytes */
export function toLetters(bytes) {
    let text = "";
    for (let at = 0; at < bytes.length; at += 2) {
        const last = at + 1 === bytes.length;
        let value = last ? byteAt(bytes, at) : byteAt(bytes, at) * 256 + byteAt(bytes, at + 1);
        for (let left = last ? 2 : 3; left > 0; left -= 1) {
            text += LETTERS[value % 45];
            value = Math.floor(value / 45);
        }
    }
    return text;
}

/** @param {string} text @returns {Uint8Array | null} null: nobody wrote these letters this way */
export function fromLetters(text) {
    if (text.length % 3 === 1) return null;
    const bytes = new Uint8Array(Math.floor((text.length * 2) / 3));
    for (let at = 0, to = 0; at < text.length; at += 3, to += 2) {
        const digits = [...text.slice(at, at + 3)].map((letter) => LETTERS.indexOf(letter));
        const value = digits.reduceRight((sum, digit) => sum * 45 + digit, 0);
        const last = digits.length === 2;
        if (digits.includes(-1) || value >= (last ? 256 : 65536)) return null;
        bytes.set(last ? [value] : [value >> 8, value & 255], to);
    }
    return bytes;
}

/** @param {Uint8Array} bytes @param {number} at */
const byteAt = (bytes, at) => bytes[at] ?? 0;

const TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
});

/** CRC-32, as in zip files. @param {Uint8Array} bytes */
export function checksum(bytes) {
    let value = 0xffffffff;
    for (const byte of bytes) value = (value >>> 8) ^ (TABLE[(value ^ byte) & 255] ?? 0);
    return (value ^ 0xffffffff) >>> 0;
}
