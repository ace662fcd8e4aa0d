// The folder that an engine saves downloads in.
import { mkdirSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { until } from "./page.mjs";

/** Names that engines give a file that is still coming in. */
const unfinished = /\.(part|crdownload|wkdownload|tmp)$|^\./;

export class Downloads {
    /** @param {string} folder */
    constructor(folder) {
        this.folder = folder;
        mkdirSync(folder, { recursive: true });
    }

    async files() {
        const names = await readdir(this.folder);
        const busy = names.some((name) => unfinished.test(name));
        return busy ? [] : names;
    }

    /** The path of the file that appears after `trigger`. @param {() => Promise<void>} trigger @returns {Promise<string>} */
    async next(trigger) {
        const before = new Set(await readdir(this.folder));
        await trigger();
        let size = -1;
        const fresh = async () => {
            const name = (await this.files()).find((each) => !before.has(each));
            if (name === undefined) return undefined;
            // An engine may still rename the file between the two looks at the folder.
            const now = (await stat(join(this.folder, name)).catch(() => undefined))?.size ?? 0;
            const complete = now > 0 && now === size;
            size = now;
            return complete ? join(this.folder, name) : undefined;
        };
        return /** @type {string} */ (await until(fresh, () => "no file was downloaded"));
    }
}
