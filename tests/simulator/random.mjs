/** Chance from a seed: the same seed gives the same history. (mulberry32, by Tommy Ettinger, public domain) */
export class Chance {
    #state;

    /** @param {number} seed */
    constructor(seed) {
        this.#state = seed >>> 0;
    }

    /** From 0 to 1, without 1. */
    next() {
        this.#state = (this.#state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    }

    /** A whole number below `count`. @param {number} count */
    below(count) {
        return Math.floor(this.next() * count);
    }

    /** @param {number} share of 1 */
    happens(share) {
        return this.next() < share;
    }

    /** @template T @param {readonly T[]} list @returns {T} */
    of(list) {
        return /** @type {T} */ (list[this.below(list.length)]);
    }

    /** @param {Uint8Array} bytes */
    fill(bytes) {
        for (let index = 0; index < bytes.length; index += 1) bytes[index] = this.below(256);
    }
}
