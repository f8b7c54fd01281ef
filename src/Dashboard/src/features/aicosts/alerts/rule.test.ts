import { expect, test } from "vitest";
import { Problem } from "@/api/problem";
import type { AiAlertRule } from "@/api/types";
import { fieldOf, isWhole, newRule, ruleOf, ruleTermsOf } from "./rule";

const rule: AiAlertRule = {
  id: "0193a0c0-0000-7000-8000-000000000001", kind: "balanceLow", name: "Moon", usual: false, on: false, scope: "provider", accountId: null, provider: "deepseek", tag: null,
  level: "warning", hours: null, minutes: null, amount: { amount: "1500.00", currency: "EUR" }, severity: null, told: "keepers", version: 3,
};

test("a rule sends what belongs to its kind and its scope, and nothing else", () => {
  expect(ruleTermsOf({ ...newRule, account: "a", tag: "blue" }, "en-US")).toEqual({ scope: "organisation", told: "readers", on: true, level: "warning" });
  expect(ruleTermsOf({ ...newRule, kind: "syncStale", scope: "tag", tag: " blue ", amount: "20" }, "en-US")).toEqual({ scope: "tag", tag: "blue", told: "readers", on: true, level: "warning", hours: 48 });
  expect(ruleTermsOf({ ...newRule, kind: "anomaly", level: "", severity: "high" }, "en-US")).toEqual({ scope: "organisation", told: "readers", on: true, severity: "high" });
  expect(ruleTermsOf({ ...newRule, kind: "budget" }, "en-US")).toEqual({ scope: "organisation", told: "readers", on: true });
  expect(ruleTermsOf({ ...newRule, kind: "serviceDown", scope: "account", account: "a", minutes: "10" }, "en-US")).toMatchObject({ accountId: "a", minutes: 10 });
});

test("nothing is sent while something is missing or cannot be read", () => {
  expect(ruleTermsOf({ ...newRule, scope: "account" }, "en-US")).toBeNull();
  expect(ruleTermsOf({ ...newRule, scope: "provider" }, "en-US")).toBeNull();
  expect(ruleTermsOf({ ...newRule, amount: "much" }, "en-US")).toBeNull();
  expect(ruleTermsOf({ ...newRule, kind: "syncStale", hours: "" }, "en-US")).toBeNull();
  expect(["0", "721", "1.5", "", "x"].filter((text) => isWhole(text, 720))).toEqual([]);
  expect(["1", " 48 ", "720"].every((text) => isWhole(text, 720))).toBe(true);
});

test("a rule comes back as it was typed", () => {
  expect(ruleOf(rule, "de-DE").amount).toBe("1.500");
  expect(ruleTermsOf(ruleOf(rule, "de-DE"), "de-DE")).toEqual({ name: "Moon", scope: "provider", provider: "deepseek", level: "warning", amount: { amount: "1500", currency: "EUR" }, told: "keepers", on: false });
});

test("a refusal stands at the field it speaks of", () => {
  expect(fieldOf(new Problem(422, { code: "ai-alert-rule-hours-wrong" }))).toBe("hours");
  expect(fieldOf(new Problem(422, { code: "ai-alert-rules-many" }))).toBeUndefined();
});
