/** The picture of a code: whole pixels for each of its squares, black on white with a white edge, whatever the colours of the page. */

import { correction, generate, mode } from "lean-qr";

/** @typedef {import("lean-qr").Bitmap2D} Bitmap */

/** White squares around a code, without which readers do not find it. */
export const EDGE = 4;

/**
 * Codes of one series are of one size. A screen has no stains, so the least correction will do.
 * @param {string[]} texts
 * @returns {(index: number) => Bitmap} made when asked for, once
 */
export function picturesOf(texts) {
    const level = { minCorrectionLevel: correction.L, maxCorrectionLevel: correction.L };
    const longest = texts.reduce((one, other) => (other.length > one.length ? other : one), "");
    const { size } = generate(mode.alphaNumeric(longest), level);
    /** @type {Map<number, Bitmap>} */
    const made = new Map();
    return (index) => {
        const found = made.get(index) ?? generate(mode.alphaNumeric(texts[index] ?? ""), { ...level, minVersion: (size - 17) / 4 });
        made.set(index, found);
        return found;
    };
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Bitmap} bitmap
 * @param {number} room in CSS px
 * @param {number} ratio pixels of the screen for each
 */
export function paint(canvas, bitmap, room, ratio) {
    const squares = bitmap.size + 2 * EDGE;
    const scale = Math.max(1, Math.floor((room * ratio) / squares));
    canvas.width = canvas.height = squares * scale;
    canvas.style.width = canvas.style.height = `${canvas.width / ratio}px`;
    const context = canvas.getContext("2d");
    if (!context) return;
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.fillStyle = "#000";
    for (let y = 0; y < bitmap.size; y += 1) {
        for (let x = 0; x < bitmap.size; x += 1) {
            if (bitmap.get(x, y)) context.fillRect((x + EDGE) * scale, (y + EDGE) * scale, scale, scale);
        }
    }
}
