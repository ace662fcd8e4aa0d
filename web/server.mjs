// A small static server for the built page. `node web/server.mjs FOLDER [--port N] [--host H]`, or startServer() from a test.
import { createServer } from "node:http";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { extname, join, normalize, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";

/** @type {Record<string, string>} */
const mimeTypes = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".ttf": "font/ttf",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json; charset=utf-8",
};

/**
 * The file that a request asks for, or nothing when it lies outside the folder.
 * @param {string} folder absolute
 * @param {string} prefix path that the site is served under, "/" or "/some/path/"
 * @param {string} requestPath path part of the address, still percent-encoded
 */
function fileOf(folder, prefix, requestPath) {
    let path;
    try {
        path = decodeURIComponent(requestPath);
    } catch {
        return undefined;
    }
    if (!path.startsWith(prefix) || path.includes("\0")) return undefined;
    const relative = path.slice(prefix.length);
    const file = normalize(join(folder, relative === "" || relative.endsWith("/") ? relative + "index.html" : relative));
    return file === folder || file.startsWith(folder + sep) ? file : undefined;
}

/**
 * @param {string} folder
 * @param {string} prefix
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
async function answer(folder, prefix, request, response) {
    /** @param {number} status @param {Record<string, string>} [headers] */
    const refuse = (status, headers = {}) => response.writeHead(status, headers).end();
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, { Allow: "GET, HEAD" });
    const file = fileOf(folder, prefix, new URL(request.url ?? "/", "http://localhost").pathname);
    const found = file === undefined ? undefined : await stat(file).catch(() => undefined);
    if (file === undefined || !found?.isFile()) return refuse(404);

    // Every use asks again, so that a new build is seen at once; what did not change is not sent again.
    const tag = `"${found.size.toString(16)}-${Math.round(found.mtimeMs).toString(16)}"`;
    const headers = {
        "Cache-Control": "no-cache",
        "Content-Type": mimeTypes[extname(file)] ?? "application/octet-stream",
        "X-Content-Type-Options": "nosniff",
        ETag: tag,
    };
    if (request.headers["if-none-match"] === tag) return refuse(304, headers);
    response.writeHead(200, { ...headers, "Content-Length": found.size });
    if (request.method === "HEAD") return void response.end();
    createReadStream(file).on("error", () => response.destroy()).pipe(response);
}

/**
 * Serves `folder` and resolves when it listens. Port 0 takes a free one.
 * @param {string} folder
 * @param {{ port?: number, host?: string, prefix?: string }} [options]
 * @returns {Promise<{ port: number, address: string, requests: string[], close: () => Promise<void> }>}
 */
export function startServer(folder, { port = 0, host = "localhost", prefix = "/" } = {}) {
    const root = resolve(folder);
    /** @type {string[]} */
    const requests = [];
    const server = createServer((request, response) => {
        requests.push(request.url ?? "");
        answer(root, prefix, request, response).catch(() => response.destroy());
    });
    return new Promise((fulfil, reject) => {
        server.once("error", reject);
        server.listen(port, host, () => {
            const taken = /** @type {import("node:net").AddressInfo} */ (server.address()).port;
            fulfil({
                port: taken,
                address: `http://${host}:${taken}${prefix}`,
                requests,
                close: () =>
                    new Promise((done) => {
                        server.close(() => done());
                        server.closeAllConnections();
                    }),
            });
        });
    });
}

/** @param {string} name @param {string} otherwise */
function option(name, otherwise) {
    const index = process.argv.indexOf(name);
    return index < 0 ? otherwise : process.argv[index + 1];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
    const port = Number(option("--port", "8080"));
    try {
        const server = await startServer(process.argv[2] ?? ".", { port, host: option("--host", "localhost") });
        console.log(`Serving ${server.address} (Ctrl+C stops)`);
    } catch (error) {
        const code = /** @type {NodeJS.ErrnoException} */ (error).code;
        console.error(code === "EADDRINUSE" ? `Port ${port} is in use; choose another one with --port N` : `Cannot serve: ${code}`);
        process.exitCode = 1;
    }
}
