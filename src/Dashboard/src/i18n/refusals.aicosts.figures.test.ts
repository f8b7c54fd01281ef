import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { refusals as shared } from "./refusals.de";
import { refusals } from "./refusals.aicosts.figures.de";

/** Each code that prices and figures write before a sentence. */
const written = /(?:new|Refusal|Refuse|Note|Wrong|Remark|RowError)\((?:"\w+", |[^;"]*, )?\s*"([a-z]+(?:-[a-z]+)+)", ?\$?"/g;

const sources = ["Prices", "Figures"].flatMap((folder) => {
  const root = join(process.cwd(), "../Modules/AiCosts", folder);
  return readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".cs")).map((name) => readFileSync(join(root, name), "utf8"));
});
const codes = new Set(sources.flatMap((source) => [...source.matchAll(written)].map((one) => one[1]!)));

it("has a German text for each code of prices and figures, and no other", () => {
  expect(codes.size).toBeGreaterThan(45);
  expect([...codes].filter((code) => !(code in refusals) && !(code in shared))).toEqual([]);
  expect(Object.keys(refusals).filter((code) => !codes.has(code))).toEqual([]);
});

it("says nothing that another module's texts say already, which would be taken for it", () => expect(Object.keys(refusals).filter((code) => code in shared)).toEqual([]));
