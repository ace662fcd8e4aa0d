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

/** Colours are rounded this much more coarsely until they fit into 256. */
const roundings = [1, 4, 8, 16, 32];

/**
 * The index of each pixel in a palette of at most 256 colours, which are the first that fell into their rounding.
 * @param {Uint32Array} pixels
 */
function palettize(pixels) {
    for (const step of roundings) {
        /** @type {Map<number, number>} */
        const places = new Map();
        /** @type {number[]} */
        const palette = [];
        const round = (/** @type {number} */ value) => Math.floor(value / step);
        const indices = pixels.map((pixel) => {
            const key = ((round(pixel >>> 24) * 256 + round((pixel >>> 16) & 255)) * 256 + round((pixel >>> 8) & 255)) * 256 + round(pixel & 255);
            const place = places.get(key) ?? palette.push(pixel) - 1;
            places.set(key, place);
            return place;
        });
        if (palette.length <= 256) return { palette, indices };
    }
    throw new Error("too many colours for a palette");
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
