// After a build: the script that each page needs before it can show itself, gzip. The shell counts for every page.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT = 250;
const dist = process.argv[2] ?? "dist";
const manifest = JSON.parse(readFileSync(`${dist}/.vite/manifest.json`, "utf8"));
const sizes = new Map();
const size = (file) => {
  if (!sizes.has(file)) sizes.set(file, gzipSync(readFileSync(`${dist}/${file}`), { level: 9 }).length / 1024);
  return sizes.get(file);
};
/** The chunk and all it imports before it runs. */
const closure = (key, found = new Set()) => {
  if (!found.has(key)) {
    found.add(key);
    for (const next of manifest[key].imports ?? []) closure(next, found);
  }
  return found;
};
const total = (keys) => [...new Set([...keys].map((key) => manifest[key].file))].filter((file) => file.endsWith(".js")).reduce((sum, file) => sum + size(file), 0);

const entry = [...closure("index.html")];
const shell = [...entry, ...closure("src/app/App.tsx")];
const door = [...entry, ...closure("src/features/identity/door/Door.tsx")];
// What is shown before anybody is known needs nothing of the product behind it.
const before = (key) => key.includes("/door/") || key.includes("features/mail/");
const pages = Object.keys(manifest).filter((key) => /features\/.*Page\.tsx$|features\/identity\/door\/\w+\.tsx$|KitPage/.test(key));
if (pages.length === 0) throw new Error("The manifest lists no page: the check would prove nothing.");
const themed = size("theme.js");
let over = 0;
if (door.some((key) => key.includes("app/App") || key.includes("app/Shell") || key.includes("app/router"))) throw new Error("The sign-in loads the shell.");
console.log(`${"sign-in".padEnd(16)} ${(total(door) + themed).toFixed(1).padStart(7)} kB`);
console.log(`${"shell".padEnd(16)} ${(total(shell) + themed).toFixed(1).padStart(7)} kB`);
for (const page of pages) {
  // The API page brings a whole product of its own, on demand.
  const free = page.includes("apidocs/");
  const kilobytes = total([...(before(page) ? door : shell), ...closure(page)]) + themed;
  const bad = kilobytes > LIMIT && !free;
  over += bad ? 1 : 0;
  console.log(`${page.replace(/.*\//, "").replace(".tsx", "").padEnd(16)} ${kilobytes.toFixed(1).padStart(7)} kB${bad ? `  more than ${LIMIT}` : free ? "  (on demand, no limit)" : ""}`);
}
if (over > 0) {
  console.error(`${over} page(s) need more than ${LIMIT} kB of script before they show.`);
  process.exit(1);
}
