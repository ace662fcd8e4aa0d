/**
 * A file as a series of small parts, one for each code, and back. Parts may come in any order, twice or damaged; none is taken for
 * part of another file.
 *
 * The whole: length of the name (2 bytes), the name, length (4) and checksum (4) of the file, the file itself or as zlib packs it.
 * A part: "PR", version and whether the whole is packed (1), number of the series (4), place (2), how many there are (2), checksum of
 * the part without these four bytes (4), a piece of the whole. Numbers begin with their largest byte. The number of the series is the
 * checksum of the whole: who shows the same file again goes on where the other computer was.
 */

import { LARGEST_FILE } from "./files.js";
import { checksum, fromLetters, toLetters } from "./codes-letters.js";

/** Larger wholes take minutes to show, and nobody holds a laptop up for so long. */
export const LARGEST_WHOLE = 120 * 1024;

/** With its header, a piece of this size fills the squares of a code of 93 by 93, which cameras of laptops still tell apart. */
const PIECE = 750;
const HEADER = 15;
const CHECK_AT = 11;

/** A series of more codes than this is no file of the planner. */
const MOST_PARTS = 1000;

const MARK = 0x5052;
const VERSION = 1;
const PACKED = 1;

const LONGEST_NAME = 200;

/** What a code that was read turned out to be. */
export const Seen = Object.freeze({ part: 0, double: 1, damaged: 2, strange: 3, newer: 4, otherSeries: 5 });

/** Why a series that is complete gives no file. */
export class Unusable extends Error {
    /** @param {"broken" | "tooLarge" | "cannotUnpack"} reason */
    constructor(reason) {
        super(reason);
        this.reason = reason;
    }
}

/**
 * @typedef {object} Whole
 * @property {Uint8Array} bytes
 * @property {boolean} packed
 */

/** @param {string} name @param {Uint8Array} file @returns {Promise<Whole>} */
export async function wholeOf(name, file) {
    const packed = await pack(file);
    const body = packed && packed.length < file.length ? packed : file;
    const label = shortened(new TextEncoder().encode(name));
    const bytes = new Uint8Array(10 + label.length + body.length);
    const view = new DataView(bytes.buffer);
    view.setUint16(0, label.length);
    bytes.set(label, 2);
    view.setUint32(2 + label.length, file.length);
    view.setUint32(6 + label.length, checksum(file));
    bytes.set(body, 10 + label.length);
    return { bytes, packed: body === packed };
}

/** @param {Whole} whole */
export const countOf = ({ bytes }) => Math.ceil(bytes.length / PIECE);

/** @param {Whole} whole @returns {string[]} the text of each code */
export function textsOf(whole) {
    const count = countOf(whole), series = checksum(whole.bytes);
    return Array.from({ length: count }, (_, place) => {
        const piece = whole.bytes.subarray(place * PIECE, (place + 1) * PIECE);
        const part = new Uint8Array(HEADER + piece.length);
        const view = new DataView(part.buffer);
        view.setUint16(0, MARK);
        view.setUint8(2, (VERSION << 4) | (whole.packed ? PACKED : 0));
        view.setUint32(3, series);
        view.setUint16(7, place);
        view.setUint16(9, count);
        part.set(piece, HEADER);
        view.setUint32(CHECK_AT, checksumOf(part));
        return toLetters(part);
    });
}

/** @param {Uint8Array} part */
function checksumOf(part) {
    const checked = part.slice();
    checked.fill(0, CHECK_AT, HEADER);
    return checksum(checked);
}

/**
 * @typedef {object} Part
 * @property {number} series
 * @property {number} place
 * @property {number} count
 * @property {boolean} packed
 * @property {Uint8Array} piece
 */

/** @param {string} text @returns {Part | number} one of Seen when it is no part */
function readPart(text) {
    const bytes = fromLetters(text);
    if (!bytes || bytes.length < 3) return Seen.strange;
    const view = new DataView(bytes.buffer);
    if (view.getUint16(0) !== MARK) return Seen.strange;
    if (view.getUint8(2) >> 4 !== VERSION) return Seen.newer;
    if (bytes.length <= HEADER || view.getUint32(CHECK_AT) !== checksumOf(bytes)) return Seen.damaged;
    const part = {
        series: view.getUint32(3),
        place: view.getUint16(7),
        count: view.getUint16(9),
        packed: (view.getUint8(2) & PACKED) !== 0,
        piece: bytes.subarray(HEADER),
    };
    return part.place < part.count && part.count <= MOST_PARTS ? part : Seen.damaged;
}

/** The parts of one series that were seen so far. */
export class Collection {
    /** The first part of the series @type {Part | null} */
    #first = null;
    /** @type {Map<number, Uint8Array>} */
    #pieces = new Map();
    /** The last part of another series. @type {Part | null} */
    #other = null;

    /** @param {string} text of a code @returns {number} one of Seen */
    take(text) {
        const part = readPart(text);
        if (typeof part === "number") return part;
        this.#first ??= part;
        const { series, count, packed } = this.#first;
        if (part.series !== series || part.count !== count || part.packed !== packed) {
            this.#other = part;
            return Seen.otherSeries;
        }
        if (this.#pieces.has(part.place)) return Seen.double;
        this.#pieces.set(part.place, part.piece);
        return Seen.part;
    }

    get count() {
        return this.#first?.count ?? 0;
    }

    get got() {
        return this.#pieces.size;
    }

    /** There are codes that this browser makes no file of. */
    get cannotUnpack() {
        return (this.#first?.packed ?? false) && typeof DecompressionStream === "undefined";
    }

    get complete() {
        return this.count > 0 && this.got === this.count;
    }

    /** Numbers of those that are still to come, from 1. */
    get missing() {
        return Array.from({ length: this.count }, (_, place) => place + 1).filter((number) => !this.#pieces.has(number - 1));
    }

    clear() {
        this.#first = this.#other = null;
        this.#pieces.clear();
    }

    /** Forgets what was seen for the series that came in between. */
    begin() {
        const other = this.#other;
        this.clear();
        if (!other) return;
        this.#first = other;
        this.#pieces.set(other.place, other.piece);
    }

    /** @returns {Promise<{name: string, bytes: Uint8Array}>} @throws {Unusable} */
    async file() {
        const pieces = Array.from({ length: this.count }, (_, place) => this.#pieces.get(place) ?? new Uint8Array());
        return fileOf(new Uint8Array(await new Blob(/** @type {BlobPart[]} */ (pieces)).arrayBuffer()), this.#first?.packed ?? false);
    }
}

/** @param {Uint8Array} whole @param {boolean} packed */
async function fileOf(whole, packed) {
    const view = new DataView(whole.buffer);
    const start = whole.length < 2 ? Infinity : 2 + view.getUint16(0);
    if (start + 8 > whole.length) throw new Unusable("broken");
    const name = new TextDecoder().decode(whole.subarray(2, start));
    const length = view.getUint32(start), check = view.getUint32(start + 4);
    if (length > LARGEST_FILE) throw new Unusable("tooLarge");
    const body = whole.subarray(start + 8);
    const bytes = packed ? await unpack(body, length) : body;
    if (bytes.length !== length || checksum(bytes) !== check) throw new Unusable("broken");
    return { name, bytes };
}

/** Without cutting through a letter. @param {Uint8Array} bytes */
function shortened(bytes) {
    let end = Math.min(bytes.length, LONGEST_NAME);
    while (end < bytes.length && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
    return bytes.subarray(0, end);
}

/** @param {Uint8Array} bytes */
const streamOf = (bytes) => new Blob([/** @type {BlobPart} */ (bytes)]).stream();

/** @param {Uint8Array} bytes @returns {Promise<Uint8Array | null>} null: this browser cannot */
async function pack(bytes) {
    if (typeof CompressionStream === "undefined") return null;
    // Not "deflate-raw", which came to browsers later: it saves 6 bytes.
    const packed = streamOf(bytes).pipeThrough(new CompressionStream("deflate"));
    return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Never makes more than `length` bytes of it, whatever is in there. @param {Uint8Array} bytes @param {number} length */
async function unpack(bytes, length) {
    if (typeof DecompressionStream === "undefined") throw new Unusable("cannotUnpack");
    const reader = streamOf(bytes).pipeThrough(new DecompressionStream("deflate")).getReader();
    const chunks = [];
    let size = 0;
    try {
        for (;;) {
            const { value, done } = await reader.read();
            if (done) break;
            size += value.length;
            if (size > length) throw new Unusable("broken");
            chunks.push(/** @type {BlobPart} */ (value));
        }
    } catch {
        await reader.cancel().catch(() => {});
        throw new Unusable("broken");
    }
    return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
