/** What a page that directs knows of the projectors: which there are, what it gave them to show, and whether they answer. */

/** States of `planner_projector`. */
export const ProjectorState = Object.freeze({ absent: 0, connected: 1, refused: 2, lost: 3 });

/** So long a projector may take to answer a scene, in ms. It answers within a few. */
const PATIENCE = 3000;

const WINDOW_NAME = "peer-review-planner-projector";
const WINDOW_FEATURES = "popup,width=1280,height=720";

/**
 * @typedef {object} Clock
 * @property {() => number} now
 * @property {(callback: () => void, milliseconds: number) => number} setTimer
 * @property {(timer: number) => void} clearTimer
 */

export class Director {
    #say;
    #state;
    #view;
    #clock;
    #told = /** @type {number} */ (ProjectorState.absent);
    #text = "";
    /** When this page changed the scene last; 0: never. */
    #sentAt = 0;
    /** Projectors that are there, with the last scene that each has answered. @type {Map<string, number>} */
    #projectors = new Map();
    /** The scene whose answers are waited for; 0: none. */
    #awaited = 0;
    #timer = 0;
    /** @type {Window | null} */
    #opened = null;

    /**
     * @param {object} parts
     * @param {(kind: string, more?: Partial<import("./projector.js").Message>) => void} parts.say
     * @param {(state: number) => void} parts.state called when it changes; of `refused` each time
     * @param {Window} parts.view
     * @param {Clock} parts.clock
     */
    constructor({ say, state, view, clock }) {
        this.#say = say;
        this.#state = state;
        this.#view = view;
        this.#clock = clock;
    }

    /** Opens a projector, or comes back to the one that is open. @param {string} hash */
    open(hash) {
        const address = new URL(this.#view.location.href);
        address.hash = hash;
        const opened = this.#view.open(address.href, WINDOW_NAME, WINDOW_FEATURES);
        if (!opened || opened.closed) {
            this.refuse();
            return;
        }
        this.#opened = opened;
        opened.focus();
    }

    refuse() {
        this.#tell(ProjectorState.refused);
    }

    close() {
        this.#say("close");
    }

    /** @param {string} text */
    project(text) {
        this.#text = text;
        // Two changes within one tick of the clock have an order too.
        this.#sentAt = Math.max(this.#clock.now(), this.#sentAt + 1);
        this.#send("");
    }

    /** @param {import("./projector.js").Message} message */
    heard({ kind, from, at }) {
        if (kind === "goodbye") {
            this.#projectors.delete(from);
            if (this.#projectors.size === 0) this.#tell(ProjectorState.absent);
            this.#countAnswers();
        } else if (kind === "hello" || kind === "shown") {
            this.#projectors.set(from, Math.max(at, this.#projectors.get(from) ?? 0));
            this.#tell(ProjectorState.connected);
            this.#countAnswers();
            if (kind === "hello" && this.#sentAt > 0) this.#send(from);
        }
    }

    /** This page directs nothing for now. */
    rest() {
        this.#stopWaiting();
        this.#projectors.clear();
        this.#tell(ProjectorState.absent);
    }

    /** @param {string} to "": to all */
    #send(to) {
        this.#say("scene", { to, at: this.#sentAt, text: this.#text });
        if (this.#projectors.size > 0 && this.#awaited === 0) this.#waitForAnswers();
    }

    /** The timer is for the oldest scene that somebody has not answered; there is none while all have. */
    #countAnswers() {
        const answered = Math.min(...this.#projectors.values());
        if (this.#awaited === 0 || answered < this.#awaited) return;
        this.#stopWaiting();
        if (answered < this.#sentAt) this.#waitForAnswers();
    }

    #waitForAnswers() {
        this.#awaited = this.#sentAt;
        this.#timer = this.#clock.setTimer(() => this.#gaveUp(), PATIENCE);
    }

    #stopWaiting() {
        if (this.#awaited !== 0) this.#clock.clearTimer(this.#timer);
        this.#awaited = 0;
    }

    /** Those that answer later are there again. */
    #gaveUp() {
        for (const [id, answered] of this.#projectors) if (answered < this.#awaited) this.#projectors.delete(id);
        this.#awaited = 0;
        if (this.#projectors.size === 0) this.#tell(this.#opened?.closed ? ProjectorState.absent : ProjectorState.lost);
    }

    /** @param {number} state */
    #tell(state) {
        if (state === this.#told && state !== ProjectorState.refused) return;
        this.#told = state;
        this.#state(state);
    }
}
