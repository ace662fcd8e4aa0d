// What a person can read of a picture: how high the letters are and how they stand out, measured in its pixels.

/** @typedef {import("./pixels.mjs").Picture} Picture */
/** @typedef {{ x: number, y: number, width: number, height: number }} Box */
/** @typedef {{ height: number, contrast: number }} Letters height: of the highest line in the box, in pixels */

/** Of what is ink at least, against the ground. */
const inkContrast = 3;

/** So much of the ink stands out less than what is measured: its edges are paler, and an icon beside it may be darker. */
const paler = 0.8;

/** WCAG 2.2, relative luminance of a colour in sRGB. @param {number} red @param {number} green @param {number} blue */
function luminance(red, green, blue) {
    const linear = (/** @type {number} */ value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** WCAG 2.2, contrast ratio. @param {number} one @param {number} other */
const contrast = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/**
 * The ground is the colour that most pixels have, ink what stands out from it.
 * @param {Picture} picture
 * @param {Box} box inside the picture
 * @returns {Letters}
 */
export function lettersIn({ data, width, channels }, box) {
    const left = Math.ceil(box.x), right = Math.floor(box.x + box.width), top = Math.ceil(box.y), bottom = Math.floor(box.y + box.height);
    /** @type {Map<number, number>} */
    const counts = new Map();
    const colorAt = (/** @type {number} */ x, /** @type {number} */ y) => data.readUIntBE((y * width + x) * channels, 3);
    for (let y = top; y < bottom; ++y) for (let x = left; x < right; ++x) counts.set(colorAt(x, y), (counts.get(colorAt(x, y)) ?? 0) + 1);
    const [[ground = 0] = []] = [...counts].sort(([, one], [, other]) => other - one);
    const bright = (/** @type {number} */ color) => luminance(color >> 16, (color >> 8) & 255, color & 255);
    const ratios = new Map([...counts.keys()].map((color) => [color, contrast(bright(color), bright(ground))]));
    const isInk = (/** @type {number} */ color) => (ratios.get(color) ?? 1) >= inkContrast;
    let height = 0, rows = 0;
    for (let y = top; y < bottom; ++y) {
        let x = left;
        while (x < right && !isInk(colorAt(x, y))) ++x;
        rows = x < right ? rows + 1 : 0;
        height = Math.max(height, rows);
    }
    const ink = [...counts].filter(([color]) => isInk(color)).map(([color, count]) => ({ ratio: ratios.get(color) ?? 1, count })).sort((one, other) => one.ratio - other.ratio);
    let rest = ink.reduce((sum, { count }) => sum + count, 0) * paler;
    const measured = ink.find(({ count }) => (rest -= count) < 0);
    return { height, contrast: measured?.ratio ?? 1 };
}
