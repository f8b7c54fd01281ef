import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { refusals as others } from "./refusals.identity.de";
import { refusals } from "./refusals.support.portal.de";

const folder = join(process.cwd(), "../Modules/Support/Portal");
const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".cs")).map((name) => readFileSync(join(folder, name), "utf8"));
const codes = new Set(sources.flatMap((source) => [...source.matchAll(/(?:new(?: Refusal| Problem)?\((?:\d{3}, )?)"([a-z]+(?:-[a-z]+)+)", \$?"[A-Z{]/g)].map((one) => one[1]!)));

it("has a German text for each refusal of the portal, and no other", () => {
  expect(codes.size).toBeGreaterThan(5);
  expect([...codes].filter((code) => !(code in others)).sort()).toEqual(Object.keys(refusals).sort());
});
