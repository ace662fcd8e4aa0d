import assert from "node:assert/strict";
import test from "node:test";
import { LARGEST_SCENE, PROJECTOR, Room } from "../../web/projector.js";
import { ProjectorState } from "../../web/director.js";

const { absent, connected, refused, lost } = ProjectorState;

/** A browser with windows of the planner, whose messages and timers come when the test lets them. */
class Browser {
    time = 1_000_000;
    /** @type {{due: number, run: () => void, id: number}[]} */
    timers = [];
    /** @type {{room: Page, data: unknown}[]} */
    #underWay = [];
    /** @type {Page[]} */
    pages = [];
    /** Numbers given so far. */
    ids = 0;
    clock = {
        now: () => this.time,
        setTimer: (/** @type {() => void} */ run, /** @type {number} */ delay) => {
            this.timers.push({ due: this.time + delay, run, id: (this.ids += 1) });
            return this.ids;
        },
        clearTimer: (/** @type {number} */ id) => void (this.timers = this.timers.filter((timer) => timer.id !== id)),
    };

    /** @param {string} [hash] @param {boolean} [hasChannel] */
    page(hash = "#/", hasChannel = true) {
        return new Page(this, hash, hasChannel);
    }

    /** @param {unknown} data @param {Page} [from] */
    post(data, from) {
        for (const room of this.pages) if (room !== from) this.#underWay.push({ room, data: structuredClone(data) });
    }

    /** Delivers what is said, and what is said to that. */
    deliver() {
        for (let next = this.#underWay.shift(); next; next = this.#underWay.shift()) {
            if (!next.room.hangs) next.room.channel.onmessage?.({ data: next.data });
        }
    }

    /** @param {number} milliseconds */
    pass(milliseconds) {
        this.time += milliseconds;
        for (const timer of this.timers.filter(({ due }) => due <= this.time)) {
            this.clock.clearTimer(timer.id);
            timer.run();
        }
    }
}

class Page {
    /** What it was told to show. @type {string[]} */
    scenes = [];
    /** @type {number[]} */
    states = [];
    /** @type {any[]} */
    said = [];
    /** It hears nothing for now. */
    hangs = false;
    closed = 0;
    /** @type {string[][]} */
    opened = [];
    /** What opening a window gives. @type {{closed: boolean, focus: () => void} | null} */
    popup = { closed: false, focus: () => {} };
    /** @type {{onmessage: ((event: {data: unknown}) => void) | null, postMessage: (data: unknown) => void, close: () => void}} */
    channel;
    #view = new EventTarget();

    /** @param {Browser} browser @param {string} hash @param {boolean} hasChannel */
    constructor(browser, hash, hasChannel) {
        this.channel = {
            onmessage: null,
            postMessage: (data) => {
                this.said.push(data);
                browser.post(data, this);
            },
            close: () => void (browser.pages = browser.pages.filter((page) => page !== this)),
        };
        browser.pages.push(this);
        const view = Object.assign(this.#view, {
            crypto: { getRandomValues: (/** @type {Uint32Array} */ numbers) => numbers.fill((browser.ids += 1)) },
            location: { href: `https://school.example/planner/?x=1${hash}` },
            open: (/** @type {string[]} */ ...given) => {
                this.opened.push(given);
                return this.popup;
            },
            close: () => (this.closed += 1),
        });
        this.room = new Room({
            channel: hasChannel ? () => /** @type {any} */ (this.channel) : undefined,
            show: (scene) => this.scenes.push(scene),
            state: (state) => this.states.push(state),
            view: /** @type {any} */ (view),
            clock: browser.clock,
        });
        this.room.start(hash);
    }

    /** @param {string} name @param {boolean} [persisted] */
    event(name, persisted = false) {
        this.#view.dispatchEvent(Object.assign(new Event(name), { persisted }));
    }
}

/** A director and a projector that know each other. */
function joined() {
    const browser = new Browser();
    const [director, projector] = [browser.page(), browser.page(PROJECTOR)];
    browser.deliver();
    return { browser, director, projector };
}

test("a scene is shown at once, and answered before a timer means anything", () => {
    const { browser, director, projector } = joined();
    assert.deepEqual(director.states, [connected]);
    director.room.project('{"title": "é 🙂"}');
    assert.equal(browser.timers.length, 1);
    browser.deliver();
    assert.deepEqual(projector.scenes, ['{"title": "é 🙂"}']);
    assert.deepEqual(browser.timers, []);
    assert.deepEqual(director.states, [connected], "told once");
    assert.deepEqual(projector.states, []);
});

test("a projector that opens later gets the last scene, an empty one too", () => {
    const browser = new Browser();
    const director = browser.page();
    director.room.project("one");
    director.room.project("two");
    assert.deepEqual(browser.timers, [], "nobody is there to answer");
    const projector = browser.page(PROJECTOR);
    browser.deliver();
    assert.deepEqual(projector.scenes, ["two"]);
    director.room.project("");
    browser.deliver();
    const later = browser.page(PROJECTOR);
    browser.deliver();
    assert.deepEqual([projector.scenes, later.scenes], [["two", ""], [""]]);
});

test("a director that starts again finds the projector and gives nothing before it is asked to", () => {
    const { browser, director, projector } = joined();
    director.room.project("one");
    browser.deliver();
    director.channel.close();
    const again = browser.page();
    browser.deliver();
    assert.deepEqual(again.states, [connected]);
    assert.deepEqual(projector.scenes, ["one"]);
    again.room.project("one");
    browser.deliver();
    assert.deepEqual(projector.scenes, ["one", "one"]);
});

test("of two directors the last change is shown, also by a projector that both answer, in any order", () => {
    const browser = new Browser();
    const [first, second] = [browser.page(), browser.page()];
    for (const [older, younger] of [[first, second], [second, first]]) {
        older?.room.project("older");
        browser.pass(1);
        younger?.room.project("younger");
        browser.deliver();
        const projector = browser.page(PROJECTOR);
        browser.deliver();
        assert.equal(projector.scenes.at(-1), "younger");
    }
    const [, , projector] = browser.pages;
    const shown = projector?.scenes.length;
    browser.page();
    browser.deliver();
    assert.equal(projector?.scenes.length, shown, "another page that opens changes nothing");
    browser.time -= 60_000;
    first.room.project("after the clock was set back");
    browser.deliver();
    assert.equal(projector?.scenes.at(-1), "after the clock was set back");
});

test("a projector says goodbye, closes when it is asked to, and comes back by Back", () => {
    const { browser, director, projector } = joined();
    projector.event("pagehide");
    browser.deliver();
    assert.deepEqual(director.states, [connected, absent]);
    director.room.project("meanwhile");
    projector.hangs = true;
    browser.deliver();
    projector.hangs = false;
    projector.event("pageshow", true);
    browser.deliver();
    assert.deepEqual(director.states, [connected, absent, connected]);
    assert.deepEqual(projector.scenes, ["meanwhile"]);
    director.room.close();
    browser.deliver();
    assert.deepEqual([director.closed, projector.closed], [0, 1]);
    projector.room.stop();
    browser.deliver();
    assert.equal(director.states.at(-1), absent);
});

test("one of two projectors that goes, or answers no more, leaves the other", () => {
    const { browser, director, projector } = joined();
    const other = browser.page(PROJECTOR);
    browser.deliver();
    other.event("pagehide");
    browser.deliver();
    other.event("pageshow", true);
    browser.deliver();
    other.hangs = true;
    for (const scene of ["one", "two", "three"]) {
        director.room.project(scene);
        browser.deliver();
        assert.equal(browser.timers.length, 1);
        browser.pass(1000);
    }
    assert.deepEqual([browser.timers, director.states], [[], [connected]]);
    projector.hangs = true;
    director.room.project("four");
    browser.deliver();
    browser.pass(3000);
    assert.deepEqual(director.states, [connected, lost]);
    other.hangs = false;
    director.room.project("five");
    browser.deliver();
    assert.deepEqual([other.scenes, projector.scenes], [["five"], ["one", "two", "three"]]);
    assert.deepEqual(director.states, [connected, lost, connected]);
});

test("a page becomes a projector and a director again by its address", () => {
    const browser = new Browser();
    const [director, page] = [browser.page(), browser.page()];
    director.room.project("one");
    browser.deliver();
    page.room.at("#/settings");
    browser.deliver();
    assert.deepEqual(page.scenes, []);
    page.room.at(PROJECTOR);
    browser.deliver();
    assert.deepEqual(page.scenes, ["one"]);
    const projector = browser.page(PROJECTOR);
    browser.deliver();
    page.room.at("#/");
    browser.deliver();
    assert.deepEqual([director.states, page.states], [[connected], [connected]]);
    page.room.at(PROJECTOR);
    projector.room.stop();
    browser.deliver();
    page.room.at("#/");
    browser.deliver();
    assert.deepEqual([director.states, page.states], [[connected, absent], [connected, absent]]);
    page.room.project("two");
    assert.deepEqual(browser.timers, [], "those that it knew before are forgotten");
});

test("a projector that does not answer within three seconds is lost, until it answers", () => {
    const { browser, director, projector } = joined();
    director.room.project("none");
    browser.deliver();
    projector.hangs = true;
    director.room.project("one"); // at the same moment: the answer to the other is none to this
    browser.pass(2000);
    director.room.project("two");
    browser.deliver();
    assert.equal(browser.timers.length, 1);
    browser.pass(999);
    assert.deepEqual(director.states, [connected]);
    browser.pass(1);
    assert.deepEqual(director.states, [connected, lost]);
    assert.deepEqual(browser.timers, []);
    director.room.project("three");
    assert.deepEqual(browser.timers, [], "it is lost already");
    projector.hangs = false;
    browser.deliver();
    assert.deepEqual(projector.scenes, ["none", "three"]);
    assert.deepEqual(director.states, [connected, lost, connected]);
    assert.deepEqual(browser.timers, []);
});

test("a slow projector that goes on answering is not lost", () => {
    const { browser, director, projector } = joined();
    for (let second = 0; second < 6; second += 1) {
        director.room.project(`older ${second}`);
        const older = browser.time;
        browser.pass(1000);
        director.room.project(`newer ${second}`);
        // Its answer to the older one only; the newer one waits.
        const answer = { kind: "shown", from: projector.said[0].from, to: "", at: older, text: "" };
        director.channel.onmessage?.({ data: answer });
        assert.equal(browser.timers.length, 1);
        browser.pass(2500);
        assert.deepEqual(director.states, [connected]);
        browser.deliver();
        assert.deepEqual(browser.timers, []);
    }
});

test("a projector whose window is gone without a word is absent", () => {
    const { browser, director, projector } = joined();
    director.room.open();
    projector.hangs = true;
    if (director.popup) director.popup.closed = true;
    director.room.project("one");
    browser.pass(3000);
    assert.deepEqual(director.states, [connected, absent]);
});

test("the projector opens at the page's own address, in a window that is found again; a refused one is told each time", () => {
    const browser = new Browser();
    const director = browser.page("#/review/a/run-sheets");
    director.room.open();
    const [address, name, features] = director.opened[0] ?? [];
    assert.equal(address, "https://school.example/planner/?x=1#/projector");
    assert.ok(name && features?.includes("width="));
    assert.ok(!features?.includes("noopener"), "nothing would tell whether it opened");
    assert.deepEqual(director.states, []);
    director.popup = null;
    director.room.open();
    director.popup = { closed: true, focus: () => {} };
    director.room.open();
    assert.deepEqual(director.states, [refused, refused]);
    browser.page(PROJECTOR);
    browser.deliver();
    assert.deepEqual(director.states, [refused, refused, connected]);
});

test("a browser without channels opens no window that would stay empty", () => {
    const director = new Browser().page("#/", false);
    director.room.open();
    director.room.project("one");
    director.room.close();
    director.room.stop();
    assert.deepEqual([director.states, director.opened], [[refused], []]);
});

test("what is no message of a planner changes nothing", () => {
    const { browser, director, projector } = joined();
    const good = { kind: "scene", from: "x", to: "", at: 5, text: "good" };
    const large = "x".repeat(LARGEST_SCENE + 1);
    const garbage = [
        null, undefined, 7, "scene", [], {}, new Uint8Array(4), { ...good, text: 7 }, { ...good, text: { toString: "x" } }, { ...good, at: "5" },
        { ...good, at: NaN }, { ...good, from: null }, { ...good, to: undefined }, { ...good, kind: 1 }, { ...good, from: "x".repeat(65) },
        { ...good, text: large }, { ...good, text: "€".repeat(LARGEST_SCENE / 2) }, { ...good, kind: "constructor" }, { ...good, to: "other" },
    ];
    for (const data of garbage) browser.post(data);
    browser.deliver();
    assert.deepEqual([projector.scenes, director.states], [[], [connected]]);
    browser.post({ ...good, text: "x".repeat(LARGEST_SCENE) });
    browser.deliver();
    assert.equal(projector.scenes.length, 1);
    const { warn } = console;
    console.warn = () => {};
    director.room.project(large);
    console.warn = warn;
    assert.deepEqual(browser.timers, []);
    browser.deliver();
    assert.equal(projector.scenes.length, 1);
});

test("nothing is heard before the planner runs, and nothing after it has stopped", () => {
    const { browser, director, projector } = joined();
    projector.room.stop();
    director.room.project("one");
    browser.deliver();
    assert.deepEqual(projector.scenes, []);
    projector.room.start(PROJECTOR);
    browser.deliver();
    assert.deepEqual([projector.scenes, director.states.at(-1)], [[], absent]);
});
