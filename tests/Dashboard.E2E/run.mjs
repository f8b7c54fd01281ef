// Runs the test files one after another (or those named by a word) and says last: "N passed, N failed".
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "node:test";
import { spec } from "node:test/reporters";

const folder = fileURLToPath(new URL("./tests/", import.meta.url));
const words = process.argv.slice(2);
const files = readdirSync(folder)
  .filter((name) => name.endsWith(".test.mjs") && (words.length === 0 || words.some((word) => name.includes(word))))
  .sort()
  .map((name) => folder + name);

let passed = 0;
let failed = 0;
const isSuite = ({ details }) => details.type === "suite";
// What fails only because a part of it failed was counted there.
const byItsParts = ({ details }) => details.error?.failureType === "subtestsFailed";
const tests = run({ files, concurrency: 1 });
tests.on("test:pass", (test) => void (isSuite(test) || test.skip || passed++));
tests.on("test:fail", (test) => void (byItsParts(test) || failed++));
tests.compose(spec).pipe(process.stdout);
process.stdout.on("unpipe", () => {
  if (passed + failed === 0) {
    console.log("No test ran.");
    failed = 1;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
});
