// One virtual screen for the engines that draw WebGL only with a screen; started when first needed, ends with this process.
import { spawn } from "node:child_process";

/** @type {Promise<string> | undefined} */
let display;

/** @returns {Promise<string>} name of the display, as in DISPLAY */
export function virtualDisplay() {
    display ??= new Promise((resolve, reject) => {
        const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "2000x1400x24", "+extension", "GLX", "-nolisten", "tcp"], {
            stdio: ["ignore", "ignore", "ignore", "pipe"],
        });
        process.once("exit", () => server.kill());
        server.once("error", reject);
        server.once("exit", (code) => reject(new Error(`Xvfb ended with ${code}`)));
        server.stdio[3]?.once("data", (number) => resolve(`:${String(number).trim()}`));
        server.unref();
        /** @type {import("node:net").Socket} */ (server.stdio[3]).unref();
    });
    return display;
}

/**
 * The environment for a browser: our screen, software drawing, no proxy between us and the page.
 * @param {Record<string, string>} [more]
 */
export async function browserEnvironment(more = {}) {
    const kept = Object.entries(process.env).filter(([name]) => !/_proxy$/i.test(name));
    return { ...Object.fromEntries(kept), DISPLAY: await virtualDisplay(), LIBGL_ALWAYS_SOFTWARE: "1", ...more };
}
