import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test from "node:test";
import { wordsHere } from "../../web/codes-words.js";

/** Buttons of these dialogs, by their key in the words. */
const OWN = /** @type {const} */ (["play", "next", "slower"]);

/** What browsers call it. */
const BROWSER = ["Toestaan", "Allow"];

/** @param {string} language */
const textsIn = async (language) =>
    /** @type {Record<string, string>} */ (JSON.parse(await readFile(new URL(`../../assets/texts/${language}.json`, import.meta.url), "utf8")));

/** @param {string} lang */
function wordsIn(lang) {
    Object.assign(globalThis, { document: { documentElement: { lang } } });
    return wordsHere();
}

/** Keys of what each quoted label is the text of, in the order of the sentences. @param {string} language */
async function quotedIn(language) {
    const texts = await textsIn(language), words = wordsIn(language);
    const own = OWN.map((key) => words[key]);
    const sentences = Object.entries(words).map(([key, word]) => ({ key, sentence: typeof word === "string" ? word : String(word) }));
    const quoted = sentences.flatMap(({ key, sentence }) => [...sentence.matchAll(/“(.+?)”/gu)].map(([, label = ""]) => ({ key, label })));
    return quoted
        .filter(({ label }) => !own.includes(label) && !BROWSER.includes(label))
        .map(({ key, label }) => ({ key, label, texts: Object.keys(texts).filter((name) => texts[name] === label) }));
}

test("what the dialogs tell people to choose is called so in the planner, in both languages", async () => {
    const dutch = await quotedIn("nl"), english = await quotedIn("en");
    assert.ok(dutch.length >= 5);
    for (const { label, texts } of [...dutch, ...english]) assert.ok(texts.length > 0, `no text is “${label}”`);
    assert.deepEqual(dutch.map(({ key }) => key), english.map(({ key }) => key));
    for (const [index, { label, texts }] of dutch.entries()) {
        assert.ok(english[index]?.texts.some((name) => texts.includes(name)), `“${label}” and “${english[index]?.label}” are no translations`);
    }
});
