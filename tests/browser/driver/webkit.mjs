// WebKit, Safari's engine: WebKitWebDriver with a browser window of our own (webkit_launcher.py).
import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { clockScript } from "./clock.mjs";
import { browserEnvironment } from "./display.mjs";
import { until } from "./page.mjs";
import { WebDriver, keyCode } from "./webdriver.mjs";

/** @typedef {import("./index.mjs").EngineOptions} EngineOptions */
/** @typedef {import("./page.mjs").EnginePage} EnginePage */

const launcher = fileURLToPath(new URL("webkit_launcher.py", import.meta.url));

/** @returns {Promise<number>} */
function freePort() {
    return new Promise((resolve) => {
        const server = createServer().listen(0, "127.0.0.1", () => {
            const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
            server.close(() => resolve(port));
        });
    });
}

// An automated WebKit answers file dialogs itself, with nothing, and takes files for an element in the page only. So the
// input that is about to open a dialog is kept, and the dialog left out.
function catchFileInput() {
    const page = /** @type {any} */ (globalThis);
    const keep = (/** @type {HTMLInputElement} */ input) => {
        page.caughtFileInput = input;
        if (!input.isConnected) document.body.append(Object.assign(input, { hidden: true }));
    };
    const { click } = HTMLInputElement.prototype;
    const onClick = (/** @type {Event} */ event) => {
        if (!(event.target instanceof HTMLInputElement) || event.target.type !== "file") return;
        event.preventDefault();
        keep(event.target);
    };
    HTMLInputElement.prototype.click = function () {
        if (this.type === "file") keep(this);
        else click.call(this);
    };
    addEventListener("click", onClick, true);
    page.releaseFileInput = () => {
        HTMLInputElement.prototype.click = click;
        removeEventListener("click", onClick, true);
    };
}

function releaseFileInput() {
    const page = /** @type {any} */ (globalThis);
    page.releaseFileInput();
    delete page.caughtFileInput;
}

/** @param {WebDriver} driver @param {string} window @returns {EnginePage} */
function enginePage(driver, window) {
    const post = (/** @type {string} */ path, /** @type {object} */ body = {}) => driver.command(window, "POST", path, body);
    const pointer = (/** @type {object[]} */ ...actions) => driver.perform(window, "pointer", actions, { pointerType: "mouse" });
    const press = [{ type: "pointerDown", button: 0 }, { type: "pointerUp", button: 0 }];
    const key = (/** @type {object[]} */ actions) => driver.perform(window, "key", actions);
    const evaluate = (/** @type {string} */ expression) => driver.evaluate(window, expression);
    return {
        native: driver,
        goto: (address) => post("url", { url: address }),
        reload: () => post("refresh"),
        back: () => post("back"),
        forward: () => post("forward"),
        evaluate,
        moveMouse: (x, y) => pointer({ type: "pointerMove", duration: 0, x: Math.round(x), y: Math.round(y) }),
        click: (_x, _y, count) => pointer(...Array.from({ length: count }, () => press).flat()),
        wheel: (deltaX, deltaY) => driver.perform(window, "wheel", [{ type: "scroll", x: 0, y: 0, deltaX, deltaY }]),
        keyDown: (name) => key([{ type: "keyDown", value: keyCode(name) }]),
        keyUp: (name) => key([{ type: "keyUp", value: keyCode(name) }]),
        type: (text) => key([...text].flatMap((value) => [{ type: "keyDown", value }, { type: "keyUp", value }])),
        screenshot: async () => Buffer.from(await driver.command(window, "GET", "screenshot"), "base64"),
        resize: async (width, height) => {
            await post("window/rect", { width, height });
            await evaluate("new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
        },
        chooseFiles: async (trigger, paths) => {
            await evaluate(`(${catchFileInput})()`);
            await trigger();
            // The page may ask for its files a frame later.
            const caught = () => post("execute/sync", { script: "return globalThis.caughtFileInput", args: [] });
            const input = await until(caught, () => "no file dialog was asked for");
            await post(`element/${Object.values(input)[0]}/value`, { text: paths.join("\n") });
            await evaluate(`(${releaseFileInput})()`);
        },
        bringToFront: async () => undefined,
        close: () => driver.command(window, "DELETE", "window"),
    };
}

/** @param {string} file @returns {Promise<{ kind: string, text: string }[]>} */
async function readNotes(file) {
    const text = await readFile(file, "utf8").catch(() => "");
    return text.split("\n").filter(Boolean).map((line) => JSON.parse(line));
}

/** @param {EngineOptions} options @returns {Promise<import("./index.mjs").EngineBrowser>} */
export async function openWebKit(options) {
    mkdirSync(options.downloads, { recursive: true });
    const log = join(options.profile, `session-${Date.now()}.log`);
    const settingsFile = join(options.profile, "launcher.json");
    writeFileSync(settingsFile, JSON.stringify({ ...options, log, script: options.now === undefined ? "" : clockScript(options.now) }));
    chmodSync(launcher, 0o755);

    const port = await freePort();
    const environment = { GDK_SCALE: String(options.scale), NO_AT_BRIDGE: "1", ...(options.timeZone ? { TZ: options.timeZone } : {}) };
    const server = spawn("WebKitWebDriver", [`--port=${port}`], {
        env: await browserEnvironment(environment),
        detached: true,
        stdio: ["ignore", "pipe", "ignore"],
    });
    /** @type {string[]} */
    const messages = [];
    server.stdout.setEncoding("utf8").on("data", (text) => messages.push(...text.split("\n").filter(Boolean)));

    const driver = new WebDriver(port);
    const window = await driver.start({
        browserName: "MiniBrowser",
        "webkitgtk:browserOptions": { binary: launcher, args: [settingsFile] },
    });
    return {
        group: server.pid,
        first: enginePage(driver, window),
        newPage: async () => enginePage(driver, await driver.openWindow()),
        requests: async () => (await readNotes(log)).filter((note) => note.kind === "request").map((note) => note.text),
        messages: async () => messages,
        close: () => driver.end(),
    };
}
