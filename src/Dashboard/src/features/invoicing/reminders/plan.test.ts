import { describe, expect, it } from "vitest";
import type { ReminderPlan } from "@/api/types";
import { daysOf, planChanges, planDraft, readAmounts } from "./plan";

const usual = { language: "en", subject: "Reminder", message: "Please pay", own: false };
const plan: ReminderPlan = {
  on: false, onSince: null, placeholders: ["number"], version: 1, steps: [{ days: -3, on: true, texts: [usual] }, { days: 7, on: false, texts: [{ ...usual, own: true }] }], lists: [],
  fee: { percent: "1.5", amounts: [], graceDays: 7, caps: [{ amount: "40.00", currency: "EUR" }], taxCategory: null, goes: "onNextInvoice" },
};

describe("The plan of reminders as it is typed", () => {
  const draft = planDraft(plan, "de-DE");

  it("says what the plan says, and sends nothing while nothing is different", () => {
    expect(draft.steps.map((step) => `${step.days} ${step.when}`)).toEqual(["3 before", "7 after"]);
    expect([draft.percent, draft.caps, draft.grace]).toEqual(["1,5", "40 EUR", "7"]);
    expect(planChanges(plan, draft, "de-DE")).toEqual({ changes: {}, faults: new Set() });
  });

  it("sends all steps when one is different, with own texts alone", () =>
    expect(planChanges(plan, { ...draft, steps: draft.steps.map((step) => ({ ...step, on: true })) }, "de-DE").changes).toEqual({
      steps: [{ days: -3, on: true, texts: [] }, { days: 7, on: true, texts: [{ language: "en", subject: "Reminder", message: "Please pay" }] }],
    }));

  it("sends the fee as a share or as amounts, never both, and none as null", () => {
    expect(planChanges(plan, { ...draft, fee: "amount", amounts: "5 eur; 6,50 USD" }, "de-DE").changes.fee).toEqual({ amounts: [{ amount: "5", currency: "EUR" }, { amount: "6.50", currency: "USD" }], graceDays: 7, caps: [{ amount: "40", currency: "EUR" }], taxCategory: null, goes: "onNextInvoice" });
    expect(planChanges(plan, { ...draft, fee: "none" }, "de-DE").changes).toEqual({ fee: null });
  });

  it("names what cannot be read", () => {
    const { faults } = planChanges(plan, { ...draft, percent: "much", grace: "soon", caps: "40", steps: [{ key: 9, days: "-1", when: "after", on: true, texts: [] }] }, "de-DE");
    expect([...faults].sort()).toEqual(["caps", "grace", "percent", "step 9"]);
  });

  it("counts days before the due date below zero, and the due date itself as zero", () => expect([daysOf({ days: "3", when: "before" }), daysOf({ days: "0", when: "before" }), daysOf({ days: "x", when: "after" })]).toEqual([-3, 0, null]));

  it("reads amounts with their currencies", () => {
    expect(readAmounts("", "en-US")).toEqual([]);
    expect(readAmounts("5", "en-US")).toBeNull();
  });
});
