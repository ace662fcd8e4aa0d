// PNG with a palette: a third of the bytes for pictures of a few flat colours and their soft edges.
import { deflateSync } from "node:zlib";

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; ++bit) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    return value >>> 0;
});

/** @param {Buffer} bytes */
function crc32(bytes) {
    let value = 0xffffffff;
    for (const byte of bytes) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
    return (value ^ 0xffffffff) >>> 0;
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const result = Buffer.alloc(body.length + 8);
    result.writeUInt32BE(data.length, 0);
    body.copy(result, 4);
    result.writeUInt32BE(crc32(body), body.length + 4);
    return result;
}

/** In the soft edges of a flat picture nobody sees colours that differ by less apart, of 256 in each channel. */
const step = 40;

/**
 * The index of each pixel in a palette. Of colours that round to the same, the most frequent stands for all: the flat ones stay as
 * they are.
 * @param {Uint32Array} pixels
 */
function palettize(pixels) {
    /** @type {Map<number, number>} */
    const counts = new Map();
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
    const round = (/** @type {number} */ pixel) =>
        [24, 16, 8, 0].map((shift) => Math.round(((pixel >>> shift) & 255) / step)).join();
    /** @type {Map<string, number>} */
    const places = new Map();
    /** @type {number[]} */
    const palette = [];
    for (const [pixel] of [...counts].sort(([, left], [, right]) => right - left)) {
        if (!places.has(round(pixel))) places.set(round(pixel), palette.push(pixel) - 1);
    }
    if (palette.length > 256) throw new Error("too many colours for a palette");
    const place = new Map([...counts.keys()].map((pixel) => [pixel, places.get(round(pixel)) ?? 0]));
    return { palette, indices: pixels.map((pixel) => place.get(pixel) ?? 0) };
}

/**
 * @param {Uint8Array} rgba not premultiplied, row by row
 * @param {number} width
 * @param {number} height
 */
export function palettePng(rgba, width, height) {
    const pixels = new Uint32Array(rgba.buffer, rgba.byteOffset, width * height);
    const { palette, indices } = palettize(pixels);
    const colours = palette.map((pixel) => [pixel & 255, (pixel >>> 8) & 255, (pixel >>> 16) & 255, pixel >>> 24]);
    const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0]);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    const rows = Buffer.alloc((width + 1) * height);
    for (let y = 0; y < height; ++y) rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
    return Buffer.concat([
        Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
        chunk("IHDR", header),
        chunk("PLTE", Buffer.from(colours.flatMap(([red = 0, green = 0, blue = 0]) => [red, green, blue]))),
        chunk("tRNS", Buffer.from(colours.map(([, , , alpha = 255]) => alpha))),
        chunk("IDAT", deflateSync(rows, { level: 9 })),
        chunk("IEND", Buffer.alloc(0)),
    ]);
}
