/**
 * What the planner may ask of the page. What changes the page happens after the planner has returned, so that events which
 * follow from it find it ready; questions are answered at once.
 */

import { copyText, download, openMail } from "./files.js";
import { dressDocument, localOffset } from "./environment.js";
import { askBeforeLeaving } from "./leaving.js";
import { fetchExample, fetchLanguage, lockLater, readCodesLater, showCodesLater } from "./later.js";

/**
 * @typedef {object} Parts
 * @property {import("./bridge.js").Bridge} bridge
 * @property {import("./scheduler.js").Scheduler} scheduler
 * @property {import("./mirror.js").Mirror} mirror
 * @property {import("./router.js").Router} router
 * @property {import("./files.js").Files} files
 * @property {import("./storage.js").ReviewStorage} storage
 * @property {import("./measure.js").TextMeasure} measure
 * @property {import("./print.js").Printer} printer
 * @property {import("./updates.js").Updates} updates
 * @property {import("./earlier-versions.js").EarlierVersions} earlier
 * @property {import("./persistence.js").Persistence} persistence
 * @property {import("./projector.js").Room} room
 * @property {import("./stage.js").Stage} stage
 * @property {() => void} wipe
 */

/**
 * @param {Parts} parts
 * @returns {import("./types").Host}
 */
export function createHost({ bridge, scheduler, mirror, router, files, storage, measure, printer, updates, earlier, persistence, room, stage, wipe }) {
    /** @param {() => void} effect */
    const later = (effect) => bridge.afterwards(effect);
    return {
        semantics: (json) => later(() => mirror.apply(JSON.parse(json))),
        focus: (id) => later(() => mirror.focus(id)),
        scroll: (id, x, y) => later(() => mirror.scrollTo(id, x, y)),
        requestFrame: (milliseconds) => scheduler.request(milliseconds),
        title: (text) => later(() => router.title(text)),
        language: (code) => later(() => void fetchLanguage(code).then((bytes) => bridge.tell("language", code, bytes)).then(() => scheduler.request())),
        example: (id) => later(() => void fetchExample(id).then((bytes) => bridge.tell("example", bytes)).then(() => scheduler.request())),
        route: (hash, replace) =>
            later(() => {
                router.go(hash, replace !== 0);
                room.at(hash);
            }),
        document: (json) => later(() => dressDocument(JSON.parse(json))),
        download: (name, type, bytes) => later(() => download(name, type, bytes)),
        pickFiles: () => later(() => files.pick()),
        showAsCodes: (name, bytes) => later(() => void showCodesLater(name, bytes).then((there) => there || told("codes_unavailable"))),
        readCodes: () => later(() => void readCodesLater(files).then((there) => there || told("codes_unavailable"))),
        storageLoad: (id) => later(() => void load(id)),
        storageSave: (id) => later(() => storage.save(id)),
        storageSettings: (json) => later(() => void storage.saveSettings(json)),
        snapshotTake: (request, facts, bytes) => later(() => void earlier.take(JSON.parse(facts), bytes).then((status) => told("snapshot_taken", request, status))),
        snapshotList: () => later(() => void earlier.list().then((found) => told("snapshots", JSON.stringify(found)))),
        snapshotLoad: (key) => later(() => void earlier.load(key).then(({ status, bytes }) => told("snapshot_loaded", key, bytes, status))),
        snapshotErase: (id) => later(() => void earlier.erase(id)),
        storageFacts: (ask) => later(() => void storageFacts(ask !== 0)),
        wipe: () => later(wipe),
        measureText: (text, font, line, weight, width) => measure.height(text, font, line, weight, width),
        broadcast: (id) => later(() => storage.announce(id)),
        copyText: (text) => later(() => void copyText(text)),
        openMail: (uri) => later(() => openMail(uri)),
        print: (title, html) => later(() => printer.print(title, html) || bridge.tell("print_impossible")),
        lock: (json, bytes, opens) => later(() => void lockOrUnlock(JSON.parse(json), bytes, opens !== 0)),
        leaving: (losesWork) => later(() => askBeforeLeaving(losesWork !== 0)),
        applyUpdate: () => later(() => void applyUpdate()),
        projector: (opens) => later(() => (opens !== 0 ? room.open() : room.close())),
        project: (scene) => later(() => room.project(scene)),
        keepAwake: (awake) => later(() => void stage.keepAwake(awake !== 0)),
        fullScreen: (on) => later(() => void stage.setFullScreen(on !== 0)),
        chime: () => later(() => void stage.chime()),
        log: (level, text) => (level > 1 ? console.error(text) : console.info(text)),
        now: () => Date.now(),
        localOffset,
        random: (eight) => void crypto.getRandomValues(eight),
    };

    /** @param {string} name @param {...(string | number | Uint8Array)} values */
    function told(name, ...values) {
        bridge.tell(name, ...values);
        scheduler.request();
    }

    /** @param {boolean} ask */
    async function storageFacts(ask) {
        if (ask) await persistence.ask();
        told("storage_facts", JSON.stringify(await persistence.facts()));
    }

    /** @param {string} id */
    async function load(id) {
        const { status, bytes } = await storage.load(id);
        bridge.tell("loaded", id, bytes, status);
    }

    /** @param {import("./lock.js").LockJob & { request: number }} job @param {Uint8Array} bytes @param {boolean} opens */
    async function lockOrUnlock(job, bytes, opens) {
        const answer = await lockLater(job, bytes, opens);
        bridge.tell("lock", job.request, answer.outcome, answer.bytes);
        scheduler.request();
    }

    /** What is not saved yet is saved first. */
    async function applyUpdate() {
        bridge.tell("flush");
        await scheduler.settled();
        updates.apply();
    }
}
