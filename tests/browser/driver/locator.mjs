// Names an element the way a person would; looked up anew at every use, because pages change.
import { pause, until } from "./page.mjs";

/** @typedef {import("./in_page.mjs").Step} Step */
/** @typedef {NonNullable<ReturnType<typeof import("./in_page.mjs").describe>>} State */

/** @param {string | RegExp | undefined} name */
const nameOf = (name) => (name instanceof RegExp ? { pattern: name.source } : name === undefined ? {} : { name });

/** @param {Step} step */
const stepText = (step) => [step.role ?? step.kind, step.pattern ? `/${step.pattern}/` : step.name !== undefined ? `"${step.name}"` : ""].join(" ").trim();

export class Locator {
    /** @param {import("./page.mjs").Page} page @param {Step[]} steps @param {number} [index] -1: there must be only one */
    constructor(page, steps, index = -1) {
        this.page = page;
        this.steps = steps;
        this.index = index;
    }

    /** @param {Step} step */
    inside(step) {
        return new Locator(this.page, [...this.steps, step]);
    }
    /** @param {string} role @param {string | RegExp} [name] @param {{ level?: number }} [options] */
    role(role, name, options = {}) {
        return this.inside({ kind: "role", role, ...nameOf(name), ...options });
    }
    /** @param {string | RegExp} name */
    label(name) {
        return this.inside({ kind: "label", ...nameOf(name) });
    }
    /** @param {string} selector */
    css(selector) {
        return this.inside({ kind: "css", role: selector });
    }
    /** @param {string | RegExp} text */
    text(text) {
        return this.inside({ kind: "text", ...nameOf(text) });
    }
    /** @param {number} index from 0 */
    nth(index) {
        return new Locator(this.page, this.steps, index);
    }

    toString() {
        return this.steps.map(stepText).join(" > ") + (this.index >= 0 ? ` [${this.index}]` : "");
    }

    /** Everything found now. @returns {Promise<State[]>} */
    all() {
        return this.page.inPage("describeAll", this.steps);
    }
    async count() {
        return (await this.all()).length;
    }
    async exists() {
        return (await this.count()) > Math.max(this.index, 0);
    }

    /** Waits until it is there, and the only one. @param {number} [timeout] @returns {Promise<State>} */
    async state(timeout) {
        /** @type {State[]} */
        let found = [];
        const one = async () => {
            found = await this.all();
            return this.index >= 0 ? found[this.index] : found.length === 1 ? found[0] : undefined;
        };
        return /** @type {State} */ (await until(one, () => this.complaint(found.length), timeout));
    }
    /** @param {number} count */
    async complaint(count) {
        const outline = await this.page.outline();
        const there = outline.map((entry) => entry.map((part) => part.slice(0, 60)).join(" | ")).join("\n    ");
        return `found ${count} of ${this} on ${await this.page.address()}; on the page are\n    ${there}`;
    }
    /** @param {number} [timeout] */
    waitFor(timeout) {
        return this.state(timeout);
    }
    /** @param {number} [timeout] */
    async waitForGone(timeout) {
        await until(async () => !(await this.exists()), () => `${this} is still there`, timeout);
    }
    /** Waits until what is known about it satisfies the condition. @param {(state: State) => unknown} condition @param {number} [timeout] */
    async waitUntil(condition, timeout) {
        /** @type {State | undefined} */
        let last;
        const met = async () => {
            last = (await this.all())[Math.max(this.index, 0)];
            return last !== undefined && condition(last) ? last : undefined;
        };
        return /** @type {State} */ (await until(met, () => `${this} stays ${JSON.stringify(last)}`, timeout));
    }

    async value() {
        return (await this.state()).value;
    }
    async innerText() {
        return (await this.state()).text;
    }

    /** Scrolls it into view and waits until it stands still. @returns {Promise<State>} */
    async aim() {
        await this.state();
        // What the last action moves may be moved a frame later only: two equal looks before that would say that it stands still.
        await this.page.inPage("calm", 500);
        /** @type {State | undefined} */
        let last;
        const still = async () => {
            const { state } = await this.page.inPage("aim", this.steps, this.index);
            const same = last && state && JSON.stringify(last.box) === JSON.stringify(state.box);
            last = state;
            return same && !state.disabled;
        };
        await until(still, () => `${this} does not stand still or is disabled: ${JSON.stringify(last)}`);
        return /** @type {State} */ (last);
    }

    /** Clicks its middle with the mouse. @param {{ count?: number }} [options] */
    async click({ count = 1 } = {}) {
        const { box } = await this.aim();
        await this.page.clickAt(box.x + box.width / 2, box.y + box.height / 2, count);
    }
    async hover() {
        const { box } = await this.aim();
        await this.page.engine.moveMouse(box.x + box.width / 2, box.y + box.height / 2);
    }
    async focus() {
        await this.state();
        await this.page.inPage("focus", this.steps, this.index);
    }
    /** Operates it as assistive technology does, without a pointer: quicker than a click, and nothing needs to stand still. */
    async activate() {
        await this.waitUntil((state) => !state.disabled);
        await this.page.inPage("activate", this.steps, this.index);
        await this.page.settled();
    }
    /** @param {string} keys @param {number} [times] */
    async press(keys, times) {
        await this.focus();
        await this.page.press(keys, times);
    }
    /** Clicks into it and types with real keys, after what stands there. @param {string} text */
    async type(text) {
        await this.click();
        await this.page.press("Control+End");
        await this.page.type(text);
    }
    /** Clicks into it and replaces what stands there. @param {string} text */
    async fill(text) {
        await this.click();
        await until(async () => (await this.state()).focused, () => `${this} did not take the focus`);
        await this.page.press("Control+a");
        if (text === "") await this.page.press("Delete");
        else await this.page.insertText(text);
    }
    /** Sets a date ("2026-11-19"), a time, a number or an option (its text or value). @param {string} value */
    async set(value) {
        await this.state();
        await this.page.inPage("setValue", this.steps, this.index, value);
        await pause(0);
    }
}
