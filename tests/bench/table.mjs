// Prints the table; tests/bench/run calls it when everything is built: node tests/bench/table.mjs NATIVE_BUILD WASM_BUILD
import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { siteFolder } from "../browser/support/planner.mjs";
import { firstVisits, openLargeFile, withTwelveTeams } from "./browser.mjs";
import { locking } from "./locking.mjs";
import { inMeeting } from "./meeting.mjs";
import { budget as byteBudget, sizesOf, totalOf } from "./size.mjs";

const run = promisify(execFile);
const [nativeBuild = "build/native", wasmBuild = "build/bench-wasm"] = process.argv.slice(2);
const scratch = "build/bench";

/** @typedef {{ what: string, budget?: string, measured: string, ok?: boolean | undefined, ratio?: string }} Row */

/** @type {Row[]} */
const rows = [];

/** @param {number} milliseconds */
const ms = (milliseconds) => `${milliseconds.toFixed(milliseconds < 10 ? 2 : milliseconds < 100 ? 1 : 0)} ms`;
/** @param {number} bytes */
const kb = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;
/** @param {number} value @param {number} reference @param {string} name */
const timesOf = (value, reference, name) => `${(value / reference).toFixed(2)} x ${name}`;

/**
 * A program of this folder, natively or as WebAssembly under node; its lines by name.
 * @param {"native" | "wasm"} kind
 * @param {string} program
 * @param {(build: string) => string[]} [argumentsFor]
 * @returns {Promise<Map<string, any>>}
 */
async function measured(kind, program, argumentsFor = () => []) {
    const build = kind === "native" ? nativeBuild : wasmBuild;
    const [command, ...first] = kind === "native" ? [join(build, program)] : ["node", join(build, `${program}.cjs`)];
    const { stdout } = await run(command ?? "", [...first, ...argumentsFor(build)], { maxBuffer: 2 ** 24 });
    return new Map(stdout.trim().split("\n").map((line) => JSON.parse(line)).map((line) => [line.name, line]));
}

/** @param {string} part @param {() => Promise<void>} work */
async function measure(part, work) {
    process.stderr.write(`Measuring ${part} ...\n`);
    try {
        await work();
    } catch (error) {
        rows.push({ what: part, measured: "not measured", ok: false, ratio: String(error).split("\n")[0] ?? "" });
        process.exitCode = 1;
        process.stderr.write(`${error}\n`);
    }
}

async function bytes() {
    const sizes = await sizesOf(siteFolder);
    const total = totalOf(sizes);
    const all = (/** @type {{ raw: number, gzip: number, brotli: number }} */ size) =>
        `${kb(size.raw)} raw, ${kb(size.gzip)} gzip, ${kb(size.brotli)} brotli`;
    rows.push({
        what: "first visit, all bytes",
        budget: `${kb(byteBudget)} brotli`,
        measured: all(total),
        ok: total.brotli <= byteBudget,
        ratio: `${Math.round((100 * total.brotli) / byteBudget)} % of the budget`,
    });
    for (const size of sizes) rows.push({ what: `  ${size.name}`, measured: all(size) });
}

async function visits() {
    const { planner, empty } = await firstVisits(wasmBuild);
    rows.push({
        what: "first visit to usable",
        budget: "1.3 x an empty page",
        measured: ms(planner),
        ok: planner <= 1.3 * empty,
        ratio: timesOf(planner, empty, `an empty Dear ImGui page (${ms(empty)})`),
    });
    rows.push({ what: "first visit to usable, Excalidraw", budget: "no later than it", measured: "not measured", ratio: "not among the packages of this project" });
}

/** @param {string} file */
async function page(file) {
    const { frames, idle, focused, key, durable } = await withTwelveTeams(file);
    const frameBudget = 4;
    const quickest = Math.min(...frames.map(({ script }) => script));
    for (const { screen, script, clock } of frames) {
        rows.push({
            what: `frame in the page: ${screen}`,
            budget: ms(frameBudget),
            measured: `${ms(script)} of processor time (${ms(clock)} by the clock)`,
            ok: script <= frameBudget,
            ratio: timesOf(script, quickest, "the quickest screen"),
        });
    }
    rows.push({ what: "idle, 10 s", budget: "0 frames", measured: `${idle} frames`, ok: idle === 0 });
    rows.push({ what: "idle, 10 s, a field focused", budget: "0 frames", measured: `${focused} frames`, ok: focused === 0 });
    rows.push({
        what: "key press -> visible",
        budget: "next frame",
        measured: `${key.frames} frame${key.frames === 1 ? "" : "s"}, ${ms(key.milliseconds)}`,
        ok: key.frames <= 1,
        ratio: timesOf(key.milliseconds, 1000 / 60, "a picture at 60 Hz"),
    });
    rows.push({
        what: "last key -> durable in IndexedDB",
        budget: ms(500),
        measured: `${ms(durable.slowest)} at most, ${ms(durable.median)} median`,
        ok: durable.slowest <= 500,
        ratio: timesOf(durable.median, durable.plain, `a plain write of as many bytes (${ms(durable.plain)})`),
    });
}

/** A meeting that runs, with a window for the room. */
async function meeting() {
    const { room, own, clock, pause } = await inMeeting();
    const soon = 100;
    rows.push({
        what: "letter -> visible in the room's window, 100 letters",
        budget: `${ms(soon)} for 95 %`,
        measured: `${ms(room.p95)} (half of them ${ms(room.median)}, all ${ms(room.most)})`,
        ok: room.p95 <= soon,
        ratio: timesOf(room.p95, own.p95, `the director's own picture (${ms(own.p95)}, half of them ${ms(own.median)})`),
    });
    const seconds = clock.milliseconds / 1000;
    rows.push({
        what: `a clock that runs, ${seconds} s`,
        budget: "1 frame a second",
        measured: `${clock.frames} frames, ${ms(clock.inFrames / Math.max(1, clock.frames))} each, ${ms(clock.task)} of processor time`,
        ok: clock.frames <= seconds + 1,
        ratio: `${((100 * clock.task) / clock.milliseconds).toFixed(2)} % of a processor`,
    });
    rows.push({ what: `a meeting in its pause, ${pause.milliseconds / 1000} s`, budget: "0 frames", measured: `${pause.frames} frames`, ok: pause.frames === 0 });
}

/** @param {string} file */
async function largeFileInPage(file) {
    const opened = await openLargeFile(file);
    const size = (await readFile(file)).length;
    rows.push({
        what: `open a file of ${(size / 1e6).toFixed(1)} MB in the page`,
        budget: ms(1000),
        measured: ms(opened.milliseconds),
        ok: opened.milliseconds <= 1000,
        ratio: `${ms(opened.longest)} at once at most`,
    });
}

/** @param {"native" | "wasm"} kind */
async function documents(kind) {
    const lines = await measured(kind, "document_bench");
    const small = lines.get("merge 125");
    for (const entities of [125, 500, 2000]) {
        const merge = lines.get(`merge ${entities}`);
        const file = lines.get(`read and write ${entities}`);
        const growth = entities === 125 ? "" : `, ${timesOf(merge.median, small.median, "the merge of 125")}`;
        const budgeted = entities === 500 ? { budget: ms(10), ok: merge.median <= 10 } : {};
        rows.push({
            what: `merge ${entities} x 10 fields, ${merge.edits} edits each, ${kb(merge.bytes)}, ${kind}`,
            ...budgeted,
            measured: `${ms(merge.median)} (fastest ${ms(merge.fastest)}), all ${merge.conflicts} conflicts found`,
            ratio: timesOf(merge.median, file.median, `reading and writing it (${ms(file.median)})`) + growth,
        });
    }
    const one = lines.get("files 1");
    for (const count of [1, 5, 20]) {
        const files = lines.get(`files ${count}`);
        rows.push({
            what: `read and merge ${count} ${count === 1 ? "file" : "files"} of ${kb(files.bytes)}, ${files.edits} edits each, ${kind}`,
            measured: `${ms(files.median)} (fastest ${ms(files.fastest)}), all ${files.conflicts} conflicts found`,
            ...(count > 1 ? { ratio: timesOf(files.median, one.median, "one file") } : {}),
        });
    }
    const history = lines.get("history of 1000");
    rows.push({
        what: `history after 1,000 edits of one field, 300 characters, ${kind}`,
        measured: `${kb(history.bytes - history.plain)} for ${history.kept} earlier texts, ${ms(history.median)} per edit`,
        ratio: timesOf(history.bytes, history.plain, `the same review without it (${kb(history.plain)})`),
    });
    const open = lines.get("open");
    rows.push({
        what: `read and check ${(open.bytes / 1e6).toFixed(1)} MB, ${kind}`,
        budget: ms(1000),
        measured: `${ms(open.median)} (fastest ${ms(open.fastest)})`,
        ok: open.median <= 1000,
        ratio: timesOf(open.median, lines.get("read and write 2000").median, "reading and writing 2,000 entities"),
    });
}

/** The same merge by three libraries, in the same node; see libraries.mjs. */
async function libraries() {
    const script = join(scratch, "merge-script.json");
    const { stdout } = await run("node", ["--expose-gc", "tests/bench/libraries.mjs", wasmBuild, join(scratch, "libraries"), script]);
    const [planner, ...others] = stdout.trim().split("\n").map((line) => JSON.parse(line));
    /** @param {any} result */
    const texts = ({ merge, load, mergeFile, bytes: size, reported, conflicts }) =>
        `merge ${ms(merge.median)}, load ${ms(load.median)}, load and merge a file ${ms(mergeFile.median)}, ${kb(size)}, ${reported} of ${conflicts} conflicts reported`;
    rows.push({
        what: "two copies of 500 x 10 fields, 200 edits each: the planner, wasm",
        budget: "merges first, all conflicts",
        measured: texts(planner),
        ok: planner.reported === planner.conflicts && others.every(({ merge }) => merge.ratio > 1),
    });
    for (const other of others) {
        rows.push({
            what: `  ${other.name}`,
            measured: texts(other),
            ratio: `merge ${timesOf(other.merge.ratio, 1, "ours")}, load ${timesOf(other.load.ratio, 1, "ours")}, file ${timesOf(other.mergeFile.ratio, 1, "ours")}, bytes ${timesOf(other.bytes, planner.bytes, "ours")}`,
        });
    }
    const lines = await measured("native", "merge_bench", () => [script]);
    const [load, merge, mergeFile] = ["load", "merge", "merge a file"].map((name) => lines.get(name));
    rows.push({
        what: "  the planner, native",
        measured: texts({ load, merge, mergeFile, bytes: load.bytes, reported: merge.conflicts, conflicts: planner.conflicts }),
        ratio: `merge ${timesOf(merge.median, planner.merge.median, "its WebAssembly")}`,
    });
}

/** Importing and saving without a screen. @param {"native" | "wasm"} kind */
async function app(kind) {
    const lines = await measured(kind, "app_bench");
    for (const entities of [125, 500, 2000]) {
        const preview = lines.get(`preview ${entities}`);
        const read = lines.get(`read for preview ${entities}`);
        rows.push({
            what: `preview of a merge, ${entities} x 10 fields, ${preview.edits} edits each, ${kb(preview.bytes)}, ${kind}`,
            measured: `${ms(preview.median)} (fastest ${ms(preview.fastest)}), ${preview.told} differences told, all ${preview.conflicts} conflicts`,
            ratio: timesOf(preview.median, read.median, `reading the file (${ms(read.median)})`)
                + (entities === 125 ? "" : `, ${timesOf(preview.median, lines.get("preview 125").median, "the preview of 125")}`),
        });
    }
    for (const entities of [125, 500, 2000]) {
        const save = lines.get(`save ${entities}`);
        const write = lines.get(`write ${entities}`);
        rows.push({
            what: `save after an edit, ${entities} x 10 fields, ${kb(save.bytes)}, ${kind}`,
            measured: `${ms(save.median)} (fastest ${ms(save.fastest)})`,
            ratio: timesOf(save.median, write.median, `writing the file (${ms(write.median)})`)
                + (entities === 125 ? "" : `, ${timesOf(save.median, lines.get("save 125").median, "the save of 125")}`),
        });
    }
}

/** @param {"native" | "wasm"} kind */
async function frames(kind) {
    const lines = await measured(kind, "frame_bench", (build) => [join(build, "fonts")]);
    for (const [name, { median, fastest, vertices }] of lines) {
        if (!/^(frame of|typing on)/.test(name)) continue;
        const first = lines.get(name.replace(/^(frame of|typing on)/, "first frame of"));
        rows.push({
            what: `${name}, ${kind}`,
            budget: ms(4),
            measured: `${ms(median)} (fastest ${ms(fastest)})`,
            ok: median <= 4,
            ratio: `${timesOf(median, first.median, `the screen's first frame (${ms(first.median)})`)}${vertices ? `, ${vertices} vertices` : ""}`,
        });
    }
    const clock = lines.get("lateness of the clock");
    rows.push({
        what: `the clock of a meeting, 4 hours with three sleeps, ${kind}`,
        budget: "200 ms late",
        measured: `${Math.round(clock.median)} ms late at most, ${clock.perSecond.toFixed(2)} frames a second`,
        ok: clock.median <= 200,
    });
    const planned = lines.get("tasks and messages of 200");
    rows.push({
        what: `tasks and messages of 200 reviews on one day, ${kind}`,
        measured: `${ms(planned.median)} (${planned.tasks} tasks, ${planned.messages} messages)`,
        ratio: timesOf(planned.median, lines.get("reading 200").median, "reading the files of those reviews"),
    });
    const [many, few] = [lines.get("opening the overview of 500"), lines.get("opening the overview of 10")];
    rows.push({
        what: `opening the overview of 500 reviews, ${kind}`,
        measured: `${ms(many.median)}, of which list and today ${ms(lines.get("list and today of 500").median)} (${many.lines} lines, ${kb(many.bytes)})`,
        ratio: timesOf(many.median, few.median, `the overview of 10 (${ms(few.median)})`),
    });
}

async function locked() {
    const { rounds, derive, ...times } = await locking();
    const alone = `its ${rounds} rounds of PBKDF2 alone (${ms(derive)})`;
    for (const [what, time] of Object.entries(times)) rows.push({ what: `${what} a file of 1 MB, node`, measured: ms(time), ratio: timesOf(time, derive, alone) });
}

function print() {
    const texts = rows.map(({ what, budget = "", measured: value, ok, ratio = "" }) => [what, budget, value, ok === undefined ? "" : ok ? "ok" : "over", ratio]);
    const all = [["what", "budget", "measured", "", "beside"], ...texts];
    const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => [...(row[column] ?? "")].length)));
    for (const [index, row] of all.entries()) {
        console.log(row.map((text, column) => text.padEnd(widths[column] ?? 0)).join("  ").trimEnd());
        if (index === 0) console.log("-".repeat(widths.reduce((sum, width) => sum + width + 2, 6)));
    }
    const over = rows.filter(({ ok }) => ok === false).length;
    console.log(`${rows.filter(({ ok }) => ok).length} within budget, ${over} over or not measured`);
}

/** A review of twelve teams, and the same with much beside it. @param {string} name @param {string[]} size */
async function sampleFile(name, size) {
    const path = join(scratch, name);
    const { stdout } = await run(join(nativeBuild, "frame_bench"), ["--file", ...size], { maxBuffer: 2 ** 26 });
    await writeFile(path, stdout);
    return path;
}

await mkdir(scratch, { recursive: true });
console.log(`${cpus().length} processors, ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}`);
await measure("bytes of a first visit", bytes);
await measure("documents, native", () => documents("native"));
await measure("documents, wasm", () => documents("wasm"));
await measure("the libraries beside it", libraries);
await measure("importing and saving, native", () => app("native"));
await measure("importing and saving, wasm", () => app("wasm"));
await measure("locking", locked);
await measure("frames, native", () => frames("native"));
await measure("frames, wasm", () => frames("wasm"));
await measure("the page with twelve teams", async () => page(await sampleFile("twelve-teams.json", [])));
await measure("a meeting that runs", meeting);
await measure("a large file in the page", async () => largeFileInPage(await sampleFile("large.json", ["10000000"])));
await measure("first visit to usable", visits);
print();
