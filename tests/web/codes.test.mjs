import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { deflateSync } from "node:zlib";
import test from "node:test";
import { checksum, fromLetters, toLetters } from "../../web/codes-letters.js";
import { readImage } from "../../web/codes-camera.js";
import { Collection, LARGEST_WHOLE, Seen, textsOf, wholeOf } from "../../web/codes-parts.js";
import { LARGEST_FILE } from "../../web/files.js";
import { isLater } from "../../web/later-files.mjs";
import { imagesOf, noise, seriesOf, shuffled } from "./support/fake-codes.mjs";

const bytesOf = (/** @type {string} */ text) => new TextEncoder().encode(text);
const example = new Uint8Array(await readFile(new URL("../../assets/examples/mbo-peer-review.json", import.meta.url)));

/** What a camera with a perfect view of the pictures of these codes gives. @param {string[]} texts */
const seenOn = (texts) => imagesOf(texts).flatMap(readImage);

/** @param {string[]} texts @param {Collection} [collection] */
function collect(texts, collection = new Collection()) {
    const seen = texts.map((text) => collection.take(text));
    return { collection, seen };
}

/** One letter of a code read wrongly. @param {string} text @param {number} at */
const damaged = (text, at) => text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);

/** A series as somebody else might make it. @param {Uint8Array} body @param {number} length that it tells @param {number} check */
function forged(body, length, check, packed = true) {
    const bytes = new Uint8Array(10 + body.length);
    const view = new DataView(bytes.buffer);
    view.setUint32(2, length);
    view.setUint32(6, check);
    bytes.set(body, 10);
    return collect(textsOf({ bytes, packed })).collection;
}

test("letters are those of the standard, and give every byte back", () => {
    for (const [text, letters] of [["AB", "BB8"], ["Hello!!", "%69 VD92EX0"], ["base-45", "UJCLQE7W581"], ["ietf!", "QED8WEX0"]]) {
        assert.equal(toLetters(bytesOf(text ?? "")), letters);
        assert.deepEqual(fromLetters(letters ?? ""), bytesOf(text ?? ""));
    }
    for (let length = 0; length < 300; length += 1) assert.deepEqual(fromLetters(toLetters(noise(length))), noise(length));
    assert.deepEqual(fromLetters("FGW"), new Uint8Array([255, 255]));
    for (const nonsense of ["GGW", ":::", "::", "A", "ABCD", "abc", "ÀBC", "https://school.example/"]) assert.equal(fromLetters(nonsense), null, nonsense);
    assert.equal(checksum(bytesOf("123456789")), 0xcbf43926);
});

test("a review becomes codes, the codes pictures, and the pictures the same review, in any order and with doubles", async () => {
    const texts = await seriesOf("peerreview_één.json", example);
    const images = imagesOf(texts);
    assert.equal(new Set(images.map(({ width }) => width)).size, 1, "all of one size");
    assert.ok(images.every(({ data }) => data.every((value) => value === 0 || value === 255)), "crisp");
    const read = images.flatMap(readImage);
    assert.deepEqual(read, texts);
    const { collection, seen } = collect(shuffled([...read, ...read.slice(3, 9)]));
    assert.equal(seen.filter((each) => each === Seen.double).length, 6);
    assert.ok(collection.complete);
    assert.deepEqual(await collection.file(), { name: "peerreview_één.json", bytes: example });
});

test("a code is read from a picture as a camera takes it: from aside, soft and in bad light", async () => {
    const texts = (await seriesOf("schuin.json", example)).slice(0, 5);
    const codes = imagesOf(texts, 505);
    const read = codes.flatMap((code, index) => readImage(photographed(code, 720, 0.1 - index * 0.04, index * 0.04 - 0.08)));
    assert.ok(read.filter((text) => texts.includes(text)).length >= 4, `${read.length} of 5`);
    assert.ok(read.every((text) => texts.includes(text)));
});

/**
 * @param {import("./support/fake-codes.mjs").Image} code @param {number} side of the photograph
 * @param {number} angle @param {number} tilt nearer on one side
 */
function photographed(code, side, angle, tilt) {
    const grain = noise(side * side);
    const half = code.width / 2;
    const light = (/** @type {number} */ x, /** @type {number} */ y) => {
        const nearness = 1 + (tilt * x) / half;
        const column = Math.floor((Math.cos(angle) * x - Math.sin(angle) * y) / nearness + half);
        const line = Math.floor((Math.sin(angle) * x + Math.cos(angle) * y) / nearness + half);
        const inside = column >= 0 && line >= 0 && column < code.width && line < code.width;
        return inside ? 40 + (code.data[(line * code.width + column) * 4] ?? 0) * 0.7 : 70;
    };
    const data = new Uint8ClampedArray(side * side * 4);
    for (let y = 0; y < side; y += 1) {
        for (let x = 0; x < side; x += 1) {
            let sum = 0;
            for (const across of [-1, -0.5, 0, 0.5, 1]) for (const down of [-1, -0.5, 0, 0.5, 1]) sum += light(x - side / 2 + across, y - side / 2 + down);
            const value = (sum / 25) * (1 - (0.3 * x) / side) + ((grain[y * side + x] ?? 0) - 128) / 10;
            data.set([value, value, value, 255], (y * side + x) * 4);
        }
    }
    return { width: side, height: side, data };
}

test("a damaged code is nothing, wherever the damage is; a missing one is named until it comes", async () => {
    const texts = await seriesOf("kaart.json", example);
    const collection = new Collection();
    assert.deepEqual([collection.count, collection.complete], [0, false]);
    const [second = ""] = texts.slice(1);
    for (let at = 3; at < second.length; at += 31) {
        const what = collection.take(damaged(second, at));
        assert.ok([Seen.damaged, Seen.strange, Seen.newer].includes(/** @type {any} */ (what)), `at ${at}: ${what}`);
    }
    assert.equal(collection.take(second.slice(0, 300)), Seen.damaged, "cut short");
    assert.equal(collection.got, 0);
    collect(texts.filter((_, place) => place !== 1 && place !== 5), collection);
    assert.deepEqual(collection.missing, [2, 6]);
    assert.equal(collection.complete, false);
    collect([texts[5] ?? "", second], collection);
    assert.deepEqual((await collection.file()).bytes, example);
});

test("codes of two files in one view do not mix, and the other one can be taken instead", async () => {
    const first = await seriesOf("een.json", example), other = await seriesOf("twee.json", noise(4000));
    const mixed = first.flatMap((text, place) => [text, other[place % other.length] ?? ""]);
    const { collection, seen } = collect(mixed);
    assert.equal(seen.filter((each) => each === Seen.otherSeries).length, first.length);
    assert.equal((await collection.file()).name, "een.json");

    const edited = example.map((byte, at) => (at === 5000 ? byte ^ 1 : byte));
    const second = await seriesOf("een.json", edited);
    assert.equal(second.length, first.length);
    const twin = collect([...first.slice(0, 3), ...second]);
    assert.deepEqual([twin.collection.got, twin.seen.includes(Seen.double)], [3, false], "as many codes, of the same name, are another file still");

    const { collection: left } = collect([...first.slice(0, 4), other[2] ?? ""]);
    left.begin();
    assert.deepEqual([left.got, left.count, left.missing.includes(3)], [1, other.length, false]);
    assert.equal(left.take(first[0] ?? ""), Seen.otherSeries);
    collect(other, left);
    assert.deepEqual(await left.file(), { name: "twee.json", bytes: noise(4000) });
});

test("the same file shown again goes on where it was", async () => {
    const { collection } = collect((await seriesOf("weer.json", example)).slice(0, 6));
    const { seen } = collect(await seriesOf("weer.json", example.slice()), collection);
    assert.deepEqual(seen, [...Array(6).fill(Seen.double), ...Array(9).fill(Seen.part)]);
    assert.deepEqual(await collection.file(), { name: "weer.json", bytes: example });
    const renamed = await seriesOf("anders.json", example);
    assert.equal(collection.take(renamed[0] ?? ""), Seen.otherSeries);
});

test("codes of others and of newer planners are known for what they are", async () => {
    const collection = new Collection();
    for (const text of ["https://school.example/", "HTTPS://SCHOOL.EXAMPLE/", "", "0"]) assert.equal(collection.take(text), Seen.strange, text);
    const newer = fromLetters((await seriesOf("later.json", example))[0] ?? "") ?? new Uint8Array();
    newer[2] = 0x21;
    assert.equal(collection.take(toLetters(newer)), Seen.newer);
    assert.equal(collection.count, 0);
});

test("nothing, one byte and 300 KB arrive as they are; names are kept short", async () => {
    for (const bytes of [new Uint8Array(), new Uint8Array([0]), new Uint8Array(750), noise(1500)]) {
        const { collection } = collect(seenOn(await seriesOf("", bytes)));
        assert.deepEqual(await collection.file(), { name: "", bytes });
    }
    const large = noise(300 * 1024);
    const whole = await wholeOf("groot.json", large);
    assert.ok(whole.bytes.length > LARGEST_WHOLE, "more than the dialog shows");
    const texts = textsOf(whole);
    assert.deepEqual(seenOn(texts.slice(-3)), texts.slice(-3));
    assert.deepEqual((await collect(shuffled(texts)).collection.file()).bytes, large);
    const { collection } = collect(await seriesOf("é".repeat(300), example));
    assert.equal((await collection.file()).name, "é".repeat(100));
});

test("what unpacks to more than it says, or says more than the planner opens, is refused without unpacking it all", async () => {
    const bomb = deflateSync(new Uint8Array(50_000_000));
    const broken = { reason: "broken" };
    const before = process.memoryUsage().arrayBuffers;
    await assert.rejects(forged(bomb, 1000, 0).file(), broken);
    assert.ok(process.memoryUsage().arrayBuffers - before < 20_000_000, "it was not unpacked");
    await assert.rejects(forged(bomb, LARGEST_FILE + 1, 0).file(), { reason: "tooLarge" });
    await assert.rejects(forged(deflateSync(example), example.length, 1).file(), broken, "checksum");
    await assert.rejects(forged(deflateSync(example).subarray(0, 900), example.length, checksum(example)).file(), broken, "cut");
    await assert.rejects(forged(example, example.length, checksum(example)).file(), broken, "not packed at all");
    await assert.rejects(collect(textsOf({ bytes: new Uint8Array([255]), packed: false })).collection.file(), broken, "no header");
    assert.deepEqual((await forged(example, example.length, checksum(example), false).file()).bytes, example);
});

test("no first visit fetches it, and every package in it is named among the licences", async () => {
    assert.ok(isLater("codes-0123456789.js") && isLater("codes-0123456789.css"));
    const build = await readFile(new URL("../../web/build.mjs", import.meta.url), "utf8");
    assert.match(build, /external: \[[^\]]*"\.\/codes\.js"/);
    const licences = await readFile(new URL("../../web/licences.txt", import.meta.url), "utf8");
    for (const name of ["lean-qr", "qr"]) assert.match(licences, new RegExp(`^${name}, Copyright .*: MIT License`, "m"));
});

test("a series without end is none", async () => {
    const [text = ""] = textsOf({ bytes: new Uint8Array(750 * 1001), packed: false });
    assert.equal(new Collection().take(text), Seen.damaged);
});

test("a browser that cannot pack shows the file as it is; one that cannot unpack says so when the first code comes", async () => {
    const { CompressionStream: packing, DecompressionStream: unpacking } = globalThis;
    const small = await seriesOf("kaart.json", example);
    Reflect.deleteProperty(globalThis, "CompressionStream");
    Reflect.deleteProperty(globalThis, "DecompressionStream");
    try {
        const large = await seriesOf("kaart.json", example);
        assert.ok(large.length > 3 * small.length);
        const { collection } = collect(large);
        assert.equal(collection.cannotUnpack, false);
        assert.deepEqual((await collection.file()).bytes, example);
        assert.equal(collect(small.slice(0, 1)).collection.cannotUnpack, true);
        await assert.rejects(collect(small).collection.file(), { reason: "cannotUnpack" });
    } finally {
        Object.assign(globalThis, { CompressionStream: packing, DecompressionStream: unpacking });
    }
});
