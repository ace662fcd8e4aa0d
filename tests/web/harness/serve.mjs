// Serves the page's sources with a stand-in for the compiled planner: node tests/web/harness/serve.mjs [FONT_FOLDER] [PORT]
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const project = join(here, "../../..");
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".ttf": "font/ttf", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json" };

/**
 * @param {string} path of the request
 * @param {string} fonts folder
 */
function fileOf(path, fonts) {
    if (path === "/") return join(project, "web/index.html");
    if (path === "/planner_page.js") return join(here, "planner_page.js");
    if (path.startsWith("/fonts/")) return join(fonts, path.slice("/fonts/".length));
    return join(project, "web", path);
}

/**
 * @param {string} [fonts] folder with the planner's fonts
 * @param {number} [port] 0: any
 */
export async function serveHarness(fonts = join(project, "build/web/fonts"), port = 0) {
    const server = createServer((request, response) => {
        const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
        readFile(fileOf(path, fonts)).then(
            (bytes) => {
                const type = /** @type {Record<string, string>} */ (types)[extname(path) || ".html"] ?? "application/octet-stream";
                response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-store" }).end(bytes);
            },
            () => response.writeHead(404).end(),
        );
    });
    await new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(undefined)));
    const address = server.address();
    return { url: `http://127.0.0.1:${typeof address === "object" ? address?.port : port}/`, close: () => server.close() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    const { url } = await serveHarness(process.argv[2], Number(process.argv[3] ?? 8081));
    console.log(url);
}
