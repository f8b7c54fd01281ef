import { expect, test } from "vitest";
import { Problem } from "@/api/problem";
import { bodyOf, countOf, fieldOf, newEntry } from "./entry";

const typed = { ...newEntry("2026-11-13"), account: "a", cost: "1,0107", input: "1.200", model: " sonar " };

test("an entry is sent as it is typed, finer than a cent", () => {
  expect(bodyOf(typed, true, "de-DE")).toEqual({ account: "a", date: "2026-11-13", cost: { amount: "1.0107", currency: "USD" }, inputTokens: 1200, outputTokens: 0, model: "sonar" });
});

test("a correction leaves the account where it is", () => {
  expect(bodyOf(typed, false, "de-DE")).not.toHaveProperty("account");
});

test("nothing is sent while something is missing", () => {
  expect(bodyOf({ ...typed, account: null }, true, "de-DE")).toBeNull();
  expect(bodyOf({ ...typed, cost: "" }, true, "de-DE")).toBeNull();
  expect(bodyOf({ ...typed, date: null }, true, "de-DE")).toBeNull();
  expect(bodyOf({ ...typed, output: "many" }, true, "de-DE")).toBeNull();
});

test("tokens are read with separators", () => {
  expect([countOf(""), countOf("1,234,567"), countOf("1 234"), countOf("-1")]).toEqual([0, 1234567, 1234, undefined]);
});

test("a refusal is told at its field", () => {
  expect(fieldOf(new Problem(422, { type: "urn:billing:aicosts:ai-entry-day-wrong" }))).toBe("date");
  expect(fieldOf(new Problem(422, { type: "urn:billing:aicosts:ai-entry-struck" }))).toBeUndefined();
});
