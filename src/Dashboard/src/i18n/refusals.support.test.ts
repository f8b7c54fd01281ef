import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { refusals as others } from "./refusals.invoicing.de";
import { refusals } from "./refusals.support.de";

/** The outside systems and the import of messages have texts, and a test, of their own. */
const folders = ["Months", "Projects", "Requests", "Sites", "Statistics", "Terms"];
const sources = folders.flatMap((folder) => readdirSync(join(process.cwd(), "../Modules/Support", folder)).filter((name) => name.endsWith(".cs")).map((name) => readFileSync(join(process.cwd(), "../Modules/Support", folder, name), "utf8")));
const codes = new Set(sources.flatMap((source) => [...source.matchAll(/(?:new(?: Refusal)?\(|string LockedCode = )"([a-z]+(?:-[a-z]+)+)"(?:, \$?"[A-Z{][^"]* |;)/g)].map((one) => one[1]!)));

it("has a German text for each refusal of support, and no other", () => {
  expect(codes.size).toBeGreaterThan(25);
  expect([...codes].filter((code) => !(code in others)).sort()).toEqual(Object.keys(refusals).filter((code) => !(code in others)).sort());
});
