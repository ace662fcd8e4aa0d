// What a describe block of journeys stands on: the site, an empty folder and a first browser, all gone when its tests are done.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { openPlanner, startSite } from "./planner.mjs";

/** @typedef {import("../driver/index.mjs").Session} Session */

/** To be made inside a `describe`; what it holds is there from its first `before` on. */
export class Stage {
    /** @type {Awaited<ReturnType<typeof startSite>>} */
    server = /** @type {any} */ (undefined);
    folder = "";
    /** The browser that is closed at the end; a test that loses one puts its successor here. @type {Session} */
    session = /** @type {any} */ (undefined);

    constructor() {
        before(async () => {
            this.server = await startSite();
            this.folder = await mkdtemp(join(tmpdir(), "planner-"));
        });
        after(async () => {
            await this.session?.close();
            await this.server.close();
            await rm(this.folder, { recursive: true, force: true, maxRetries: 5 });
        });
    }

    /**
     * Opens the first browser before the tests.
     * @param {import("../driver/index.mjs").EngineName} engine
     * @param {import("../driver/index.mjs").LaunchOptions} options
     * @param {(session: Session) => Promise<void>} [prepare]
     */
    opens(engine, options, prepare) {
        before(async () => {
            this.session = await openPlanner(engine, this.server.address, options);
            await prepare?.(this.session);
        });
        return this;
    }
}
