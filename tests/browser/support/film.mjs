// Codes as a camera sees them: a film that Chromium plays instead of one.
import { createWriteStream } from "node:fs";
import { once } from "node:events";

/** A code without its edge: a line of "0" and "1" for each row of squares. @typedef {string[]} Squares */

const width = 1280, height = 720;
const picturesPerSecond = 5;
/** Of paper, and of ink on a screen, in a room: neither is white or black. */
const light = 210, dark = 40, room = 90;
const edge = 4;

/** @param {Squares} squares */
function picture(squares) {
    const bright = Buffer.alloc(width * height, room);
    const all = squares.length + 2 * edge;
    const scale = Math.floor(height / all);
    const left = (width - all * scale) >> 1, top = (height - all * scale) >> 1;
    for (let y = 0; y < all * scale; y += 1) {
        for (let x = 0; x < all * scale; x += 1) {
            const square = squares[Math.floor(y / scale) - edge]?.[Math.floor(x / scale) - edge];
            bright[(top + y) * width + left + x] = square === "1" ? dark : light;
        }
    }
    return Buffer.concat([Buffer.from("FRAME\n"), bright, Buffer.alloc((width * height) / 2, 128)]);
}

/** @param {string} path @param {Squares[]} codes one after another */
export async function writeFilm(path, codes) {
    const film = createWriteStream(path);
    film.write(`YUV4MPEG2 W${width} H${height} F${picturesPerSecond}:1 Ip A1:1 C420jpeg\n`);
    for (const squares of codes) if (!film.write(picture(squares))) await once(film, "drain");
    film.end();
    await once(film, "finish");
}

/** As a drawing context gives a picture. @param {Squares} squares */
export function imageOf(squares) {
    const scale = 3, side = (squares.length + 2 * edge) * scale;
    const data = new Uint8ClampedArray(side * side * 4).fill(255);
    for (let place = 0; place < side * side; place += 1) {
        const line = squares[Math.floor(place / side / scale) - edge];
        if (line?.[Math.floor((place % side) / scale) - edge] === "1") data.fill(0, place * 4, place * 4 + 3);
    }
    return { width: side, height: side, data };
}
