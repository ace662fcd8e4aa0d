/**
 * Serves the files of exactly one build, from the cache. A newer build is fetched whole, checked, and waits until a person
 * chooses it or every tab is closed.
 */

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

// The build puts its version and its files here: [address, "sha256-..."] for each, the page itself as "./". Those of `later` are kept
// from the moment that the page asks for them, and the recovery page and the codes when it has nothing else to do.
const BUILD = { version: "development", files: [["./", ""]], later: [["", ""]] };

const PREFIX = "peer-review-planner ";
const CACHE = PREFIX + BUILD.version;

/**
 * @param {Cache} cache
 * @param {string} address
 * @param {string} integrity
 */
async function keep(cache, address, integrity) {
    const options = integrity ? { integrity } : {};
    // What the page has just fetched is in the browser's own cache; only bytes of this very build pass the check.
    const response = await fetch(new Request(address, options)).catch(() => fetch(new Request(address, { ...options, cache: "reload" })));
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    // A page that came by a redirect may not answer a navigation; its bytes may.
    await cache.put(address, response.redirected ? new Response(response.body, { headers: response.headers }) : response);
}

async function install() {
    const cache = await caches.open(CACHE);
    try {
        const wanted = [...BUILD.files, ...(await laterInUse())];
        await Promise.all(wanted.map(([address, integrity]) => keep(cache, address ?? "", integrity ?? "")));
    } catch (error) {
        await caches.delete(CACHE);
        throw error;
    }
}

/** A file's name without the hash of its content. @param {string} address */
const withoutHash = (address) => new URL(address, worker.location.href).pathname.replace(/-[0-9a-f]{10}(?=\.)/, "");

/** What an older build kept because it was asked for is needed in this one too, also without a network. */
async function laterInUse() {
    /** @type {Set<string>} */
    const inUse = new Set();
    for (const name of await caches.keys()) {
        if (!name.startsWith(PREFIX)) continue;
        for (const request of await (await caches.open(name)).keys()) inUse.add(withoutHash(request.url));
    }
    return BUILD.later.filter(([address = ""]) => inUse.has(withoutHash(address)));
}

/** The file of `later` that a request is for. @param {Request} request */
const laterFile = (request) => BUILD.later.find(([address = ""]) => address && new URL(address, worker.location.href).href === request.url);

/** Part of the page for a bad day, or of the privacy sheet that it leads to. @param {string} address */
const isSpare = (address) => /^(recovery|privacy)/.test(address);

/** Codes on a screen are for a room without a network: there they cannot be fetched. @param {string} address */
const isForNoNetwork = (address) => address.startsWith("codes-");

/** What must be there on the day that the planner does not start, or when there is no network. */
async function keepSpare() {
    const cache = await caches.open(CACHE);
    for (const [address = "", integrity = ""] of BUILD.later) {
        if ((isSpare(address) || isForNoNetwork(address)) && !(await cache.match(address))) await keep(cache, address, integrity);
    }
}

async function removeOlder() {
    for (const name of await caches.keys()) {
        if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
    }
}

/** @param {Request} request */
async function serve(request) {
    const cache = await caches.open(CACHE);
    const kept = await cache.match(request, { ignoreSearch: true });
    const [address, integrity] = (!kept && laterFile(request)) || [];
    if (address) {
        const keeping = keep(cache, address, integrity ?? "");
        // On a bad day that of another build will do: it brings all that it needs.
        await (isSpare(address) ? keeping.catch(() => {}) : keeping);
        return (await cache.match(address)) ?? fetch(request);
    }
    const page = !kept && request.mode === "navigate" ? await cache.match("./") : undefined;
    return kept ?? page ?? fetch(request);
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(removeOlder()));
worker.addEventListener("message", (event) => {
    if (event.data === "apply") void worker.skipWaiting();
    if (event.data === "spare") event.waitUntil(keepSpare().catch(() => {})); // no network now: the next visit asks again
});
worker.addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || new URL(request.url).origin !== worker.location.origin) return;
    event.respondWith(serve(request));
});
