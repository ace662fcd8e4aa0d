// Counts tests in a log: node tests/count.mjs ctest|tap LOG. The last line is "PASSED FAILED"; before it, each failure by name.
// A test that was left out without a reason counts as failed.
import { readFileSync } from "node:fs";

const count = { passed: 0, failed: 0 };

/** @param {string} name */
function fail(name) {
    count.failed += 1;
    console.log(`    failed: ${name}`);
}

/** doctest executables count by their cases, other tests of ctest as one each. @param {string[]} lines of ctest --verbose */
function countCtest(lines) {
    /** @type {Map<string, { passed: number, failed: number, skipped: number, names: string[] }>} */
    const cases = new Map();
    let current = "";
    for (const line of lines) {
        const [, number, text = ""] = /^(\d+): (.*)$/.exec(line) ?? [];
        const summary = /test cases: +\d+ \| +(\d+) passed \| +(\d+) failed \| +(\d+) skipped/.exec(text);
        if (/^TEST (CASE|SUITE):/.test(text)) current = text;
        if (number !== undefined && summary) {
            const [passed = 0, failed = 0, skipped = 0] = summary.slice(1).map(Number);
            cases.set(number, { passed, failed, skipped, names: current ? [current] : [] });
        }
        const [, test = "", name = "", outcome = ""] = /^ *\d+\/\d+ Test +#(\d+): (\S+) \.*(.*?)\s+[\d.]+ sec/.exec(line) ?? [];
        if (test) countOne(name, outcome.includes("Passed"), cases.get(test));
    }
}

/** @param {string} name @param {boolean} ok @param {{ passed: number, failed: number, skipped: number } | undefined} cases */
function countOne(name, ok, cases) {
    count.passed += cases?.passed ?? (ok ? 1 : 0);
    for (let index = 0; index < (cases?.failed ?? 0); ++index) fail(`${name}, one of its cases`);
    for (let index = 0; index < (cases?.skipped ?? 0); ++index) fail(`${name}, a case that was left out`);
    if (!ok && !cases?.failed) fail(name);
}

/** @param {string[]} lines of node --test --test-reporter=tap */
function countTap(lines) {
    for (const [index, line] of lines.entries()) {
        const [, indent, not, name = "", directive, reason] = /^( *)(not )?ok \d+ - (.*?)(?: # (SKIP|TODO)\b *(.*))?$/.exec(line) ?? [];
        if (indent === undefined) continue;
        // A suite passes and fails with what is in it; those tests are counted themselves.
        const details = lines.slice(index + 1, index + 6).join("\n");
        if (/type: '(suite)'/.test(details) && /subtestsFailed|^(?![\s\S]*failureType)/.test(details)) continue;
        if (not) fail(name);
        else if (directive && !reason) fail(`${name}, left out without a reason`);
        else if (!directive) count.passed += 1;
    }
}

const [kind, file = ""] = process.argv.slice(2);
const lines = readFileSync(file, "utf8").split("\n");
if (kind === "tap") countTap(lines);
else countCtest(lines);
console.log(`${count.passed} ${count.failed}`);
