// What the page promises whatever is on it: it stays at home, rests when nothing happens, keeps addresses, works offline.
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { chosenEngines } from "./driver/journey.mjs";
import { pause, until } from "./driver/page.mjs";
import { writeChangedExample } from "./support/files.mjs";
import { goTo, openCard, openCards, replaceText, saved, startSite } from "./support/planner.mjs";
import { Stage } from "./support/stage.mjs";
import { exampleTeam } from "./support/tour.mjs";

const exploration = "Verkenning eigen vraagstuk";
const question = "Onze leervraag";
const appName = "Peer Review Planner";

/** Chooses a language in the settings, where it stays. @param {import("./driver/page.mjs").Page} page @param {string} language @param {string} title of the settings in it */
async function speak(page, language, title) {
    await page.evaluate(() => void (location.hash = "#/settings"));
    await page.role("radio", language).click();
    await page.role("heading", title, { level: 1 }).waitFor();
    await page.settled();
}

for (const engine of chosenEngines()) {
    describe(`the page in ${engine}`, () => {
        const stage = new Stage().opens(engine, { width: 1000, height: 700 }, async ({ page }) => {
            await page.role("button", "Voorbeeld bekijken").click();
            await page.role("heading", "Dashboard", { level: 1 }).waitFor();
        });

        test("has one heading of the first level per screen, and a title that follows", async () => {
            const { page } = stage.session;
            assert.match(await page.title(), new RegExp(`^Dashboard · .* · ${appName}$`));
            await openCards(page);
            await page.settled();
            assert.match(await page.title(), new RegExp(`^Hulpkaarten · .* · ${appName}$`));
            assert.equal(await page.role("heading", undefined, { level: 1 }).count(), 1);
            await openCard(page, exploration, exampleTeam);
            assert.match(await page.title(), new RegExp(`^${exploration} · ${exampleTeam} · .* · ${appName}$`));
            assert.equal(await page.role("heading", undefined, { level: 1 }).count(), 1);
        });

        test("goes back and forward, and stays where it is when reloaded", async () => {
            const { page } = stage.session;
            const address = await page.address();
            await page.back();
            await page.role("heading", "Hulpkaarten", { level: 1 }).waitFor();
            await page.back();
            await page.role("heading", "Dashboard", { level: 1 }).waitFor();
            await page.forward();
            await page.role("heading", "Hulpkaarten", { level: 1 }).waitFor();
            await page.forward();
            await page.role("heading", exploration, { level: 1 }).waitFor();
            await page.settled();
            assert.equal(await page.address(), address);
            await page.reload();
            await page.role("heading", exploration, { level: 1 }).waitFor();
            assert.equal(await page.address(), address);
        });

        test("draws nothing while nothing happens, also with a text field in use", async () => {
            const { page } = stage.session;
            const framesIn = async (/** @type {number} */ milliseconds) => {
                await page.settled();
                await pause(1500);
                const before = await page.evaluate(() => /** @type {any} */ (globalThis).planner.frames);
                await pause(milliseconds);
                return (await page.evaluate(() => /** @type {any} */ (globalThis).planner.frames)) - before;
            };
            assert.equal(await framesIn(10000), 0);
            await page.label("Waarom juist nu?").click();
            assert.equal((await page.focused()).name, "Waarom juist nu?");
            assert.equal(await framesIn(10000), 0);
        });

        test("two tabs on one review come to the same, without loss", async () => {
            const { page } = stage.session;
            await openCard(page, exploration, exampleTeam);
            const other = await stage.session.newPage();
            await goTo(other, await page.address());
            await other.bringToFront();
            await replaceText(other, question, "Geschreven in het tweede tabblad: wát nu?");
            await saved(other);
            await page.bringToFront();
            await page.label(question).waitUntil((state) => state.value === "Geschreven in het tweede tabblad: wát nu?");
            await replaceText(page, "Waarom juist nu?", "Geschreven in het eerste tabblad: dáárom.");
            await saved(page);
            await other.bringToFront();
            await other.label("Waarom juist nu?").waitUntil((state) => state.value === "Geschreven in het eerste tabblad: dáárom.");
            assert.equal(await other.label(question).value(), "Geschreven in het tweede tabblad: wát nu?");
            assert.equal(await other.role("region", /^Verschil bij/).count(), 0);
            await other.close();
            await page.bringToFront();
            await page.reload();
            await page.label(question).waitUntil((state) => state.value === "Geschreven in het tweede tabblad: wát nu?");
            assert.equal(await page.label("Waarom juist nu?").value(), "Geschreven in het eerste tabblad: dáárom.");
        });

        test("allows no script but its own, and lets no request leave its origin", async () => {
            const { page } = stage.session;
            const policy = await page.evaluate(() => document.querySelector("meta[http-equiv=Content-Security-Policy]")?.getAttribute("content") ?? "");
            assert.match(policy, /default-src 'none'/);
            assert.match(policy, /script-src 'self' 'wasm-unsafe-eval';/);
            assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|\*|https?:/);
            const ran = await page.evaluate(() => {
                const script = document.createElement("script");
                script.textContent = "globalThis.inlineRan = true";
                document.head.append(script);
                return "inlineRan" in globalThis;
            });
            assert.equal(ran, false);
            assert.ok((await stage.session.requests()).length > 5);
            assert.deepEqual(await stage.session.foreignRequests(stage.server.address), []);
        });

        test("says that a large file is being opened, until it is", async () => {
            const { page } = stage.session;
            const large = await writeChangedExample(join(stage.folder, "groot.json"), (data) => {
                data.later = Object.fromEntries(Array.from({ length: 300 }, (_, number) => [`los${number}`, { tekst: "é".repeat(5000) }]));
            });
            await page.evaluate(() => {
                const seen = /** @type {string[]} */ ([]);
                /** @type {any} */ (globalThis).opening = seen;
                new MutationObserver(() => {
                    const bar = document.querySelector("[role=progressbar][aria-label*=groot]");
                    if (bar) seen.push(bar.getAttribute("aria-label") ?? "");
                }).observe(document.body, { subtree: true, childList: true, attributes: true });
            });
            const before = await page.address();
            await page.dropFiles([large]);
            await page.role("dialog", "Andere peer review").role("button", "Zet ernaast").click();
            await until(async () => (await page.address()) !== before, () => "the large file is not on the screen");
            await page.settled();
            const seen = await page.evaluate(() => /** @type {any} */ (globalThis).opening);
            assert.equal(seen[0], "“groot.json” openen…");
            assert.equal(await page.role("progressbar", "“groot.json” openen…").count(), 0);
            await page.evaluate(() => history.back());
            await page.label(question).waitFor();
        });

        test("fetches English when it is chosen, and speaks it from the first frame after that", async () => {
            const { page } = stage.session;
            const fetched = async () => (await stage.session.requests()).filter((address) => address.includes("/languages/")).length;
            const before = await page.address();
            assert.equal(await fetched(), 0);
            await speak(page, "English", "Settings");
            assert.equal(await fetched(), 1);
            await page.reload();
            await page.role("heading", "Settings", { level: 1 }).waitFor();
            assert.equal(await page.evaluate(() => document.documentElement.lang), "en");
            await speak(page, "Nederlands", "Instellingen");
            await goTo(page, before);
            await page.label(question).waitFor();
        });

        // WebKit as Debian builds it has service workers for https only.
        test("opens without a network after the first visit", { skip: engine === "webkit" && "its service workers want https" }, async () => {
            const { page } = stage.session;
            await page.evaluate(async () => void (await navigator.serviceWorker.ready));
            await page.reload();
            await page.label(question).waitFor();
            const card = await page.address();
            await speak(page, "English", "Settings");
            await speak(page, "Nederlands", "Instellingen");
            await goTo(page, card);
            const port = Number(new URL(stage.server.address).port);
            await stage.server.close();
            try {
                await page.reload();
                await page.label(question).waitUntil((state) => state.value === "Geschreven in het tweede tabblad: wát nu?");
                await replaceText(page, question, "Zonder netwerk geschreven.");
                await saved(page);
                await speak(page, "English", "Settings");
                await speak(page, "Nederlands", "Instellingen");
            } finally {
                stage.server = await startSite(port);
            }
        });
    });
}
