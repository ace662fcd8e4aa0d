// Three browser engines behind one small interface: launch(engine, options) opens a browser, session.page is its first page.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Downloads } from "./downloads.mjs";
import { Page } from "./page.mjs";
import { endWithUs, killGroup } from "./processes.mjs";
import { openChromium, openFirefox } from "./puppeteer.mjs";
import { openWebKit } from "./webkit.mjs";

export const engines = /** @type {const} */ (["chromium", "firefox", "webkit"]);

/** @typedef {(typeof engines)[number]} EngineName */

/**
 * @typedef {object} LaunchOptions
 * @property {string} [profile] folder that keeps what the browser stores; without it, one that goes when the session ends
 * @property {number} [width] of the viewport in CSS pixels
 * @property {number} [height]
 * @property {number} [scale] device pixels per CSS pixel
 * @property {boolean} [dark] the system prefers dark
 * @property {boolean} [reducedMotion] the system prefers reduced motion
 * @property {string} [language] what the browser asks pages for
 * @property {string} [timeZone]
 * @property {string} [camera] a film (.y4m) that a camera sees over and over, and pages may use; only Chromium plays one
 * @property {number} [now] what pages take for the present when they load, in milliseconds since 1970; see Page.moveClock
 */

/**
 * What an engine gives for an opened browser.
 * @typedef {object} EngineBrowser
 * @property {number | undefined} group process group of the browser
 * @property {import("./page.mjs").EnginePage} first
 * @property {() => Promise<import("./page.mjs").EnginePage>} newPage
 * @property {() => Promise<string[]>} requests addresses asked for so far, by all pages
 * @property {() => Promise<string[]>} messages what pages wrote to the console, and errors nobody caught
 * @property {() => Promise<void>} close
 */

/** @typedef {Required<Omit<LaunchOptions, "language" | "timeZone" | "camera" | "now">> & LaunchOptions & { downloads: string }} EngineOptions */

const openers = { chromium: openChromium, firefox: openFirefox, webkit: openWebKit };

export class Session {
    /** @param {EngineName} engine @param {EngineBrowser} browser @param {EngineOptions} options @param {string | undefined} ownProfile */
    constructor(engine, browser, options, ownProfile) {
        this.engine = engine;
        this.browser = browser;
        this.options = options;
        this.ownProfile = ownProfile;
        this.downloads = new Downloads(options.downloads);
        endWithUs(browser.group);
        this.page = new Page(browser.first, this);
    }

    /** Another tab of the same browser. */
    async newPage() {
        return new Page(await this.browser.newPage(), this);
    }
    requests() {
        return this.browser.requests();
    }
    /** Requests that left the origin; what the browser makes up itself (data:, blob:) goes nowhere. @param {string} address of the site */
    async foreignRequests(address) {
        const { origin } = new URL(address);
        return (await this.requests()).filter((each) => !/^(data|blob|about):/.test(each) && new URL(each).origin !== origin);
    }
    messages() {
        return this.browser.messages();
    }
    /** As a power cut: the browser and all its processes get SIGKILL. The profile stays. */
    kill() {
        return killGroup(this.browser.group);
    }
    /** Ends the browser, and forgets the profile if it was made for this session. */
    async close() {
        await Promise.race([this.browser.close().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 3000))]);
        await killGroup(this.browser.group);
        if (this.ownProfile) rmSync(this.ownProfile, { recursive: true, force: true, maxRetries: 5 });
    }
}

/**
 * Opens a browser. With the profile of an earlier session it finds what that one stored.
 * @param {EngineName} engine
 * @param {LaunchOptions} [options]
 */
export async function launch(engine, options = {}) {
    const ownProfile = options.profile === undefined ? mkdtempSync(join(tmpdir(), "planner-profile-")) : undefined;
    const profile = options.profile ?? /** @type {string} */ (ownProfile);
    const complete = {
        width: 1366,
        height: 768,
        scale: 1,
        language: "nl",
        dark: false,
        reducedMotion: false,
        ...options,
        profile,
        downloads: join(profile, "downloads"),
    };
    return new Session(engine, await openers[engine](complete), complete, ownProfile);
}
