/**
 * Mistakes that other programs made, as switches: each must turn the simulator red, or it would not see that mistake in ours either.
 * They are put between the real storage and the real planner, where such a mistake would sit.
 */

/** @typedef {import("./tab.mjs").Tab} Tab */
/** @typedef {import("../../web/types").StorageListener} StorageListener */

/**
 * @typedef {object} Control
 * @property {string} name
 * @property {(listener: StorageListener, tab: Tab) => StorageListener} listener what storage talks to
 * @property {(bytes: Uint8Array, tab: Tab) => Uint8Array} file what a tab makes to mail
 * @property {(chance: import("./random.mjs").Chance, bytes: Uint8Array) => void} random where ids come from
 * @property {(tab: Tab, pointers: string[]) => void} meddle after each step
 * @property {(tab: Tab, pointer: string) => Uint8Array | null} share how a tab makes a copy that leaves a field out
 * @property {(tab: Tab, pointer: string) => void} restore how an earlier text is put back
 */

/** The planner as it is. @type {Control} */
export const honest = {
    name: "none",
    listener: (listener) => listener,
    file: (bytes) => bytes,
    random: (chance, bytes) => chance.fill(bytes),
    meddle: () => {},
    share: (tab) => tab.file("share"),
    restore: (tab, pointer) => void tab.ask("restore", pointer),
};

/** @type {Control} */
const clonedReplica = { ...honest, name: "cloned replica id", random: (_, bytes) => void bytes.fill(7) };

/** @type {Control} */
const savedTooEarly = {
    ...honest,
    name: "saved too early",
    listener: (listener) => ({
        ...listener,
        image(id, stored, summary) {
            const image = listener.image(id, stored, summary);
            queueMicrotask(() => listener.saved(id, 0, ""));
            return image;
        },
    }),
};

/** @type {Control} */
const overwriteWithoutMerge = {
    ...honest,
    name: "overwrite without merge",
    listener: (listener) => ({ ...listener, image: (id) => listener.image(id, null, "") }),
};

/** Members of the file that are not written. @param {string[]} members */
const without = (...members) => (/** @type {Uint8Array} */ bytes, /** @type {Tab} */ tab) => {
    tab.ask("changed_file", bytes, JSON.stringify(Object.fromEntries(members.map((member) => [member, null]))));
    return tab.bridge.buffer(2);
};

/** @param {(bytes: Uint8Array, tab: Tab) => Uint8Array} change to what is stored and mailed @returns {Control} */
const writing = (change) => ({
    ...honest,
    listener: (listener, tab) => ({
        ...listener,
        image(id, stored, summary) {
            const image = listener.image(id, stored, summary);
            return image.decision === "write" ? { ...image, bytes: change(image.bytes, tab) } : image;
        },
    }),
    file: change,
});

/** @type {Control} */
const droppedUnknown = { ...writing(without("/aNewerVersionKnows", "/sync/members")), name: "dropped unknown field" };

/** @type {Control} */
const removedForNow = { ...writing(without("/sync/redacted")), name: "removed here, not for good" };

/** @type {Control} */
const leftOutIsEmpty = {
    ...honest,
    name: "what is left out is empty",
    share(tab, pointer) {
        if ((tab.look([pointer]).fields[pointer] ?? []).length === 0) return tab.file("share");
        tab.ask("write", pointer, "", 0, 0);
        const bytes = tab.file();
        tab.ask("step", 0);
        return bytes;
    },
};

/** @type {Control} */
const restoresEverything = {
    ...honest,
    name: "an earlier text brings its time back",
    restore(tab, pointer) {
        for (let step = 0; step < 10; step += 1) tab.ask("step", 0);
        honest.restore(tab, pointer);
    },
};

/** @type {Control} */
const timestampWins = {
    ...honest,
    name: "timestamp wins",
    meddle(tab, pointers) {
        for (const [pointer, texts] of Object.entries(tab.look(pointers).fields)) {
            if (texts.length > 1) tab.ask("choose", pointer);
        }
    },
};

export const controls = [clonedReplica, savedTooEarly, overwriteWithoutMerge, droppedUnknown, timestampWins, removedForNow, leftOutIsEmpty, restoresEverything];
