import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { refusals as inherited } from "./refusals.de";
import { refusals as invoicing } from "./refusals.invoicing.de";
import { refusals as identity } from "./refusals.identity.de";
import { refusals } from "./refusals.support.outside.de";

const folders = ["Messages", "Sources", "Sources/Connections"];
const sources = folders.flatMap((folder) => readdirSync(join(process.cwd(), "../Modules/Support", folder)).filter((name) => name.endsWith(".cs")).map((name) => readFileSync(join(process.cwd(), "../Modules/Support", folder, name), "utf8")));
const said = sources.flatMap((source) => [...source.matchAll(/new(?: Refusal)?\("([a-z]+(?:-[a-z]+)+)", (?:\$?"[A-Z{]|sentence)/g), ...source.matchAll(/const string \w+ = "(source(?:-[a-z]+)+)";/g)].map((one) => one[1]!));
const elsewhere = { ...inherited, ...invoicing, ...identity };

it("has a German text for each refusal of the outside systems and of messages, and no other", () => {
  const codes = [...new Set(said)].filter((code) => !(code in elsewhere) && !lines.includes(code)).sort();
  expect(codes.length).toBeGreaterThan(25);
  expect(codes).toEqual(Object.keys(refusals).sort());
});

/** Codes of single records and lines: they come with their sentence in a diary, and are no refusal. */
const lines = ["cell-missing", "field-missing", "not-a-whole-number"];
