// Counts tests in a log: node tests/count.mjs ctest|tap LOG. The last line is "PASSED FAILED"; before it, each failure by name and why,
// for whoever has the output of a run on another machine and not its logs.
// A test that was left out without a reason counts as failed.
import { readFileSync } from "node:fs";

const count = { passed: 0, failed: 0 };

/** A message that quotes whole files tells no more in its hundredth line. */
const mostReasonLines = 15;

/** @param {string} name @param {string[]} reason */
function fail(name, reason = []) {
    count.failed += 1;
    console.log(`    failed: ${name}`);
    for (const line of reason.slice(0, mostReasonLines)) console.log(`        ${line.trim().slice(0, 300)}`);
}

/** @typedef {{ passed: number, failed: number, skipped: number, names: Set<string>, errors: string[], explains: boolean }} Cases
 * of one doctest executable; it explains while the lines are of the message that an error began */

/** doctest executables count by their cases, other tests of ctest as one each. @param {string[]} lines of ctest --verbose */
function countCtest(lines) {
    /** @type {Map<string, Cases>} by ctest's number */
    const tests = new Map();
    for (const line of lines) {
        const [, number = "", text = ""] = /^(\d+): (.*)$/.exec(line) ?? [];
        if (number && !tests.has(number)) tests.set(number, { passed: 0, failed: 0, skipped: 0, names: new Set(), errors: [], explains: false });
        const cases = tests.get(number);
        const [, shown] = /^TEST CASE: +(.*)$/.exec(text) ?? [];
        if (shown) cases?.names.add(shown);
        if (cases) noteError(cases, text);
        const summary = /test cases: +\d+ \| +(\d+) passed \| +(\d+) failed \| +(\d+) skipped/.exec(text);
        if (cases && summary) [cases.passed = 0, cases.failed = 0, cases.skipped = 0] = summary.slice(1).map(Number);
        const [, test = "", name = "", outcome = ""] = /^ *\d+\/\d+ Test +#(\d+): (\S+) \.*(.*?)\s+[\d.]+ sec/.exec(line) ?? [];
        if (test) countOne(name, outcome.includes("Passed"), tests.get(test));
    }
}

/** A message goes on until an empty line: that of a random history has the seed in its first line and the history below it.
 * @param {Cases} cases @param {string} text */
function noteError(cases, text) {
    const begins = /: (FATAL )?ERROR: |^==\d+==ERROR|runtime error:/.test(text);
    cases.explains = begins || (cases.explains && text.trim() !== "");
    if (cases.explains) cases.errors.push(text);
}

/** @param {string} name @param {boolean} ok @param {Cases | undefined} cases */
function countOne(name, ok, cases) {
    const known = cases !== undefined && cases.passed + cases.failed + cases.skipped > 0;
    count.passed += known ? cases.passed : ok ? 1 : 0;
    if (!known || (!ok && cases.failed === 0)) return ok ? undefined : fail(name, cases?.errors);
    const names = [...cases.names];
    for (let index = 0; index < cases.failed; ++index) fail(`${name}: ${names[index] ?? "one of its cases"}`, index === 0 ? cases.errors : []);
    for (let index = 0; index < cases.skipped; ++index) fail(`${name}: a case left out without a reason`);
}

/** What the block under a failed test says is wrong. @param {string[]} block */
function reasonIn(block) {
    const start = block.findIndex((line) => /^ *error: /.test(line));
    const end = block.findIndex((line, index) => index > start && /^ *(code|name|stack|\.\.\.)\b/.test(line));
    return start < 0 ? [] : block.slice(start, end < 0 ? undefined : end);
}

/** @param {string[]} lines of node --test --test-reporter=tap */
function countTap(lines) {
    for (const [index, line] of lines.entries()) {
        const [, indent, not, name = "", directive, reason] = /^( *)(not )?ok \d+ - (.*?)(?: # (SKIP|TODO)\b *(.*))?$/.exec(line) ?? [];
        if (indent === undefined) continue;
        // A suite passes and fails with what is in it; those tests are counted themselves.
        const details = lines.slice(index + 1, index + 6).join("\n");
        if (/type: '(suite)'/.test(details) && /subtestsFailed|^(?![\s\S]*failureType)/.test(details)) continue;
        if (not) fail(name, reasonIn(lines.slice(index + 1, index + 40)));
        else if (directive && !reason) fail(`${name}, left out without a reason`);
        else if (!directive) count.passed += 1;
    }
}

const [kind, file = ""] = process.argv.slice(2);
// eslint-disable-next-line no-control-regex -- colours in the log
const lines = readFileSync(file, "utf8").replace(/\x1b\[[\d;]*m/g, "").split("\n");
if (kind === "tap") countTap(lines);
else countCtest(lines);
console.log(`${count.passed} ${count.failed}`);
