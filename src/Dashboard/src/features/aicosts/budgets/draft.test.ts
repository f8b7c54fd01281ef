import { expect, test } from "vitest";
import { Problem } from "@/api/problem";
import type { AiBudget } from "@/api/types";
import { draftOf, fieldOf, inputOf, isShare, newDraft, sameTerms, termsOf, withThreshold } from "./draft";
import { readBudgetsSearch } from "./search";

const usd = (amount: string) => ({ amount, currency: "USD" });
const budget: AiBudget = {
  id: "0193a0c0-0000-7000-8000-000000000001", name: "Research", scope: "tag", accountId: null, clientId: null, tag: "blue", amount: usd("1500.00"),
  thresholds: [{ at: "70", level: "warning", amount: usd("1050"), reached: true }, { at: "99.5", level: "emergency", amount: usd("1492.5"), reached: false }],
  from: "2026-11-01", through: "2026-11-30", spent: usd("1100"), left: usd("400"), used: "73.33", badge: "ok", projection: { atEnd: usd("3300"), confidence: "33.333333", breaks: "2026-11-14" }, otherCurrencies: [], closed: false, version: 3,
};
const typed = { ...newDraft("EUR"), name: " All ", amount: "1.500,50" };

test("a new budget says whose costs count, and nothing that its scope does not ask for", () => {
  const usual = [{ at: "70", level: "warning" }, { at: "90", level: "critical" }, { at: "100", level: "emergency" }];
  expect(inputOf({ ...typed, account: "a", tag: "blue" }, "de-DE")).toEqual({ name: "All", amount: { amount: "1500.50", currency: "EUR" }, scope: "organisation", thresholds: usual });
  expect(inputOf({ ...typed, scope: "tag", account: "a", tag: " blue " }, "de-DE")).toMatchObject({ scope: "tag", tag: "blue" });
  expect(inputOf({ ...typed, scope: "tag", tag: " " }, "de-DE")).toBeNull();
  expect(inputOf({ ...typed, scope: "account", account: "" }, "de-DE")).toBeNull();
  expect(inputOf({ ...typed, scope: "client", client: "c", account: "a" }, "de-DE")).toEqual({ name: "All", amount: { amount: "1500.50", currency: "EUR" }, scope: "client", clientId: "c", thresholds: usual });
  expect(inputOf({ ...typed, scope: "client" }, "de-DE")).toBeNull();
});

test("nothing is sent while an amount or a share cannot be read", () => {
  expect(termsOf({ ...typed, amount: "much" }, "de-DE")).toBeNull();
  expect(termsOf(withThreshold(typed), "de-DE")).toBeNull();
  expect(termsOf({ ...typed, name: " " }, "de-DE")).toBeNull();
  expect(termsOf({ ...typed, thresholds: [] }, "de-DE")).toMatchObject({ thresholds: [] });
  expect(["0", "-1", "1000.5", "half", ""].filter((text) => isShare(text, "en-US"))).toEqual([]);
  expect(["0.5", "99,5", "1000"].every((text) => isShare(text, "de-DE"))).toBe(true);
});

test("a budget comes back as it was typed", () => {
  const draft = draftOf(budget, "de-DE");
  expect([draft.amount, draft.thresholds.map(({ at }) => at)]).toEqual(["1.500", ["70", "99,5"]]);
  expect(termsOf(draft, "de-DE")).toEqual({ name: "Research", amount: usd("1500"), thresholds: [{ at: "70", level: "warning" }, { at: "99.5", level: "emergency" }] });
  expect(withThreshold(draft).thresholds.map(({ key }) => key)).toEqual([0, 1, 2]);
});

test("what was spent or told in between is nobody's change", () => {
  expect(sameTerms(budget, { ...budget, spent: usd("1495"), left: usd("5"), version: 4, thresholds: budget.thresholds.map((one) => ({ ...one, reached: true })) })).toBe(true);
  expect(sameTerms(budget, { ...budget, name: "Else" })).toBe(false);
  expect(sameTerms(budget, { ...budget, closed: true })).toBe(false);
});

test("a refusal stands at the field it speaks of", () => {
  expect(fieldOf(new Problem(422, { code: "threshold-twice" }))).toBe("thresholds");
  expect(fieldOf(new Problem(409, { code: "ai-budget-name-taken" }))).toBe("name");
  expect(fieldOf(new Problem(422, { code: "ai-budget-closed" }))).toBeUndefined();
});

test("the address says which list and which sheet, and nothing else", () => {
  expect(readBudgetsSearch({ list: "closed", open: budget.id })).toEqual({ list: "closed", open: budget.id });
  expect(readBudgetsSearch({ list: "open", open: "../x" })).toEqual({});
});
