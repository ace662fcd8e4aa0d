// Puts the page together: node web/build.mjs BUILD_FOLDER writes BUILD_FOLDER/site.
//
// What the build folder must hold: planner_page.js and planner_page.wasm (the linked planner) and fonts/. Every file whose
// name nobody types gets a hash of its content in its name, and the addresses in the others are rewritten to match, so a
// browser or server may keep them as long as it likes. All addresses are relative: the site works under any path.
import { build } from "esbuild";
import { Resvg, initWasm } from "@resvg/resvg-wasm";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isLater, laterFolders } from "./later-files.mjs";
import { palettePng } from "./png.mjs";

const sourceFolder = dirname(fileURLToPath(import.meta.url));
const projectFolder = dirname(sourceFolder);
const buildFolder = resolve(process.argv[2] ?? join(projectFolder, "build/web"));

/** @satisfies {import("esbuild").BuildOptions} */
const common = {
    bundle: true,
    minify: true,
    write: false,
    target: ["chrome100", "firefox100", "safari15.4"],
    legalComments: "none",
    charset: "utf8",
};

/** @param {import("esbuild").BuildResult} result */
const outputOf = (result) => result.outputFiles?.[0]?.text ?? "";

/** Files of the site by their final name. @type {Map<string, Buffer>} */
const site = new Map();
/** Final name of a file by the name that the sources use. @type {Map<string, string>} */
const finalNames = new Map();

/** @param {Buffer | string} content */
const hashOf = (content) => createHash("sha256").update(content).digest("hex").slice(0, 10);

/**
 * @param {string} name as the sources call it
 * @param {Buffer | string} content
 */
function addHashed(name, content) {
    const bytes = Buffer.from(content);
    const final = name.replace(/(\.[a-z0-9]+)$/, `-${hashOf(bytes)}$1`);
    finalNames.set(name, final);
    site.set(final, bytes);
}

/** @param {string} name @param {Buffer | string} content */
function addPlain(name, content) {
    site.set(name, Buffer.from(content));
}

/**
 * The text with every quoted or bracketed address of a file in the site replaced by its final one.
 * @param {string} text
 */
function withFinalNames(text) {
    let result = text;
    for (const [name, final] of finalNames) {
        const pattern = new RegExp(`(["'\`(=](?:\\./)?)${name.replace(/[.\\/]/g, "\\$&")}(?=["'\`)?# >])`, "g");
        result = result.replace(pattern, `$1${final}`);
    }
    return result;
}

const read = (/** @type {string} */ name) => readFile(join(sourceFolder, name));

async function addFonts() {
    for (const name of ["atkinson-regular.ttf", "atkinson-semibold.ttf", "icons.ttf"]) {
        addHashed(`fonts/${name}`, await readFile(join(buildFolder, "fonts", name)));
    }
}

/** Undoes the multiplication of colours by their opacity. @param {Uint8Array} pixels */
function straightAlpha(pixels) {
    return Uint8Array.from(pixels, (value, index) => {
        const alpha = pixels[index - (index % 4) + 3] ?? 255;
        return index % 4 === 3 || alpha === 0 ? value : Math.min(255, Math.round((value * 255) / alpha));
    });
}

async function addAppIcons() {
    const require = createRequire(import.meta.url);
    await initWasm(await readFile(require.resolve("@resvg/resvg-wasm/index_bg.wasm")));
    const rounded = await readFile(join(projectFolder, "assets/icons/app.svg"), "utf8");
    const full = await readFile(join(projectFolder, "assets/icons/app-full.svg"), "utf8");
    /** @param {string} svg @param {number} width */
    const png = (svg, width) => {
        const picture = new Resvg(svg, { fitTo: { mode: "width", value: width } }).render();
        return palettePng(straightAlpha(picture.pixels), picture.width, picture.height);
    };
    addPlain("icons/favicon.svg", rounded);
    addPlain("icons/maskable.svg", full);
    addPlain("icons/icon-192.png", png(rounded, 192));
    addPlain("icons/apple-touch-icon.png", png(full, 180));
}

/**
 * One bundled, minified script.
 * @param {string} name
 * @param {Buffer | string} source
 */
async function bundle(name, source) {
    const result = await build({
        stdin: { contents: source.toString(), sourcefile: name, resolveDir: sourceFolder },
        ...common,
        format: "esm",
        external: ["./lock.js", "./codes.js"],
        plugins: [
            {
                name: "the linked planner",
                setup(setup) {
                    setup.onResolve({ filter: /\/planner_page\.js$/ }, () => ({ path: join(buildFolder, "planner_page.js") }));
                },
            },
        ],
    });
    return outputOf(result);
}

async function addLater() {
    for (const folder of laterFolders) {
        const source = join(buildFolder, "assets/later", folder);
        for (const name of await readdir(source)) addHashed(`${folder}/${name}`, await readFile(join(source, name)));
    }
}

async function addPage() {
    const wasm = await readFile(join(buildFolder, "planner_page.wasm"));
    addHashed("planner_page.wasm", wasm);
    addHashed("style.css", await styleSheet("style.css"));
    addHashed("lock.js", await bundle("lock.js", await read("lock.js")));
    addHashed("codes.css", await styleSheet("codes.css"));
    addHashed("codes.js", withFinalNames(await bundle("codes.js", await read("codes.js"))));
    addHashed("main.js", withFinalNames(await bundle("main.js", await read("main.js"))));
    addPlain("manifest.webmanifest", JSON.stringify(JSON.parse(withFinalNames((await read("manifest.webmanifest")).toString()))));
    const early = [...finalNames.keys()].filter((name) => /\.(wasm|ttf)$/.test(name));
    const preloads = early.map((name) => `<link rel="preload" as="fetch" crossorigin href="${name}">\n`).join("");
    const page = (await read("index.html")).toString();
    const told = page.replace(/<html\b/, `<html data-wasm-bytes="${wasm.length}"`).replace(/(?=<script\b)/, preloads);
    addPlain("index.html", withFinalNames(told));
}

/** The page that gets work out of the browser; it has a name that people can type. */
async function addRecovery() {
    addHashed("recovery.css", await styleSheet("recovery.css"));
    addHashed("recovery.js", await bundle("recovery.js", await read("recovery.js")));
    addPlain("recovery.html", withFinalNames((await read("recovery.html")).toString()));
}

/** The sheet for who looks after IT or privacy at a school, likewise. */
async function addPrivacy() {
    addHashed("privacy.css", await styleSheet("privacy.css"));
    addHashed("privacy.js", await bundle("privacy.js", await read("privacy.js")));
    addPlain("privacy.html", withFinalNames((await read("privacy.html")).toString()));
}

/** @param {string} name */
async function styleSheet(name) {
    const result = await build({
        entryPoints: [join(sourceFolder, name)],
        ...common,
        external: ["*.ttf", "*.svg", "*.png"],
    });
    return withFinalNames(outputOf(result));
}

/** The service worker, told which files make up this build and what their bytes are; it serves the page as "./". */
async function addServiceWorker() {
    const described = [...site].map(([name, content]) => [
        name === "index.html" ? "./" : name,
        `sha256-${createHash("sha256").update(content).digest("base64")}`,
    ]);
    const files = described.filter(([name = ""]) => !isLater(name)), later = described.filter(([name = ""]) => isLater(name));
    const manifest = { version: hashOf(JSON.stringify(described)), files, later };
    const source = (await read("service-worker.js")).toString();
    const placeholder = /^const BUILD = .*;$/m;
    if (!placeholder.test(source)) throw new Error("service-worker.js has no line `const BUILD = ...;` to put the build's files into");
    const told = source.replace(placeholder, () => `const BUILD = ${JSON.stringify(manifest)};`);
    addPlain("service-worker.js", await bundle("service-worker.js", told));
}

/** The licences of everything that the site carries; not needed to work, so not among the files kept for offline use. */
async function addLicences() {
    const texts = [join(projectFolder, "LICENSE"), join(sourceFolder, "licences.txt"), join(buildFolder, "fonts/LICENSES.txt")];
    const parts = await Promise.all(texts.map((path) => readFile(path, "utf8")));
    addPlain("licences.txt", parts.join("\n\n----\n\n"));
}

async function writeSite() {
    const fresh = join(buildFolder, "site.new");
    await rm(fresh, { recursive: true, force: true });
    for (const [name, content] of site) {
        const path = join(fresh, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, content);
    }
    const target = join(buildFolder, "site");
    await rm(target, { recursive: true, force: true });
    await rename(fresh, target);
}

await addFonts();
await addAppIcons();
await addLater();
await addPage();
await addRecovery();
await addPrivacy();
await addServiceWorker();
await addLicences();
await writeSite();
console.log([...site].map(([name, content]) => `${String(content.length).padStart(8)} ${name}`).join("\n"));
