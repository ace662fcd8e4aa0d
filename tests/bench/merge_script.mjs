// The work that the planner's documents and the libraries do side by side: one document that two people got, and what each of them
// then wrote in it.

/** @typedef {[number, string]} Edit a field's number and the text that it gets */
/** @typedef {{ fields: [string, string, string][], ours: Edit[], theirs: Edit[] }} Script fields are an entity, a name and a text */

/** Numbers below 1 that look random and are the same everywhere (mulberry32). @param {number} seed */
function randomFrom(seed) {
    let state = seed;
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}

/** Numbers from 0, each once. @param {number} count @param {() => number} random */
function shuffled(count, random) {
    const order = Array.from({ length: count }, (_, index) => index);
    for (let index = count - 1; index > 0; --index) {
        const other = Math.floor(random() * (index + 1));
        [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
    }
    return order;
}

/**
 * Two people each write `edits` fields of `entities` of `perEntity` fields, `shared` of them the same ones.
 * @param {{ entities: number, perEntity: number, edits: number, shared: number, seed: number }} size
 * @returns {Script}
 */
export function mergeScript({ entities, perEntity, edits, shared, seed }) {
    const fields = Array.from({ length: entities * perEntity }, (_, number) => /** @type {[string, string, string]} */ ([
        `kaart.${100000 + Math.floor(number / perEntity)}`,
        `veld_${number % perEntity}`,
        `Eén vraag over coördinatie, punt ${number}`,
    ]));
    const order = shuffled(fields.length, randomFrom(seed));
    const edited = (/** @type {number} */ from, /** @type {string} */ who) =>
        order.slice(from, from + edits).map((number, index) => /** @type {Edit} */ ([number, `Zo ziet het ${who} team de reële ideeën, punt ${index}`]));
    return { fields, ours: edited(0, "eerste"), theirs: edited(edits - shared, "tweede") };
}

/** Numbers of the fields in which both wrote, each a conflict. @param {Script} script */
export function collisionsOf({ ours, theirs }) {
    const here = new Set(ours.map(([number]) => number));
    return theirs.map(([number]) => number).filter((number) => here.has(number));
}
