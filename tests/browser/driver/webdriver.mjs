// The part of the W3C WebDriver protocol that the WebKit engine needs.

/** @param {number} milliseconds */
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Code points that WebDriver has for keys that are no characters. @type {Record<string, string>} */
const keyCodes = {
    Backspace: "\uE003", Tab: "\uE004", Enter: "\uE007", Shift: "\uE008", Control: "\uE009", Alt: "\uE00A", Escape: "\uE00C",
    " ": "\uE00D", Space: "\uE00D", PageUp: "\uE00E", PageDown: "\uE00F", End: "\uE010", Home: "\uE011", ArrowLeft: "\uE012",
    ArrowUp: "\uE013", ArrowRight: "\uE014", ArrowDown: "\uE015", Insert: "\uE016", Delete: "\uE017", Meta: "\uE03D",
    F1: "\uE031", F2: "\uE032", F6: "\uE036", F10: "\uE03A",
};

/** On a busy machine WebKitWebDriver now and then says this of a script whose answer it lost. */
const lostAnswer = "Could not parse script result";

/** @param {string} key as KeyboardEvent.key names it */
export const keyCode = (key) => keyCodes[key] ?? key;

export class WebDriver {
    #address;
    #session = "";
    #window = "";
    /** Commands go one after the other: a window must stay chosen until its command is done. @type {Promise<unknown>} */
    #last = Promise.resolve();

    /** @param {number} port */
    constructor(port) {
        this.#address = `http://127.0.0.1:${port}`;
    }

    /** @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>} */
    async #send(method, path, body) {
        const response = await fetch(this.#address + path, { method, body: body === undefined ? null : JSON.stringify(body) });
        const { value } = /** @type {{ value: any }} */ (await response.json());
        if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
        return value;
    }

    /** @template T @param {() => Promise<T>} work @returns {Promise<T>} */
    #next(work) {
        const result = this.#last.then(work);
        this.#last = result.catch(() => undefined);
        return result;
    }

    /** @param {object} capabilities */
    async start(capabilities) {
        for (let tries = 0; ; ++tries) {
            const ready = await this.#send("GET", "/status").catch(() => undefined);
            if (ready) break;
            if (tries > 100) throw new Error("WebKitWebDriver does not answer");
            await pause(50);
        }
        this.#session = (await this.#send("POST", "/session", { capabilities: { alwaysMatch: capabilities } })).sessionId;
        await this.#send("POST", `/session/${this.#session}/timeouts`, { script: 120000, pageLoad: 60000, implicit: 0 });
        this.#window = await this.#send("GET", `/session/${this.#session}/window`);
        return this.#window;
    }

    /** @param {string} window @param {string} method @param {string} path @param {unknown} [body] @returns {Promise<any>} */
    command(window, method, path, body) {
        return this.#next(async () => {
            if (this.#window !== window) {
                await this.#send("POST", `/session/${this.#session}/window`, { handle: window });
                this.#window = window;
            }
            return this.#send(method, `/session/${this.#session}/${path}`, body);
        });
    }

    /** @returns {Promise<string>} handle of a new window */
    openWindow() {
        return this.#next(async () => (await this.#send("POST", `/session/${this.#session}/window/new`, { type: "tab" })).handle);
    }

    /** @param {string} window @param {string} expression */
    async evaluate(window, expression) {
        const script = `const done = arguments[arguments.length - 1];
            Promise.resolve().then(() => (${expression})).then((value) => done({ value: value === undefined ? null : JSON.stringify(value) ?? null }),
                (error) => done({ error: String(error && error.stack ? error + "\\n" + error.stack : error) }));`;
        const run = () => this.command(window, "POST", "execute/async", { script, args: [] });
        // Nearly all that tests evaluate only reads; what acts does so with the mouse, keys and files.
        const { value, error } = await run().catch((reason) => (String(reason).includes(lostAnswer) ? run() : Promise.reject(reason)));
        if (error !== undefined) throw new Error(error);
        return value === null ? undefined : JSON.parse(value);
    }

    /** @param {string} window @param {string} type "pointer" or "key" or "wheel" @param {object[]} actions @param {object} [parameters] */
    perform(window, type, actions, parameters) {
        const source = { type, id: type, actions, ...(parameters ? { parameters } : {}) };
        return this.command(window, "POST", "actions", { actions: [source] });
    }

    end() {
        return this.#next(() => this.#send("DELETE", `/session/${this.#session}`));
    }
}
