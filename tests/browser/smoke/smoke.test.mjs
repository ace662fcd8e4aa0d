// That the driver does in all three engines what the journeys rely on.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { startServer } from "../../../web/server.mjs";
import { launch } from "../driver/index.mjs";
import { chosenEngines } from "../driver/journey.mjs";

const folder = fileURLToPath(new URL(".", import.meta.url));
const accents = "Één café, naïef: œuvre, Dvořák – “vraag”… 😀\ntweede regel";

for (const engine of chosenEngines()) {
    describe(`smoke in ${engine}`, () => {
        /** @type {Awaited<ReturnType<typeof startServer>>} */
        let server;
        /** @type {string} */
        let profile;
        /** @type {import("../driver/index.mjs").Session} */
        let session;
        const open = async (/** @type {import("../driver/index.mjs").LaunchOptions} */ options = {}) => {
            session = await launch(engine, { profile, width: 900, height: 600, ...options });
            await session.page.goto(`${server.address}page.html`);
            await session.page.css("[data-ready]").waitFor();
            return session.page;
        };

        before(async () => {
            server = await startServer(folder, { prefix: "/some/path/" });
            profile = await mkdtemp(join(tmpdir(), "planner-smoke-"));
        });
        after(async () => {
            await session?.close();
            await server.close();
            await rm(profile, { recursive: true, force: true, maxRetries: 5 });
        });

        test("draws with WebGL 2 in a viewport of the size asked for", async () => {
            const page = await open();
            assert.deepEqual(await page.evaluate(() => [innerWidth, innerHeight]), [900, 600]);
            assert.equal(await page.evaluate(() => !!document.createElement("canvas").getContext("webgl2")), true);
            await page.resize(320, 568);
            assert.equal(await page.evaluate(() => innerWidth), 320);
            await page.resize(900, 600);
        });

        test("types real keys and inserts long texts", async () => {
            const { page } = session;
            await page.label("Naam").type("Team Noord, é en ü");
            assert.equal(await page.label("Naam").value(), "Team Noord, é en ü");
            await page.press("Tab");
            assert.equal((await page.focused()).name, "Dag");
            await page.press("Shift+Tab");
            assert.equal((await page.focused()).name, "Naam");
            await page.label("Naam").fill("anders");
            assert.equal(await page.label("Naam").value(), "anders");
            const long = `${accents}\n${"Een lange zin. ".repeat(200)}`;
            await page.label("Notitie").fill(long);
            assert.equal(await page.label("Notitie").value(), long);
            await page.label("Dag").set("2026-11-19");
            await page.label("Soort").set("twee");
            assert.equal(await page.label("Dag").value(), "2026-11-19");
            assert.equal(await page.label("Soort").value(), "twee");
        });

        test("clicks with a real mouse, after scrolling", async () => {
            const { page } = session;
            await page.role("region", "Onderaan").role("button", "Ver weg").click();
            await page.role("status").waitUntil((state) => state.text === "Ver weg true");
            await page.press("Control+Shift+z");
            await page.role("status").waitUntil((state) => state.text === "Opnieuw");
        });

        test("takes and gives files", async () => {
            const { page } = session;
            const first = join(profile, "een.json");
            const second = join(profile, "twee.json");
            await writeFile(first, "1é");
            await writeFile(second, "2");
            await page.chooseFiles(() => page.role("button", "Bestand openen").click(), [first, second]);
            await page.role("status").waitUntil((state) => state.text === "een.json: 1é, twee.json: 2");
            await page.dropFiles([second]);
            await page.role("status").waitUntil((state) => state.text.endsWith(", twee.json: 2"));
            await page.label("Notitie").fill(accents);
            const file = await page.download(() => page.role("button", "Bestand downloaden").click());
            assert.equal(basename(file), "rook proef é.json");
            assert.equal(await readFile(file, "utf8"), accents);
        });

        test("keeps what IndexedDB stored when the browser is killed", async () => {
            await session.page.label("Notitie").fill(accents);
            await session.page.role("button", "Bewaar").click();
            await session.page.role("status").waitUntil((state) => state.text === "Opgeslagen");
            await session.kill();
            const page = await open();
            assert.equal(await page.label("Notitie").value(), accents);
        });

        test("opens a second tab on the same storage", async () => {
            const other = await session.newPage();
            await other.goto(`${server.address}page.html`);
            await other.css("[data-ready]").waitFor();
            assert.equal(await other.label("Notitie").value(), accents);
            await other.close();
        });

        test("hears requests, runs axe, takes pictures", async () => {
            const { page } = session;
            const requests = await session.requests();
            assert.ok(requests.some((address) => address.endsWith("/some/path/page.js")), String(requests));
            assert.deepEqual(await session.foreignRequests(server.address), []);
            assert.deepEqual(await page.axe(), []);
            await page.screenshot(join(profile, "picture.png"));
            const picture = await readFile(join(profile, "picture.png"));
            assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [900, 600]);
        });

        test("has the clock that the test sets", async () => {
            await session.close();
            const page = await open({ now: Date.parse("2030-02-28T12:00:00Z") });
            const day = () => page.evaluate(() => new Date(Date.now()).toISOString().slice(0, 10));
            assert.equal(await day(), "2030-02-28");
            await page.moveClock(Date.parse("2032-02-29T12:00:00Z"));
            assert.equal(await day(), "2032-02-29");
            await page.reload();
            assert.equal(await day(), "2030-02-28");
        });

        test("prefers dark and less motion, at two device pixels per pixel", async () => {
            await session.close();
            const page = await open({ dark: true, reducedMotion: true, scale: 2 });
            assert.equal(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches), true);
            assert.equal(await page.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches), true);
            assert.deepEqual(await page.evaluate(() => [devicePixelRatio, innerWidth, innerHeight]), [2, 900, 600]);
        });
    });
}
