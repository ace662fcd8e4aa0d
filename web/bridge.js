/**
 * The way into the compiled planner: texts and files go in, answers come out. The planner is never entered twice: a call that
 * arrives while it runs, or while the page carries out what it asked for, waits for its turn.
 */

/** @typedef {string | number | Uint8Array} Argument texts and bytes become a pointer and a length */

const encoder = new TextEncoder();

/** No memory for a text or file: nothing was called. */
export class OutOfMemory extends Error {}

export class Bridge {
    /** @type {import("./types").PlannerModule | null} */
    #module = null;
    #depth = 0;
    #draining = false;
    /** @type {(() => void)[]} */
    #waiting = [];
    #onCrash;
    #crashed = false;

    /** @param {(error: unknown) => void} onCrash called once, when the planner can not go on */
    constructor(onCrash) {
        this.#onCrash = onCrash;
    }

    /** @param {import("./types").PlannerModule} module */
    attach(module) {
        this.#module = module;
    }

    get usable() {
        return this.#module !== null && !this.#crashed;
    }

    /**
     * Runs `effect` once the planner has returned; at once when it is not running.
     * @param {() => void} effect
     */
    afterwards(effect) {
        this.#waiting.push(effect);
        this.#drain();
    }

    /**
     * Tells the planner something, now or as soon as it has returned.
     * @param {string} name export without its `planner_`
     * @param {...Argument} values
     */
    tell(name, ...values) {
        this.#waiting.push(() => {
            try {
                this.#invoke(name, values);
            } catch (error) {
                this.crash(error);
            }
        });
        this.#drain();
    }

    /**
     * Calls the planner and returns its answer; 0 when it has stopped. Only from an event of its own, never from an effect.
     * @param {string} name export without its `planner_`
     * @param {...Argument} values
     * @returns {number}
     * @throws {OutOfMemory}
     */
    ask(name, ...values) {
        if (!this.usable) return 0;
        if (this.#depth > 0 || this.#draining) throw new Error(`planner_${name} in the middle of another call`);
        try {
            return this.#invoke(name, values) ?? 0;
        } catch (error) {
            if (error instanceof OutOfMemory) throw error;
            this.crash(error);
            return 0;
        } finally {
            this.#drain();
        }
    }

    /**
     * A copy of what the planner laid ready.
     * @param {number} index
     * @returns {Uint8Array}
     */
    buffer(index) {
        if (!this.#module || this.#crashed) return new Uint8Array();
        const start = this.#module._planner_buffer(index);
        return this.#module.memory().slice(start, start + this.#module._planner_buffer_size(index));
    }

    /** From now on the planner is told nothing and asks for nothing. */
    stop() {
        this.#crashed = true;
        this.#waiting.length = 0;
    }

    /** @param {unknown} error */
    crash(error) {
        if (this.#crashed) return;
        this.#crashed = true;
        this.#waiting.length = 0;
        this.#onCrash(error);
    }

    /**
     * @param {string} name
     * @param {Argument[]} values
     * @returns {number | undefined}
     */
    #invoke(name, values) {
        const module = this.#module;
        if (!module || this.#crashed) return 0;
        const call = module[`_planner_${name}`];
        if (!call) throw new Error(`the planner has no planner_${name}`);
        const parts = values.map((value) => (typeof value === "string" ? encoder.encode(value) : value));
        const size = parts.reduce((/** @type {number} */ sum, part) => sum + (typeof part === "number" ? 0 : part.length), 0);
        const block = size > 0 ? module._malloc(size) : 0;
        if (size > 0 && block === 0) throw new OutOfMemory(`${size} bytes for ${name}`);
        this.#depth += 1;
        try {
            const answer = call(...place(parts, module.memory(), block));
            if (block !== 0) module._free(block);
            return answer;
        } finally {
            this.#depth -= 1;
        }
    }

    #drain() {
        if (this.#depth > 0 || this.#draining) return;
        this.#draining = true;
        try {
            for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) next();
        } finally {
            this.#draining = false;
        }
    }
}

/**
 * Lays texts and bytes one after another at `block` and returns the numbers to call with.
 * @param {(number | Uint8Array)[]} parts
 * @param {Uint8Array} memory
 * @param {number} block
 */
function place(parts, memory, block) {
    /** @type {number[]} */
    const numbers = [];
    let position = block;
    for (const part of parts) {
        if (typeof part === "number") {
            numbers.push(part);
            continue;
        }
        memory.set(part, position);
        numbers.push(position, part.length);
        position += part.length;
    }
    return numbers;
}
