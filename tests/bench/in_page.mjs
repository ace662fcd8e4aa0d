// Functions that run in the page, to be sent there by Page.evaluate: each stands on its own.

/** @typedef {{ frames: number[], usable?: number, titles: { title: string, at: number }[], longest: number }} Watched */

/**
 * Before any script of the page: notes when the planner is ready (ms since the start of the visit) and how long the
 * animation frames take in which the planner draws.
 */
export function watchFromTheStart() {
    const page = /** @type {any} */ (globalThis);
    /** @type {Watched} */
    const watched = (page.watched = { frames: [], titles: [], longest: 0 });
    let planner = /** @type {any} */ (undefined);
    Object.defineProperty(page, "planner", {
        get: () => planner,
        set: (value) => {
            planner = value;
            value.ready.then(() => (watched.usable = performance.now()));
        },
    });
    const original = page.requestAnimationFrame.bind(page);
    page.requestAnimationFrame = (/** @type {FrameRequestCallback} */ callback) =>
        original((/** @type {number} */ time) => {
            const before = planner?.frames;
            const started = performance.now();
            callback(time);
            if (planner?.frames !== before) watched.frames.push(performance.now() - started);
        });
}

/** Ms from the start of the visit until the planner is ready. @returns {Promise<number>} */
export async function usableAfter() {
    const page = /** @type {any} */ (globalThis);
    await page.planner.ready;
    return page.watched?.usable ?? performance.now();
}

/** Frames drawn in so many ms. @param {number} milliseconds */
export async function framesIn(milliseconds) {
    const { planner } = /** @type {any} */ (globalThis);
    const before = planner.frames;
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    return planner.frames - before;
}

/** The frames noted since this was last asked, in ms. @returns {number[]} */
export function takeFrames() {
    const { watched } = /** @type {any} */ (globalThis);
    return watched.frames.splice(0);
}

/**
 * For the next input event: after how many animation frames the planner had drawn, and how many ms later.
 * To be asked for before the key is pressed; keyToFrame gives the answer.
 */
export function watchNextKey() {
    const page = /** @type {any} */ (globalThis);
    page.nextKey = new Promise((resolve) => {
        addEventListener(
            "input",
            () => {
                const started = performance.now();
                const before = page.planner.frames;
                let count = 0;
                const look = () => {
                    count += 1;
                    // A message comes after all callbacks of this animation frame.
                    const { port1, port2 } = new MessageChannel();
                    port1.onmessage = () => {
                        if (page.planner.frames > before || count > 60) resolve({ count, milliseconds: performance.now() - started });
                        else requestAnimationFrame(look);
                    };
                    port2.postMessage(0);
                };
                requestAnimationFrame(look);
            },
            { capture: true, once: true },
        );
    });
}

/** @returns {Promise<{ count: number, milliseconds: number }>} */
export function keyToFrame() {
    return /** @type {any} */ (globalThis).nextKey;
}

/**
 * Ms from the last input event until a text typed by then stands in IndexedDB. To be asked for before the typing starts;
 * `lastKeyToDurable` gives the answer.
 * @param {string} text
 */
export function watchStorage(text) {
    const page = /** @type {any} */ (globalThis);
    let typed = 0;
    addEventListener("input", () => (typed = performance.now()), { capture: true });
    const stored = async () => {
        const database = await new Promise((resolve, reject) => {
            const request = indexedDB.open("peer-review-planner");
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
        });
        for (;;) {
            const records = await new Promise((resolve, reject) => {
                const request = database.transaction("reviews").objectStore("reviews").getAll();
                request.onsuccess = () => resolve(request.result);
                request.onerror = () => reject(request.error);
            });
            const found = performance.now();
            const texts = records.map((/** @type {any} */ record) => new TextDecoder().decode(record.bytes));
            if (texts.some((/** @type {string} */ each) => each.includes(text))) {
                database.close();
                return found - typed;
            }
            await new Promise((resolve) => setTimeout(resolve, 5));
        }
    };
    page.durable = stored();
}

/** @returns {Promise<number>} */
export function lastKeyToDurable() {
    return /** @type {any} */ (globalThis).durable;
}

/**
 * The reference: ms that this browser takes to write so many bytes in a strictly durable transaction, nothing else done.
 * @param {number} size
 * @returns {Promise<number>}
 */
export async function plainWrite(size) {
    const database = await new Promise((resolve, reject) => {
        const request = indexedDB.open("bench");
        request.onupgradeneeded = () => request.result.createObjectStore("bytes");
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
    const bytes = new Uint8Array(size);
    const started = performance.now();
    await new Promise((resolve, reject) => {
        const transaction = database.transaction("bytes", "readwrite", { durability: "strict" });
        transaction.objectStore("bytes").put({ bytes }, "one");
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
    });
    const took = performance.now() - started;
    database.close();
    return took;
}

/**
 * Notes when a file was given to the page and when the page had another title after that.
 * `fileToScreen` gives the ms between, and the longest time without an answer to anything else.
 */
export function watchNextFile() {
    const page = /** @type {any} */ (globalThis);
    page.opened = new Promise((resolve) => {
        const { title } = document;
        let started = 0;
        let last = 0;
        let longest = 0;
        const look = () => {
            const now = performance.now();
            longest = Math.max(longest, now - last);
            last = now;
            if (document.title !== title) resolve({ milliseconds: now - started, longest });
            else setTimeout(look, 0);
        };
        addEventListener(
            "drop",
            () => {
                started = last = performance.now();
                setTimeout(look, 0);
            },
            { capture: true, once: true },
        );
    });
}

/** @returns {Promise<{ milliseconds: number, longest: number }>} */
export function fileToScreen() {
    return /** @type {any} */ (globalThis).opened;
}

/**
 * From now on notes when each letter came into a field, and when this page had drawn it itself. `lettersNoted` gives the times, in
 * ms since 1970.
 */
export function noteLetters() {
    const page = /** @type {any} */ (globalThis);
    const now = () => performance.timeOrigin + performance.now();
    /** @type {{ typed: number, drawn: number }[]} */
    const letters = (page.letters = []);
    const onInput = () => {
        const letter = { typed: now(), drawn: NaN };
        letters.push(letter);
        const before = page.planner.frames;
        const look = () => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
                if (page.planner.frames > before) letter.drawn = now();
                else requestAnimationFrame(look);
            };
            port2.postMessage(0);
        };
        requestAnimationFrame(look);
    };
    addEventListener("input", onInput, { capture: true });
}

/** @returns {{ typed: number, drawn: number }[]} */
export function lettersNoted() {
    return /** @type {any} */ (globalThis).letters;
}

/**
 * From now on notes when each letter of a text stood on the screen: after the animation frame that drew it. `textShown` gives the
 * times, in ms since 1970.
 * @param {string} text
 */
export function noteTextShown(text) {
    const page = /** @type {any} */ (globalThis);
    /** @type {number[]} */
    const times = (page.shownLetters = []);
    // The planner tells in the same animation frame what it drew: a loop of animation frames would take time from what is measured.
    const look = () => {
        const words = document.body.textContent ?? "";
        const { port1, port2 } = new MessageChannel();
        // A message comes after all callbacks of this animation frame.
        port1.onmessage = () => {
            const now = performance.timeOrigin + performance.now();
            while (times.length < text.length && words.includes(text.slice(0, times.length + 1).trimEnd())) times.push(now);
        };
        port2.postMessage(0);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** Kept when so many letters were seen, or at the latest in five seconds. @param {number} count @returns {Promise<number[]>} */
export async function textShown(count) {
    const page = /** @type {any} */ (globalThis);
    const end = Date.now() + 5000;
    while (page.shownLetters.length < count && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
    return page.shownLetters;
}
