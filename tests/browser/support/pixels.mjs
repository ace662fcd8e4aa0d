// Pixels of a PNG as browsers write screenshots: 8 bits per channel, not interlaced.
import { inflateSync } from "node:zlib";

/** @typedef {{ width: number, height: number, channels: number, data: Buffer }} Picture */

/** @param {Buffer} png @returns {Picture} */
export function readPixels(png) {
    const width = png.readUInt32BE(16), height = png.readUInt32BE(20), kind = png[25];
    const channels = kind === 6 ? 4 : 3;
    if (png[24] !== 8 || (kind !== 6 && kind !== 2) || png[28] !== 0) throw new Error("a PNG that screenshots do not use");
    const parts = [];
    for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
        if (png.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
    return { width, height, channels, data: unfiltered(inflateSync(Buffer.concat(parts)), width, height, channels) };
}

/** PNG specification, section 9. @param {Buffer} raw @param {number} width @param {number} height @param {number} channels */
function unfiltered(raw, width, height, channels) {
    const row = width * channels;
    const data = Buffer.alloc(row * height);
    for (let y = 0; y < height; ++y) {
        const filter = raw[y * (row + 1)] ?? 0;
        for (let x = 0; x < row; ++x) {
            const left = x >= channels ? (data[y * row + x - channels] ?? 0) : 0;
            const up = y > 0 ? (data[(y - 1) * row + x] ?? 0) : 0;
            const corner = x >= channels && y > 0 ? (data[(y - 1) * row + x - channels] ?? 0) : 0;
            const added = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
            data[y * row + x] = (raw[y * (row + 1) + 1 + x] ?? 0) + added;
        }
    }
    return data;
}

/** @param {number} left @param {number} up @param {number} corner */
function paeth(left, up, corner) {
    const guess = left + up - corner;
    const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
    return a <= b && a <= c ? left : b <= c ? up : corner;
}
