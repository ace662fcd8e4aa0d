// Ending a browser with everything it started.

/** @type {Set<number>} */
const running = new Set();

process.once("exit", () => running.forEach((group) => signalGroup(group, "SIGKILL")));
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

/** The group ends with this process at the latest. @param {number | undefined} group id of the process that leads it */
export function endWithUs(group) {
    if (group !== undefined) running.add(group);
}

/** @param {number} group @param {NodeJS.Signals | 0} signal @returns {boolean} whether there was anything to send it to */
function signalGroup(group, signal) {
    try {
        return process.kill(-group, signal);
    } catch {
        return false;
    }
}

/**
 * Sends SIGKILL to a whole process group and waits until none of it is left.
 * @param {number | undefined} group id of the process that leads it
 */
export async function killGroup(group) {
    if (group === undefined || !signalGroup(group, "SIGKILL")) return;
    running.delete(group);
    // What has no parent any more may stay behind as a zombie where no init collects it; that holds no files.
    for (let tries = 0; tries < 20 && signalGroup(group, 0); ++tries) await new Promise((resolve) => setTimeout(resolve, 50));
}
