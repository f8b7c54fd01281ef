import { expect, test } from "vitest";
import type { AiRebilled } from "@/api/types";
import { draftOf, inputOf, newDraft, toBill } from "./draft";
import { monthsBefore, readRebillingSearch } from "./search";

const client = "0193a0c0-0000-7000-8000-000000000001";

test("one of the two is sent, and the margin in the client's currency", () => {
  expect(inputOf({ ...newDraft, client, markup: "12,5", margin: "9" }, "EUR", "de-DE")).toEqual({ markup: "12.5" });
  expect(inputOf({ ...newDraft, client, kind: "margin", markup: "12,5", margin: "9,90" }, "EUR", "de-DE")).toEqual({ margin: { amount: "9.90", currency: "EUR" } });
  expect(inputOf({ ...newDraft, client, markup: "0" }, undefined, "de-DE")).toEqual({ markup: "0" });
  expect([inputOf({ ...newDraft, markup: "5" }, "EUR", "en-US"), inputOf({ ...newDraft, client, markup: "-5" }, "EUR", "en-US"), inputOf({ ...newDraft, client, markup: "1001" }, "EUR", "en-US"), inputOf({ ...newDraft, client, kind: "margin", margin: "9" }, undefined, "en-US")]).toEqual([null, null, null, null]);
});

test("terms come back as they were typed", () => {
  expect(draftOf({ clientId: client, markup: "12.5", margin: null, version: 1 }, "de-DE")).toEqual({ client, kind: "markup", markup: "12,5", margin: "" });
  expect(draftOf({ clientId: client, markup: null, margin: { amount: "9.90", currency: "EUR" }, version: 1 }, "en-US")).toMatchObject({ kind: "margin", margin: "9.90" });
});

test("what was charged before and comes to the same is not billed again", () => {
  const line = (amount: string) => ({ difference: { amount, currency: "EUR" } }) as AiRebilled["charges"][number];
  expect(toBill({ charges: [line("0.00"), line("-2.50"), line("7.00")] })).toBe(2);
});

test("only months that are over can be chosen, and the address says which", () => {
  expect(monthsBefore("2026-01-15").slice(0, 2)).toEqual(["2025-12-01", "2025-11-01"]);
  expect(readRebillingSearch({ list: "terms", month: "2026-10", open: client })).toEqual({ list: "terms", month: "2026-10", open: client });
  expect(readRebillingSearch({ list: "all", month: "2026-13", open: "x" })).toEqual({});
});
