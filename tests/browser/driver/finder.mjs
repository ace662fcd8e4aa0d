// The script of in_page.mjs as one text that defines globalThis.plannerDriver, for pages that load nothing of ours.
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

/** @type {Promise<string> | undefined} */
let script;

/** @returns {Promise<string>} */
export function finderScript() {
    script ??= build({
        entryPoints: [fileURLToPath(new URL("in_page.mjs", import.meta.url))],
        bundle: true,
        write: false,
        format: "iife",
        globalName: "plannerDriver",
        footer: { js: "globalThis.plannerDriver = plannerDriver;" },
        minify: true,
    }).then((result) => result.outputFiles[0]?.text ?? "");
    return script;
}
