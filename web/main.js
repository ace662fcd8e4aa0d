/** Starts the planner: storage, fonts and the compiled planner side by side, then the first frame. */

import { Bridge } from "./bridge.js";
import { EarlierVersions } from "./earlier-versions.js";
import { Files } from "./files.js";
import { Mirror } from "./mirror.js";
import { Persistence } from "./persistence.js";
import { Pointer } from "./pointer.js";
import { Printer } from "./print.js";
import { ReviewStorage } from "./storage.js";
import { Room } from "./projector.js";
import { Router } from "./router.js";
import { Scheduler } from "./scheduler.js";
import { Stage } from "./stage.js";
import { Surface } from "./surface.js";
import { TextMeasure } from "./measure.js";
import { Updates } from "./updates.js";
import { createHost } from "./host.js";
import { storageFactory } from "./database.js";
import { fetchAsset, withProgress } from "./assets.js";
import { chosenLanguage } from "./later.js";
import { listenToKeys } from "./keyboard.js";
import { loadFonts } from "./fonts.js";
import { readEnvironment, scrollbarWidth, watchEnvironment } from "./environment.js";
import { NO_GRAPHICS, NO_START, NO_WEBASSEMBLY, Obstacle, removeLoading, showObstacle, showProgress } from "./loading.js";
import { reviewListener } from "./review-listener.js";
import { showAfterWipe } from "./wiped.js";
import { showCrash } from "./crash.js";
import { wipe } from "./wipe.js";

const canvas = /** @type {HTMLCanvasElement} */ (document.getElementById("canvas"));
const shell = /** @type {HTMLElement} */ (document.getElementById("shell"));
const root = /** @type {HTMLElement} */ (document.getElementById("mirror"));

let started = false;
const bridge = new Bridge((error) => {
    scheduler.stop();
    room.stop();
    if (started) showCrash(error);
    else fail(error);
});

const scheduler = new Scheduler({
    draw: () => {
        const { width, height, ratio } = surface.prepare();
        const next = bridge.ask("frame", width, height, ratio);
        mirror.afterFrame(next !== 0);
        return next;
    },
    quiet: () => bridge.usable && bridge.ask("pending") === 0 && !storage.busy && !mirror.busy && !files.busy,
});
const changed = () => scheduler.request();
const surface = new Surface({
    canvas,
    shell,
    changed,
    context: (restored) => {
        bridge.tell("context", restored ? 1 : 0);
        if (restored) changed();
    },
});
/** @type {Mirror} */
const mirror = new Mirror({ root, bridge, changed, clickForwarded: () => pointer.clickForwarded });
/** @type {Pointer} */
const pointer = new Pointer({ canvas, bridge, mirror, changed });
const listener = reviewListener(bridge, changed);
const storage = new ReviewStorage({
    listener: {
        ...listener,
        saved: (id, status, message) => {
            listener.saved(id, status, message);
            if (status === 0 && message === "") persistence.saved();
        },
        wiped: () => showWiped("elsewhere"),
    },
    factory: storageFactory(),
    channel: typeof BroadcastChannel === "undefined" ? undefined : () => new BroadcastChannel("peer-review-planner"),
});
const persistence = new Persistence(navigator.storage, "userAgentData" in navigator);
/** @param {string} name @param {string | number} value */
function tell(name, value) {
    bridge.tell(name, value);
    changed();
}
const room = new Room({
    channel: typeof BroadcastChannel === "undefined" ? undefined : () => new BroadcastChannel("peer-review-planner-room"),
    show: (scene) => tell("scene", scene),
    state: (state) => tell("projector", state),
});
const stage = new Stage({
    fullScreen: (on) => tell("full_screen", on ? 1 : 0),
    audio: typeof AudioContext === "undefined" ? undefined : () => new AudioContext(),
});
const router = new Router((hash) => {
    tell("route", hash);
    room.at(hash);
});
/** @type {Files} */
const files = new Files({
    file: (name, bytes) => {
        try {
            bridge.ask("file", name, bytes);
        } catch {
            bridge.tell("file_refused", name, 0); // no memory for it
        }
    },
    refused: (name, reason) => bridge.tell("file_refused", name, reason),
    opening: (name, progress) => {
        bridge.tell("file_opening", name, progress);
        return scheduler.drawn();
    },
    done: () => {
        bridge.tell("files_done");
        changed();
    },
    dragging: (over) => {
        bridge.tell("file_drag", over ? 1 : 0);
        changed();
    },
});
const updates = new Updates(() => {
    bridge.tell("update_available");
    changed();
});
const printer = new Printer(() => (bridge.ask("sheet") === 0 ? "" : new TextDecoder().decode(bridge.buffer(2))));
const host = createHost({ bridge, scheduler, mirror, router, files, storage, measure: new TextMeasure(), printer, updates, earlier: new EarlierVersions(storage), persistence, room, stage, wipe: () => void wipeAll() });

/** @param {"busy" | "wiped" | "blocked" | "elsewhere"} what */
function showWiped(what) {
    scheduler.stop();
    room.stop();
    bridge.stop();
    showAfterWipe(what);
}

async function wipeAll() {
    showWiped("busy");
    showWiped(await wipe({ storage, factory: storageFactory(), caches: globalThis.caches, workers: navigator.serviceWorker }));
}

/** @param {unknown} error */
function fail(error) {
    console.error(error);
    showObstacle(error instanceof Obstacle ? error.message : NO_START);
}

/** @param {WebAssembly.Imports} imports */
async function compile(imports) {
    const response = withProgress(await fetchAsset("planner_page.wasm"), showProgress);
    if (typeof WebAssembly.instantiateStreaming === "function") return WebAssembly.instantiateStreaming(response, imports);
    return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

/** @returns {Promise<import("./types").PlannerModule>} */
function loadPlanner() {
    return new Promise((resolve, reject) => {
        import("./planner_page.js")
            .then(({ default: createPlanner }) =>
                createPlanner({
                    host,
                    canvas,
                    instantiateWasm: (imports, received) => {
                        compile(imports).then(({ instance, module }) => received(instance, module), reject);
                        return {};
                    },
                    onAbort: (reason) => bridge.crash(new Error(String(reason))),
                    print: (text) => console.info(text),
                    printErr: (text) => console.warn(text),
                }),
            )
            .then(resolve, reject);
    });
}

async function start() {
    if (typeof WebAssembly !== "object") throw new Obstacle(NO_WEBASSEMBLY);
    if (typeof WebGL2RenderingContext === "undefined") throw new Obstacle(NO_GRAPHICS);
    const opened = storage.start();
    const language = opened.then(({ settings }) => chosenLanguage(parsed(settings)));
    const loading = Promise.all([opened, loadFonts(), loadPlanner(), language]);
    loading.catch(() => {}); // said below, unless there are no graphics either
    if (!surface.createContext()) throw new Obstacle(NO_GRAPHICS);
    const [stored, fonts, module, chosen] = await loading;
    bridge.attach(module);
    fonts.forEach((bytes, slot) => bridge.ask("font", slot, bytes));
    if (chosen && chosen.bytes.length > 0) bridge.ask("language", chosen.code, chosen.bytes);
    const refused = bridge.ask("start", JSON.stringify({
        hash: router.hash,
        ...readEnvironment(),
        scrollbar: scrollbarWidth(),
        storage: stored.state,
        settings: parsed(stored.settings),
        index: stored.summaries.map(parsed).filter((summary) => summary !== null),
    }));
    if (refused !== 0) throw new Obstacle(NO_GRAPHICS);
    listen();
    scheduler.start();
    await firstFrame();
    started = true;
    removeLoading();
    void updates.start();
}

/** @param {string | null} json @returns {unknown} */
function parsed(json) {
    try {
        return json === null ? null : JSON.parse(json);
    } catch {
        return null; // kept by a version that wrote something else
    }
}

function listen() {
    listenToKeys({ bridge, mirror, changed });
    room.start(router.hash);
    stage.start();
    watchEnvironment((environment) => {
        bridge.tell("environment", JSON.stringify(environment));
        changed();
    });
    document.addEventListener("visibilitychange", () => {
        if (document.hidden) bridge.tell("flush");
        scheduler.visibilityChanged();
    });
    addEventListener("pagehide", () => bridge.tell("flush"));
}

/** @returns {Promise<void>} kept when something stands on the canvas; a hidden tab does not wait for it */
async function firstFrame() {
    while (scheduler.frames === 0 && !document.hidden) await new Promise((resolve) => setTimeout(resolve, 5));
    if (!bridge.usable) throw new Error("stopped while starting");
}

const ready = start();
ready.catch(fail);
globalThis.planner = {
    ready,
    get frames() {
        return scheduler.frames;
    },
    settled: () => scheduler.settled(),
};
