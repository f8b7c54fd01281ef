// Runs the test files one after another (or those named by a word) and says last: "N passed, N failed".
// Where BILLING_E2E_CLAIMS names a folder, several of us share the files: whoever makes a file's folder there runs it.
// One product is started for all files that ask for no other; each of them founds an organisation in it.
import { mkdirSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { sharedProduct, startProduct } from "./harness/product.mjs";

const folder = fileURLToPath(new URL("./tests/", import.meta.url));
const claims = process.env.BILLING_E2E_CLAIMS;
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

let product;
for (const file of files) {
  if (!claimed(file)) continue;
  product ??= await startProduct({ Signup: "Open" });
  process.env[sharedProduct] = product.url;
  const tests = run({ files: [file], concurrency: 1 });
  tests.on("test:pass", (test) => void (isSuite(test) || test.skip || passed++));
  tests.on("test:fail", (test) => void (byItsParts(test) || failed++));
  for await (const said of tests.compose(spec)) process.stdout.write(said);
}
await product?.stop();
if (passed + failed === 0 && !claims) {
  console.log("No test ran.");
  failed = 1;
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function claimed(file) {
  if (!claims) return true;
  try {
    mkdirSync(join(claims, basename(file)));
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}
