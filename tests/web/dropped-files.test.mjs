import assert from "node:assert/strict";
import { test } from "node:test";

import { droppedFiles } from "../../web/files.js";

/** @param {string} name */
const file = (name) => ({ name, isFile: true, isDirectory: false, file: (/** @type {(file: unknown) => void} */ done) => done({ name }) });

/** A folder that gives its entries two at a time, as browsers give them in parts. @param {string} name @param {unknown[]} entries */
const folder = (name, entries) => ({
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
        const left = [...entries];
        return { readEntries: (/** @type {(some: unknown[]) => void} */ done) => done(left.splice(0, 2)) };
    },
});

/** @param {any[]} entries @returns {any} */
const transfer = (entries) => ({
    files: entries.map(({ name }) => ({ name, listed: true })),
    items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })),
});

test("a dropped folder gives the readable files in it, however deep; a file that is dropped beside it is always taken", async () => {
    const dropped = transfer([
        folder("map", [file("een.json"), file("foto.jpg"), file("Twee.EML"), folder("dieper", [file("drie.json")]), file(".DS_Store")]),
        file("vakantie.pdf"),
    ]);
    assert.deepEqual((await droppedFiles(dropped)).map(({ name }) => name), ["een.json", "Twee.EML", "drie.json", "vakantie.pdf"]);
});

test("without a folder the files are those of the list, also where a browser gives no entries", async () => {
    assert.deepEqual(await droppedFiles(transfer([file("een.json")])), [{ name: "een.json", listed: true }]);
    const scripted = transfer([file("een.json")]);
    scripted.items = [{ webkitGetAsEntry: () => null }];
    assert.deepEqual(await droppedFiles(scripted), [{ name: "een.json", listed: true }]);
});

test("a folder that cannot be read is told of as it was before: by its name in the list", async () => {
    const broken = folder("map", []);
    broken.createReader = () => /** @type {any} */ ({ readEntries: (/** @type {any} */ _done, /** @type {any} */ fail) => fail(new Error("weg")) });
    assert.deepEqual(await droppedFiles(transfer([broken])), [{ name: "map", listed: true }]);
});
