/** Between the review storage and the planner: hands over what is stored, fetches what is to be written. */

/** Answers of `planner_save_image`. */
const WRITE = 1;
const UNREADABLE = 2;
const ERASE = 3;

/**
 * @param {import("./bridge.js").Bridge} bridge
 * @param {() => void} changed the planner was told something
 * @returns {import("./types").StorageListener}
 */
export function reviewListener(bridge, changed) {
    /**
     * @param {string} name
     * @param {...(string | number)} values
     */
    const tell = (name, ...values) => {
        bridge.tell(name, ...values);
        changed();
    };
    return {
        image(id, stored, summary) {
            if (!bridge.usable) throw new Error("the planner has stopped");
            switch (bridge.ask("save_image", id, stored ?? new Uint8Array(), summary)) {
                case WRITE:
                    return { decision: "write", bytes: bridge.buffer(0), summary: new TextDecoder().decode(bridge.buffer(1)) };
                case UNREADABLE:
                    return { decision: "unreadable" };
                case ERASE:
                    return { decision: "erase" };
                default:
                    return { decision: "nothing" };
            }
        },
        saved: (id, status, message) => tell("saved", id, status, message),
        state: (state) => tell("storage_state", state),
        changedElsewhere: (id) => tell("changed_elsewhere", id),
        index: (summaries) => tell("index", `[${summaries.join(",")}]`),
    };
}
