/** Starts the empty page as the planner starts: font and program side by side, then one animation frame. */
import createPage from "./empty_page.js";

async function start() {
    const [font, page] = await Promise.all([fetch("font.ttf").then((response) => response.arrayBuffer()), createPage()]);
    const address = page._malloc(font.byteLength);
    page.HEAPU8.set(new Uint8Array(font), address);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (page._draw_empty_page(address, font.byteLength, 1366, 768) !== 0) throw new Error("no WebGL 2");
}

globalThis.planner = { ready: start() };
