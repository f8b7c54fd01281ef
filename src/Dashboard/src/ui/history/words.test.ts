import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readable, words } from "./words";

/** Streams and what happens on them, as the generated list of events has them. */
const known = [...readFileSync(join(process.cwd(), "../../docs/events.md"), "utf8").matchAll(/^##+ ([a-z]+\.[a-z_]+)$/gm)].map((one) => one[1]!);

test("whatever the audit log can tell of has words in every language", () => {
  expect(known.length).toBeGreaterThan(80);
  for (const texts of Object.values(words)) expect([...known, ...known.map((alias) => alias.split(".")[0]!)].filter((alias) => !texts[alias]?.trim())).toEqual([]);
});

test("no words are left of what cannot happen any more", () => {
  for (const texts of Object.values(words)) expect(Object.keys(texts).filter((alias) => alias.includes(".") && !known.includes(alias))).toEqual([]);
});

test("aliases are read as words", () => expect(readable("facilities.billing_record")).toBe("Billing record"));
