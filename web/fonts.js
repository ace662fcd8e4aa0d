/** The planner's fonts: one download each, for the canvas and for the text fields over it. */

import { fetchAsset } from "./assets.js";

/** Family name that style.css uses. */
const FAMILY = "Planner";

/** In the order of `planner_font` slots; the icons are for the canvas only. */
const FONTS = [
    { file: "fonts/atkinson-regular.ttf", weight: "400" },
    { file: "fonts/atkinson-semibold.ttf", weight: "600" },
    { file: "fonts/icons.ttf", weight: "" },
];

/** @returns {Promise<Uint8Array[]>} bytes per slot, also registered for the page */
export function loadFonts() {
    return Promise.all(
        FONTS.map(async ({ file, weight }) => {
            const bytes = await (await fetchAsset(file)).arrayBuffer();
            if (weight !== "") document.fonts.add(await new FontFace(FAMILY, bytes, { weight }).load());
            return new Uint8Array(bytes);
        }),
    );
}
