import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import vm from "node:vm";

const source = await readFile(new URL("../../web/service-worker.js", import.meta.url), "utf8");
const ORIGIN = "https://school.example";
const SCOPE = `${ORIGIN}/planner/`;

/** @typedef {{ version: string, files: [string, string][], later: [string, string][] }} Build */

class FakeCaches {
    /** @type {Map<string, Map<string, Response>>} */
    stores = new Map();
    async open(/** @type {string} */ name) {
        const store = this.stores.get(name) ?? new Map();
        this.stores.set(name, store);
        const address = (/** @type {any} */ wanted) => new URL(wanted.url ?? wanted, SCOPE);
        return {
            put: async (/** @type {any} */ wanted, /** @type {Response} */ response) => void store.set(address(wanted).href, response),
            keys: async () => [...store.keys()].map((url) => ({ url })),
            match: async (/** @type {any} */ wanted, { ignoreSearch = false } = {}) => {
                const url = address(wanted);
                if (ignoreSearch) url.search = "";
                return store.get(url.href)?.clone();
            },
        };
    }
    async keys() {
        return [...this.stores.keys()];
    }
    async delete(/** @type {string} */ name) {
        return this.stores.delete(name);
    }
}

/**
 * The worker of one build with a network in the hand.
 * @param {Build} build
 * @param {FakeCaches} caches
 * @param {Record<string, string>} network bodies by address
 */
function startWorker(build, caches, network) {
    /** @type {Record<string, (event: any) => void>} */
    const listeners = {};
    const state = { skipped: 0, fetched: /** @type {string[]} */ ([]) };
    const context = vm.createContext({
        caches,
        URL,
        Response,
        Request: class {
            constructor(/** @type {string} */ address, /** @type {any} */ options = {}) {
                Object.assign(this, { url: new URL(address, SCOPE).href, method: "GET", mode: "cors", ...options });
            }
        },
        fetch: async (/** @type {any} */ request) => {
            state.fetched.push(request.url);
            const body = network[request.url.replace(SCOPE, "./")];
            if (body === undefined) throw new TypeError("no network");
            if (request.integrity && request.integrity !== `sha256-${body}`) throw new TypeError("integrity");
            return new Response(body);
        },
        self: {
            location: new URL(`${SCOPE}service-worker.js`),
            addEventListener: (/** @type {string} */ name, /** @type {any} */ listener) => (listeners[name] = listener),
            skipWaiting: async () => void (state.skipped += 1),
        },
    });
    const told = source.replace(/^const BUILD = .*;$/m, () => `const BUILD = ${JSON.stringify(build)};`);
    assert.notEqual(told, source, "the build finds its line");
    vm.runInContext(told, context);
    return {
        state,
        /** @param {string} name @param {object} [event] @returns {Promise<any>} */
        async send(name, event = {}) {
            /** @type {any} */
            let answer;
            listeners[name]?.({ waitUntil: (/** @type {any} */ promise) => (answer = promise), respondWith: (/** @type {any} */ promise) => (answer = promise), ...event });
            return answer;
        },
        /** @param {string} address @param {object} [more] */
        async get(address, more = {}) {
            const request = { url: new URL(address, SCOPE).href, method: "GET", mode: "cors", ...more };
            const response = await this.send("fetch", { request });
            return response === undefined ? undefined : response.text();
        },
    };
}

/** @type {Build} */
const first = { version: "1", files: [["./", "sha256-page 1"], ["main-1.js", "sha256-script 1"]], later: [["languages/en-0123456789.json", "sha256-english 1"]] };
const firstNetwork = { "./": "page 1", "./main-1.js": "script 1", "./languages/en-0123456789.json": "english 1" };

test("keeps exactly the files of its build and serves them without a network", async () => {
    const caches = new FakeCaches();
    await startWorker(first, caches, firstNetwork).send("install");
    assert.deepEqual([...(caches.stores.get("peer-review-planner 1")?.keys() ?? [])], [SCOPE, `${SCOPE}main-1.js`]);
    const worker = startWorker(first, caches, {});
    assert.equal(await worker.get("main-1.js"), "script 1");
    assert.equal(await worker.get("./?from=mail", { mode: "navigate" }), "page 1");
    assert.equal(await worker.get("index.html", { mode: "navigate" }), "page 1");
    assert.deepEqual(worker.state.fetched, []);
});

test("does not touch other origins or anything but reading", async () => {
    const caches = new FakeCaches();
    const worker = startWorker(first, caches, firstNetwork);
    await worker.send("install");
    assert.equal(await worker.get("https://elsewhere.example/x.js"), undefined);
    assert.equal(await worker.get("main-1.js", { method: "POST" }), undefined);
});

test("a build that does not arrive whole is not kept", async () => {
    /** @type {Record<string, string>[]} */
    const networks = [{ "./": "page 1" }, { "./": "page 1", "./main-1.js": "script of another build" }];
    for (const network of networks) {
        const caches = new FakeCaches();
        await assert.rejects(startWorker(first, caches, network).send("install"));
        assert.deepEqual(await caches.keys(), []);
    }
});

test("a newer build waits until it is chosen, then the older one goes", async () => {
    const caches = new FakeCaches();
    caches.stores.set("of something else", new Map());
    await startWorker(first, caches, firstNetwork).send("install");
    const second = startWorker({ version: "2", files: [["./", "sha256-page 2"]], later: [] }, caches, { "./": "page 2" });
    await second.send("install");
    assert.equal(second.state.skipped, 0);
    assert.deepEqual(await caches.keys(), ["of something else", "peer-review-planner 1", "peer-review-planner 2"]);
    await second.send("message", { data: "something" });
    assert.equal(second.state.skipped, 0);
    await second.send("message", { data: "apply" });
    assert.equal(second.state.skipped, 1);
    await second.send("activate");
    assert.deepEqual(await caches.keys(), ["of something else", "peer-review-planner 2"]);
});

test("a file that is needed later is kept from the moment that it is asked for, and by newer builds from their start", async () => {
    const caches = new FakeCaches();
    const worker = startWorker(first, caches, firstNetwork);
    await worker.send("install");
    assert.equal(worker.state.fetched.length, 2);
    assert.equal(await worker.get("languages/en-0123456789.json"), "english 1");
    assert.equal(await startWorker(first, caches, {}).get("languages/en-0123456789.json"), "english 1");
    /** @type {Build} */
    const build = { version: "2", files: [["./", "sha256-page 2"]], later: [["languages/en-abcdefabcd.json", "sha256-english 2"], ["languages/fr-abcdefabcd.json", "sha256-french"]] };
    const second = startWorker(build, caches, { "./": "page 2", "./languages/en-abcdefabcd.json": "english 2" });
    await second.send("install");
    await second.send("activate");
    assert.equal(await startWorker(build, caches, {}).get("languages/en-abcdefabcd.json"), "english 2");
    await assert.rejects(startWorker(build, caches, {}).get("languages/fr-abcdefabcd.json"));
});

test("bytes of another build are not taken for a file that is needed later", async () => {
    const caches = new FakeCaches();
    const worker = startWorker(first, caches, { ...firstNetwork, "./languages/en-0123456789.json": "english 0" });
    await worker.send("install");
    await assert.rejects(worker.get("languages/en-0123456789.json"));
});

test("what may be needed on a bad day is kept when the page has time for it, once, and by newer builds from their start", async () => {
    const caches = new FakeCaches();
    /** @type {Build} */
    const build = { ...first, later: [...first.later, ["recovery.html", "sha256-way out"]] };
    const network = { ...firstNetwork, "./recovery.html": "way out" };
    const worker = startWorker(build, caches, network);
    await worker.send("install");
    assert.equal(worker.state.fetched.length, 2);
    await startWorker(build, caches, {}).send("message", { data: "spare" }); // no network is no failure
    await worker.send("message", { data: "spare" });
    await worker.send("message", { data: "spare" });
    assert.deepEqual(worker.state.fetched.slice(2), [`${SCOPE}recovery.html`]);
    assert.equal(await startWorker(build, caches, {}).get("recovery.html", { mode: "navigate" }), "way out");
    const second = startWorker({ ...build, version: "2" }, caches, network);
    await second.send("install");
    assert.ok(second.state.fetched.includes(`${SCOPE}recovery.html`));
});

test("codes are kept when the page has time for it: where they are of use there is no network to fetch them, and only those of this build", async () => {
    const caches = new FakeCaches();
    /** @type {Build} */
    const build = { ...first, later: [...first.later, ["codes-0123456789.js", "sha256-codes 1"], ["codes-abcdefabcd.css", "sha256-dress 1"]] };
    const network = { ...firstNetwork, "./codes-0123456789.js": "codes 1", "./codes-abcdefabcd.css": "dress 1" };
    const worker = startWorker(build, caches, network);
    await worker.send("install");
    assert.equal(worker.state.fetched.length, 2);
    await worker.send("message", { data: "spare" });
    assert.equal(await startWorker(build, caches, {}).get("codes-0123456789.js"), "codes 1");
    assert.equal(await startWorker(build, caches, {}).get("codes-abcdefabcd.css"), "dress 1");
    await assert.rejects(startWorker(build, new FakeCaches(), { "./codes-0123456789.js": "codes 0" }).get("codes-0123456789.js"));
});

test("the recovery page of another build is shown rather than none, and not kept", async () => {
    const caches = new FakeCaches();
    /** @type {Build} */
    const build = { ...first, later: [["recovery.html", "sha256-way out 1"]] };
    const worker = startWorker(build, caches, { ...firstNetwork, "./recovery.html": "way out 2" });
    await worker.send("install");
    assert.equal(await worker.get("recovery.html", { mode: "navigate" }), "way out 2");
    await assert.rejects(startWorker(build, caches, {}).get("recovery.html", { mode: "navigate" }));
});
