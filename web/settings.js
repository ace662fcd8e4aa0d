/**
 * The settings of this device, which every tab writes while it knows only what was stored when it started. Each write therefore
 * changes only what was chosen in this tab since; for the rest, what is stored stays as it is.
 */

/** @typedef {Record<string, unknown>} Members of the settings */

/** So many writers of this device are remembered, newest last; src/app/settings.cpp keeps the same number. */
const MOST_REPLICAS = 200;

export class Settings {
    /** What the storage and this tab agreed on last. @type {Members} */
    #known = {};
    /** What this tab has chosen; null: nothing was chosen yet. @type {Members | null} */
    #given = null;
    #kept = true;

    /**
     * Takes in what was stored when this tab started.
     * @param {unknown} stored
     * @returns {string | null} its text
     */
    read(stored) {
        if (typeof stored !== "string") return null;
        this.#known = membersOf(stored);
        return stored;
    }

    /** @param {string} text what the planner has now */
    give(text) {
        const given = membersOf(text);
        // A planner that could not be told what is stored starts with defaults; those are nobody's choice.
        if (!this.#given) this.#known = { ...given, replicas: [], ...this.#known };
        this.#given = given;
        this.#kept = false;
    }

    /** What was stored is gone. */
    lost() {
        this.#kept = !this.#given;
    }

    /** Everything given is in the storage. */
    get kept() {
        return this.#kept;
    }

    /**
     * @param {unknown} stored as it is now
     * @returns {{text: string, written: () => void}} what to store instead, and what to call when that is done
     */
    over(stored) {
        const given = this.#given ?? {};
        return {
            text: JSON.stringify(merged(this.#known, given, membersOf(stored))),
            written: () => {
                // Not what was stored: the planner goes on giving what it knew, and that must not look like a choice.
                this.#known = { ...this.#known, ...given };
                this.#kept = given === this.#given;
            },
        };
    }
}

/**
 * @param {Members} known
 * @param {Members} given
 * @param {Members} stored
 */
function merged(known, given, stored) {
    const result = { ...stored };
    for (const [name, value] of Object.entries(given)) {
        if (name === "replicas") result[name] = united(listOf(known[name]), listOf(value), listOf(stored[name]));
        else if (isMembers(value) && isMembers(stored[name])) result[name] = changed(known[name], value, stored[name]);
        else if (!(name in stored) || JSON.stringify(value) !== JSON.stringify(known[name])) result[name] = value;
    }
    return result;
}

/**
 * Of what is remembered by review or by meeting, each entry is a choice of its own: two tabs may be in two meetings.
 * @param {unknown} known
 * @param {Members} given
 * @param {Members} stored
 */
function changed(known, given, stored) {
    const before = isMembers(known) ? known : {};
    const result = { ...stored };
    for (const name of Object.keys({ ...before, ...given })) {
        if (JSON.stringify(given[name]) === JSON.stringify(before[name])) continue;
        if (name in given) result[name] = given[name];
        else delete result[name];
    }
    return result;
}

/**
 * Only what this tab added joins what is stored: the oldest, which other tabs forgot, do not come back.
 * @param {unknown[]} known
 * @param {unknown[]} given
 * @param {unknown[]} stored
 */
function united(known, given, stored) {
    const added = stored.length === 0 ? given : given.filter((replica) => !known.includes(replica) && !stored.includes(replica));
    return [...stored, ...added].slice(-MOST_REPLICAS);
}

/** @param {unknown} value @returns {value is Members} */
function isMembers(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value @returns {unknown[]} */
function listOf(value) {
    return Array.isArray(value) ? value : [];
}

/** @param {unknown} text @returns {Members} none when it is something else, kept by another version */
function membersOf(text) {
    try {
        const value = JSON.parse(/** @type {string} */ (text));
        return isMembers(value) ? value : {};
    } catch {
        return {};
    }
}
