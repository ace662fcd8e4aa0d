/**
 * Between the page that directs and the projectors, the windows that a room looks at. What they show goes over a channel of this
 * browser and is stored nowhere. Every page is an end of it: a projector at its own address, and a director anywhere else.
 */

import { Director } from "./director.js";

/** The address of a projector; src/app/routes.cpp has the same. */
export const PROJECTOR = "#/projector";

/** Bytes of a scene; a larger one is neither sent nor shown. */
export const LARGEST_SCENE = 1024 * 1024;

const LONGEST_NAME = 64;

/**
 * What goes over the channel. A projector says "hello" when it opens, "shown" to each scene and "goodbye" when it goes. A director
 * says "ask" when it opens, for another hello, "scene", also to a hello, and "close" to every projector.
 * @typedef {object} Message
 * @property {string} kind
 * @property {string} from the page that says it
 * @property {string} to the only page that it is for; "": all
 * @property {number} at when the director changed the scene
 * @property {string} text of the scene
 */

/** @type {import("./director.js").Clock} */
const browserClock = {
    now: () => Date.now(),
    setTimer: (callback, milliseconds) => window.setTimeout(callback, milliseconds),
    clearTimer: (timer) => window.clearTimeout(timer),
};

export class Room {
    #id;
    #show;
    #view;
    #director;
    /** @type {BroadcastChannel | null} */
    #channel;
    #started = false;
    #isProjector = false;
    /** When the scene was changed that this projector shows. */
    #shownAt = 0;

    /**
     * @param {object} parts
     * @param {(() => BroadcastChannel) | undefined} parts.channel absent where the browser has none
     * @param {(scene: string) => void} parts.show in a projector: what it shows from now on
     * @param {(state: number) => void} parts.state anywhere else: what is known of projectors
     * @param {Window} [parts.view]
     * @param {import("./director.js").Clock} [parts.clock]
     */
    constructor({ channel, show, state, view = window, clock = browserClock }) {
        this.#id = [...view.crypto.getRandomValues(new Uint32Array(3))].join("-");
        this.#show = show;
        this.#view = view;
        this.#channel = openChannel(channel);
        this.#director = new Director({ say: (kind, more) => this.#say(kind, more), state, view, clock });
    }

    /** Before this, nothing is heard or said. @param {string} hash where this page is */
    start(hash) {
        if (!this.#channel) return;
        this.#started = true;
        this.#channel.onmessage = ({ data }) => {
            const message = messageIn(data);
            if (message && (message.to === "" || message.to === this.#id)) this.#heard(message);
        };
        this.#view.addEventListener("pagehide", () => this.#isProjector && this.#say("goodbye"));
        // A page that comes back as it was, by Back or Forward, missed what was said meanwhile.
        this.#view.addEventListener("pageshow", ({ persisted }) => persisted && this.#isProjector && this.#say("hello"));
        this.at(hash);
        if (!this.#isProjector) this.#say("ask");
    }

    /** This page can show nothing any more. */
    stop() {
        if (this.#isProjector) this.#say("goodbye");
        this.#channel?.close();
        this.#channel = null;
    }

    /** This page is at another address now. @param {string} hash */
    at(hash) {
        const isProjector = hash === PROJECTOR;
        if (!this.#started || isProjector === this.#isProjector) return;
        this.#isProjector = isProjector;
        this.#director.rest();
        this.#say(isProjector ? "hello" : "goodbye");
        if (!isProjector) this.#say("ask");
    }

    /** Opens a projector; only while the browser takes it for what the person has just done. */
    open() {
        if (this.#channel) this.#director.open(PROJECTOR);
        else this.#director.refuse();
    }

    /** Closes every projector that may close itself. */
    close() {
        this.#director.close();
    }

    /** @param {string} scene what every projector shows from now on */
    project(scene) {
        if (isScene(scene)) this.#director.project(scene);
        else console.warn("a scene that is too large to be shown");
    }

    /** @param {string} kind @param {Partial<Message>} [more] */
    #say(kind, more) {
        this.#channel?.postMessage({ kind, from: this.#id, to: "", at: 0, text: "", ...more });
    }

    /** @param {Message} message */
    #heard(message) {
        if (!this.#isProjector) this.#director.heard(message);
        else if (message.kind === "scene") this.#received(message);
        else if (message.kind === "ask") this.#say("hello", { to: message.from });
        else if (message.kind === "close") this.#view.close();
    }

    /** @param {Message} message */
    #received({ from, to, at, text }) {
        // Every director answers a hello: then the youngest scene counts, in whatever order they come.
        if (to === "" || at > this.#shownAt) {
            this.#shownAt = at;
            this.#show(text);
        }
        this.#say("shown", { to: from, at });
    }
}

/** @param {(() => BroadcastChannel) | undefined} open */
function openChannel(open) {
    try {
        return open ? open() : null;
    } catch {
        return null; // forbidden here
    }
}

/** @param {unknown} text @returns {text is string} */
function isScene(text) {
    if (typeof text !== "string" || text.length > LARGEST_SCENE) return false;
    return text.length * 3 <= LARGEST_SCENE || new TextEncoder().encode(text).length <= LARGEST_SCENE;
}

/** @param {unknown} name */
const isName = (name) => typeof name === "string" && name.length <= LONGEST_NAME;

/** @param {unknown} data @returns {Message | null} null for what no page of this planner says */
function messageIn(data) {
    if (typeof data !== "object" || data === null) return null;
    const message = /** @type {Message} */ (data);
    const isOne = isName(message.kind) && isName(message.from) && isName(message.to) && Number.isFinite(message.at) && isScene(message.text);
    return isOne ? message : null;
}
