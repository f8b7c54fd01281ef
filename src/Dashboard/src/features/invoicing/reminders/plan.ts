import type { MailText, Money, ReminderPlan, ReminderPlanInput } from "@/api/types";
import { readDecimal, showDecimal } from "@/lib/decimal";

/** A step as it is typed: so many days, before or after. */
export interface StepDraft {
  key: number;
  days: string;
  when: "before" | "after";
  on: boolean;
  texts: ReminderPlan["steps"][number]["texts"];
}

export interface PlanDraft {
  on: boolean;
  steps: readonly StepDraft[];
  fee: "none" | "percent" | "amount";
  percent: string;
  amounts: string;
  grace: string;
  caps: string;
  taxCategory: string;
  goes: "onNextInvoice" | "intoDraft";
}

const showAmounts = (amounts: readonly Money[], locale: string) => amounts.map((money) => `${showDecimal(money.amount, locale, 0)} ${money.currency}`).join("; ");

export const planDraft = (plan: ReminderPlan, locale: string): PlanDraft => ({
  on: plan.on,
  steps: plan.steps.map((step, at) => ({ key: at + 1, days: String(Math.abs(step.days)), when: step.days < 0 ? "before" : "after", on: step.on, texts: step.texts })),
  fee: plan.fee ? (plan.fee.percent ? "percent" : "amount") : "none",
  percent: plan.fee?.percent ? showDecimal(plan.fee.percent, locale, 0) : "",
  amounts: showAmounts(plan.fee?.amounts ?? [], locale),
  grace: String(plan.fee?.graceDays ?? 0),
  caps: showAmounts(plan.fee?.caps ?? [], locale),
  taxCategory: plan.fee?.taxCategory ?? "",
  goes: plan.fee?.goes ?? "onNextInvoice",
});

/** Amounts as typed, "5 EUR; 6,50 USD"; null where one cannot be read. */
export function readAmounts(text: string, locale: string): Money[] | null {
  const amounts: Money[] = [];
  for (const part of text.split(";").map((one) => one.trim()).filter(Boolean)) {
    const [, typed, currency] = /^(.*\S)\s+([A-Za-z]{3})$/.exec(part) ?? [];
    const amount = typed === undefined ? null : readDecimal(typed, locale);
    if (amount === null || currency === undefined) return null;
    amounts.push({ amount, currency: currency.toUpperCase() });
  }
  return amounts;
}

/** The days of a step as the server counts them; null for what is no number. */
export const daysOf = (step: Pick<StepDraft, "days" | "when">): number | null => (/^\d{1,3}$/.test(step.days.trim()) ? (step.when === "before" ? -Number(step.days) || 0 : Number(step.days)) : null);

const own = (texts: StepDraft["texts"]): MailText[] => texts.filter((text) => text.own).map(({ language, subject, message }) => ({ language, subject, message }));

/** What a save sends: only what became different; or the fields that cannot be read. */
export function planChanges(plan: ReminderPlan, draft: PlanDraft, locale: string): { changes: ReminderPlanInput; faults: ReadonlySet<string> } {
  const before = planDraft(plan, locale);
  const faults = new Set<string>();
  const changes: ReminderPlanInput = {};
  const differs = (...fields: (keyof PlanDraft)[]) => fields.some((field) => JSON.stringify(draft[field]) !== JSON.stringify(before[field]));
  if (draft.on !== before.on) changes.on = draft.on;
  for (const step of draft.steps) if (daysOf(step) === null) faults.add(`step ${step.key}`);
  if (differs("steps")) changes.steps = draft.steps.map((step) => ({ days: daysOf(step) ?? 0, on: step.on, texts: own(step.texts) }));
  if (!differs("fee", "percent", "amounts", "grace", "caps", "taxCategory", "goes")) return { changes, faults };
  if (draft.fee === "none") return { changes: { ...changes, fee: null }, faults };
  const [percent, amounts, caps] = [readDecimal(draft.percent.replace("%", ""), locale), readAmounts(draft.amounts, locale), readAmounts(draft.caps, locale)];
  if (draft.fee === "percent" && percent === null) faults.add("percent");
  if (draft.fee === "amount" && (amounts === null || amounts.length === 0)) faults.add("amounts");
  if (caps === null) faults.add("caps");
  if (!/^\d{1,3}$/.test(draft.grace.trim())) faults.add("grace");
  changes.fee = { ...(draft.fee === "percent" ? { percent } : { amounts: amounts ?? [] }), graceDays: Number(draft.grace), caps: caps ?? [], taxCategory: draft.taxCategory || null, goes: draft.goes };
  return { changes, faults };
}
