// What a journey does on a page, the same for every engine: finding by role and accessible name, real mouse and keys.
import { createRequire } from "node:module";
import { readFile, writeFile, mkdir } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { finderScript } from "./finder.mjs";
import { Locator } from "./locator.mjs";

/**
 * What an engine must offer for one page. Points are CSS pixels of the viewport; keys are named as KeyboardEvent.key does.
 * @typedef {object} EnginePage
 * @property {(address: string) => Promise<void>} goto resolves after the load event
 * @property {() => Promise<void>} reload
 * @property {() => Promise<void>} back
 * @property {() => Promise<void>} forward
 * @property {(expression: string) => Promise<any>} evaluate value of the expression, awaited, as JSON has it
 * @property {(x: number, y: number) => Promise<void>} moveMouse
 * @property {(x: number, y: number, count: number) => Promise<void>} click as one gesture, which browsers count by themselves
 * @property {(deltaX: number, deltaY: number) => Promise<void>} wheel
 * @property {(key: string) => Promise<void>} keyDown
 * @property {(key: string) => Promise<void>} keyUp
 * @property {(text: string) => Promise<void>} type a key press per character
 * @property {() => Promise<Buffer>} screenshot PNG of the viewport
 * @property {(width: number, height: number) => Promise<void>} resize the viewport
 * @property {(trigger: () => Promise<void>, paths: string[]) => Promise<void>} chooseFiles answers the file dialog that trigger opens
 * @property {() => Promise<void>} bringToFront
 * @property {() => Promise<void>} close
 * @property {any} native what the engine's own library calls this page; for what only that engine can do
 */

/** @typedef {import("./in_page.mjs").Step} Step */

/** Time that a find or a wait may take, in milliseconds. */
export const patience = 15000;

export const pause = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Asks again until the answer is truthy.
 * @template T
 * @param {() => Promise<T>} ask
 * @param {() => Promise<string> | string} complaint
 * @param {number} [timeout]
 * @returns {Promise<T>}
 */
export async function until(ask, complaint, timeout = patience) {
    const end = Date.now() + timeout;
    for (let wait = 10; ; wait = Math.min(wait * 1.5, 200)) {
        const answer = await ask();
        if (answer) return answer;
        if (Date.now() > end) throw new Error(await complaint());
        await pause(wait);
    }
}

const axeSource = () => readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** @param {string} path */
const mimeOf = (path) => (path.endsWith(".json") ? "application/json" : "text/plain");

export class Page {
    /** @param {EnginePage} engine @param {import("./index.mjs").Session} session */
    constructor(engine, session) {
        this.engine = engine;
        this.session = session;
    }

    /** @param {string} role @param {string | RegExp} [name] @param {{ level?: number }} [options] */
    role(role, name, options = {}) {
        return new Locator(this, []).role(role, name, options);
    }
    /** A form control by its accessible name. @param {string | RegExp} name */
    label(name) {
        return new Locator(this, []).label(name);
    }
    /** @param {string} selector */
    css(selector) {
        return new Locator(this, []).css(selector);
    }
    /** @param {string | RegExp} text */
    text(text) {
        return new Locator(this, []).text(text);
    }

    /** @param {string} address */
    goto(address) {
        return this.engine.goto(address);
    }
    reload() {
        return this.engine.reload();
    }
    back() {
        return this.engine.back();
    }
    forward() {
        return this.engine.forward();
    }
    /** @param {number} width @param {number} height */
    resize(width, height) {
        return this.engine.resize(width, height);
    }
    bringToFront() {
        return this.engine.bringToFront();
    }
    close() {
        return this.engine.close();
    }

    /**
     * Runs a function in the page; arguments and result go through JSON.
     * @template {any[]} A
     * @template R
     * @param {(...values: A) => R} work
     * @param {A} values
     * @returns {Promise<Awaited<R>>}
     */
    evaluate(work, ...values) {
        return this.engine.evaluate(`(async () => (${work})(...${JSON.stringify(values)}))()`);
    }

    /**
     * Calls a function of in_page.mjs, which is put into the page when it is not there yet.
     * @param {keyof typeof import("./in_page.mjs")} name
     * @param {any[]} values
     * @returns {Promise<any>}
     */
    async inPage(name, ...values) {
        const call = `(async () => globalThis.plannerDriver ? { value: await plannerDriver.${name}(...${JSON.stringify(values)}) } : {})()`;
        let answer = await this.engine.evaluate(call);
        if ("value" in answer || (await this.engine.evaluate("globalThis.plannerDriver !== undefined"))) return answer.value;
        await this.engine.evaluate(`(() => { ${await finderScript()} })()`);
        answer = await this.engine.evaluate(call);
        return answer.value;
    }

    /** Waits until the planner has nothing to draw and nothing to save. */
    settled() {
        return this.inPage("settled");
    }
    /** Moves the clock of a page whose browser was launched with `now`, which every load begins with anew. @param {number} time */
    moveClock(time) {
        return this.evaluate((to) => /** @type {any} */ (globalThis).moveClock(to), time);
    }
    title() {
        return this.evaluate(() => document.title);
    }
    address() {
        return this.evaluate(() => location.href);
    }
    /** What has the focus. @returns {Promise<import("./locator.mjs").State>} */
    focused() {
        return this.inPage("describeFocus");
    }
    /** Roles, names and values in reading order. @returns {Promise<string[][]>} */
    outline() {
        return this.inPage("outline");
    }

    /** Presses keys together and lets them go: press("Tab"), press("Control+Shift+z"). @param {string} keys @param {number} [times] */
    async press(keys, times = 1) {
        const parts = keys === "+" ? ["+"] : keys.split("+");
        // With Shift a letter key gives the capital, which is what pages are told.
        if (parts.includes("Shift")) parts.push((parts.pop() ?? "").replace(/^\p{L}$/u, (letter) => letter.toUpperCase()));
        for (let time = 0; time < times; ++time) {
            for (const key of parts) await this.engine.keyDown(key);
            for (const key of [...parts].reverse()) await this.engine.keyUp(key);
        }
    }
    /** Types with one key press per character; a line break is Enter. @param {string} text */
    async type(text) {
        for (const [index, line] of text.split("\n").entries()) {
            if (index > 0) await this.press("Enter");
            if (line !== "") await this.engine.type(line);
        }
    }
    /** Long texts: one insertion where the caret is. @param {string} text */
    insertText(text) {
        return this.inPage("insertText", text);
    }
    /** @param {string} text */
    paste(text) {
        return this.inPage("paste", text);
    }

    /** @param {number} x @param {number} y @param {number} [count] 2: double click */
    async clickAt(x, y, count = 1) {
        await this.engine.moveMouse(x, y);
        await this.engine.click(x, y, count);
    }

    /** Answers the file dialog that `trigger` opens. @param {() => Promise<void>} trigger @param {string[]} paths */
    chooseFiles(trigger, paths) {
        return this.engine.chooseFiles(trigger, paths);
    }
    /** Drops files on the middle of the page, or on a point of it. @param {string[]} paths @param {{ x: number, y: number }} [point] */
    async dropFiles(paths, point) {
        const files = await Promise.all(
            paths.map(async (path) => ({ name: basename(path), type: mimeOf(path), base64: (await readFile(path)).toString("base64") })),
        );
        const { x, y } = point ?? (await this.evaluate(() => ({ x: innerWidth / 2, y: innerHeight / 2 })));
        await this.inPage("dropFiles", x, y, files);
    }
    /** The path of the file that `trigger` makes the page download. @param {() => Promise<void>} trigger */
    download(trigger) {
        return this.session.downloads.next(trigger);
    }

    /** @param {string} path of the PNG to write */
    async screenshot(path) {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, await this.engine.screenshot());
    }

    /**
     * What axe-core finds wrong, as one readable line per element; empty when all is well.
     * @param {{ rules?: Record<string, { enabled: boolean }> }} [options]
     * @returns {Promise<string[]>}
     */
    async axe(options = {}) {
        if (!(await this.evaluate(() => "axe" in globalThis))) await this.engine.evaluate(`(() => { ${await axeSource()} })()`);
        return this.evaluate(async (given) => {
            const { violations } = await /** @type {any} */ (globalThis).axe.run(document, given);
            return violations.flatMap((/** @type {any} */ violation) =>
                violation.nodes.map((/** @type {any} */ node) => `${violation.id} (${violation.impact}): ${node.target.join(" ")}: ${node.failureSummary}`),
            );
        }, options);
    }
}
