// A clock that tests set: pages see the time go on from there.

/** Runs in every page before its own scripts. @param {number} start milliseconds since 1970 */
function ownClock(start) {
    const { now } = Date;
    let ahead = start - now();
    Date.now = () => now() + ahead;
    /** @type {any} */ (globalThis).moveClock = (/** @type {number} */ to) => void (ahead = to - now());
}

/** @param {number} start */
export const clockScript = (start) => `(${ownClock})(${start});`;
