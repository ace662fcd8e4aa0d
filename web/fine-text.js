/**
 * Some browsers (WebKit on Linux, with its usual font settings) round the width of every letter to whole pixels. Their lines
 * would break elsewhere than the canvas's. There, texts are set several times larger, where rounding hardly counts, and scaled
 * down again.
 */

/** Three hundred texts, at 320 to 1366 px, all broke like the canvas's at this factor; at 8, two did not. */
const FACTOR = 16;

/** How much narrower than its share of a tenfold letter one letter may be, in px. */
const TOLERANCE = 0.1;

let factor = 0;

/** How many times larger texts are set; 1 where letters are placed exactly. To be called when the fonts are there. */
export function fineTextFactor() {
    if (factor === 0) factor = Math.abs(letterWidth(15) - letterWidth(150) / 10) > TOLERANCE ? FACTOR : 1;
    return factor;
}

/** @param {number} size */
function letterWidth(size) {
    const probe = document.createElement("span");
    probe.className = "measure";
    probe.style.fontSize = `${size}px`;
    probe.textContent = "i";
    document.body.append(probe);
    const { width } = probe.getBoundingClientRect();
    probe.remove();
    return width;
}
