// Chromium (DevTools protocol) and Firefox (WebDriver BiDi), both through puppeteer-core and Debian's browsers.
import { mkdirSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { clockScript } from "./clock.mjs";
import { browserEnvironment } from "./display.mjs";

/** @typedef {import("./index.mjs").EngineOptions} EngineOptions */
/** @typedef {import("./page.mjs").EnginePage} EnginePage */

const chromiumPath = process.env.PLANNER_CHROMIUM ?? "/usr/bin/chromium";
const firefoxPath = process.env.PLANNER_FIREFOX ?? "/usr/bin/firefox-esr";

/** Along with the size goes an orientation, which Firefox knows since a later version than Debian may have. @param {Error} error */
function ignoreOrientation(error) {
    if (!error.message.includes("unknown command emulation.setScreenOrientationOverride")) throw error;
}

/** A machine with other work may take a minute for a browser's first page. */
const loading = /** @type {const} */ ({ waitUntil: "load", timeout: 90_000 });

/** @param {import("puppeteer-core").Page} page @param {EngineOptions} options @returns {Promise<EnginePage>} */
async function enginePage(page, options) {
    const resize = (/** @type {number} */ width, /** @type {number} */ height) =>
        page.setViewport({ width, height, deviceScaleFactor: options.scale }).catch(ignoreOrientation);
    await resize(options.width, options.height);
    const keys = page.keyboard;
    return {
        native: page,
        goto: async (address) => void (await page.goto(address, loading)),
        reload: async () => void (await page.reload(loading)),
        // A hash that changes loads nothing, so there is no load to wait for.
        back: () => page.evaluate(() => history.back()),
        forward: () => page.evaluate(() => history.forward()),
        evaluate: (expression) => page.evaluate(expression),
        moveMouse: (x, y) => page.mouse.move(x, y),
        click: (x, y, count) => page.mouse.click(x, y, { count }),
        wheel: (deltaX, deltaY) => page.mouse.wheel({ deltaX, deltaY }),
        keyDown: (key) => keys.down(/** @type {import("puppeteer-core").KeyInput} */ (key)),
        keyUp: (key) => keys.up(/** @type {import("puppeteer-core").KeyInput} */ (key)),
        type: (text) => keys.type(text),
        screenshot: async () => Buffer.from(await page.screenshot({ captureBeyondViewport: false, optimizeForSpeed: false })),
        resize,
        chooseFiles: async (trigger, paths) => {
            const [chooser] = await Promise.all([page.waitForFileChooser({ timeout: 10000 }), trigger()]);
            await chooser.accept(paths);
        },
        bringToFront: () => page.bringToFront(),
        close: () => page.close(),
    };
}

/**
 * @param {import("puppeteer-core").Browser} browser
 * @param {EngineOptions} options
 * @param {(page: import("puppeteer-core").Page) => Promise<void>} prepare
 */
async function engineBrowser(browser, options, prepare) {
    /** @type {string[]} */
    const requests = [];
    /** @type {string[]} */
    const messages = [];
    const open = async (/** @type {import("puppeteer-core").Page} */ page) => {
        page.on("request", (request) => requests.push(request.url()));
        page.on("console", (message) => {
            // Advice for developers, such as that a password field would rather be in a form, is nothing that the page wrote.
            if (String(message.type()) !== "verbose") messages.push(`${message.type()}: ${message.text()}`);
        });
        page.on("pageerror", (error) => messages.push(`error: ${/** @type {Error} */ (error).stack ?? error}`));
        await prepare(page);
        if (options.now !== undefined) await page.evaluateOnNewDocument(clockScript(options.now));
        return enginePage(page, options);
    };
    const pages = await browser.pages();
    return {
        group: browser.process()?.pid,
        first: await open(pages[0] ?? (await browser.newPage())),
        newPage: async () => open(await browser.newPage()),
        requests: async () => requests,
        messages: async () => messages,
        close: () => browser.close(),
    };
}

/** @param {EngineOptions} options @returns {Promise<import("./index.mjs").EngineBrowser>} */
export async function openChromium(options) {
    const browser = await puppeteer.launch({
        browser: "chrome",
        executablePath: chromiumPath,
        userDataDir: options.profile,
        headless: true,
        protocolTimeout: 120000,
        env: await browserEnvironment(options.timeZone ? { TZ: options.timeZone } : {}),
        args: [
            "--no-sandbox",
            "--use-angle=swiftshader",
            "--enable-unsafe-swiftshader",
            "--disable-quic",
            "--no-first-run",
            "--no-proxy-server",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-backgrounding-occluded-windows",
            ...(options.language ? [`--accept-lang=${options.language}`, `--lang=${options.language}`] : []),
            ...(options.camera ? ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", `--use-file-for-fake-video-capture=${options.camera}`] : []),
        ],
        ignoreDefaultArgs: ["--hide-scrollbars"],
    });
    const session = await browser.target().createCDPSession();
    mkdirSync(options.downloads, { recursive: true });
    await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: options.downloads });
    return engineBrowser(browser, options, (page) =>
        page.emulateMediaFeatures([
            { name: "prefers-color-scheme", value: options.dark ? "dark" : "light" },
            { name: "prefers-reduced-motion", value: options.reducedMotion ? "reduce" : "no-preference" },
        ]),
    );
}

/** @param {EngineOptions} options @returns {Promise<import("./index.mjs").EngineBrowser>} */
export async function openFirefox(options) {
    const browser = await puppeteer.launch({
        browser: "firefox",
        executablePath: firefoxPath,
        userDataDir: options.profile,
        headless: false,
        protocolTimeout: 120000,
        env: await browserEnvironment(options.timeZone ? { TZ: options.timeZone } : {}),
        extraPrefsFirefox: {
            "browser.download.dir": options.downloads,
            "browser.download.folderList": 2,
            "browser.download.useDownloadDir": true,
            "browser.download.always_ask_before_handling_new_types": false,
            "browser.download.alwaysOpenPanel": false,
            "browser.tabs.warnOnClose": false,
            "layout.css.prefers-color-scheme.content-override": options.dark ? 0 : 1,
            "network.proxy.type": 0,
            "ui.prefersReducedMotion": options.reducedMotion ? 1 : 0,
            "ui.systemUsesDarkTheme": options.dark ? 1 : 0,
            "webgl.force-enabled": true,
            ...(options.language ? { "intl.accept_languages": options.language } : {}),
        },
    });
    return engineBrowser(browser, options, async () => undefined);
}
