import { isProblem } from "@/api/problem";
import type { AiBudget, AiBudgetInput, AiBudgetTerms } from "@/api/types";
import { readDecimal, showDecimal } from "@/lib/decimal";
import { shareUpTo } from "../parts/share";

export const scopes = ["organisation", "account", "client", "tag"] as const;
export const levels = ["warning", "critical", "emergency"] as const;
export type Level = (typeof levels)[number];

/** Of what is told at a share of the amount; the key tells lines apart while one types. */
export interface ThresholdDraft {
  key: number;
  at: string;
  level: Level;
}

/** A budget as it is typed. */
export interface Draft {
  name: string;
  scope: AiBudget["scope"];
  account: string;
  client: string | null;
  tag: string;
  amount: string;
  currency: string;
  thresholds: readonly ThresholdDraft[];
}
export type DraftField = "name" | "scope" | "account" | "client" | "amount" | "thresholds";

const usual = [["70", "warning"], ["90", "critical"], ["100", "emergency"]] as const;

export const newDraft = (currency: string): Draft => ({ name: "", scope: "organisation", account: "", client: null, tag: "", amount: "", currency, thresholds: usual.map(([at, level], key) => ({ key, at, level })) });

export const draftOf = (budget: AiBudget, locale: string): Draft => ({
  name: budget.name,
  scope: budget.scope,
  account: budget.accountId ?? "",
  client: budget.clientId,
  tag: budget.tag ?? "",
  amount: showDecimal(budget.amount.amount, locale, 0),
  currency: budget.amount.currency,
  thresholds: budget.thresholds.map(({ at, level }, key) => ({ key, at: showDecimal(at, locale, 0), level })),
});

/** One more line, at the end. */
export const withThreshold = (draft: Draft): Draft => ({ ...draft, thresholds: [...draft.thresholds, { key: Math.max(-1, ...draft.thresholds.map(({ key }) => key)) + 1, at: "", level: "warning" }] });

/** A share that somebody may be told at: more than nothing, at most ten times the amount. */
export const isShare = shareUpTo("1000");

/** What is sent; null while something is missing or cannot be read. */
export function termsOf(draft: Draft, locale: string): AiBudgetTerms | null {
  const amount = readDecimal(draft.amount, locale);
  if (draft.name.trim() === "" || amount === null || draft.thresholds.some(({ at }) => !isShare(at, locale))) return null;
  return { name: draft.name.trim(), amount: { amount, currency: draft.currency }, thresholds: draft.thresholds.map(({ at, level }) => ({ at: readDecimal(at, locale)!, level })) };
}

/** The same for a budget that is new: whose costs count is said once. */
export function inputOf(draft: Draft, locale: string): AiBudgetInput | null {
  const terms = termsOf(draft, locale);
  if (!terms || (draft.scope === "account" && draft.account === "") || (draft.scope === "client" && draft.client === null) || (draft.scope === "tag" && draft.tag.trim() === "")) return null;
  return { ...terms, scope: draft.scope, ...(draft.scope === "account" ? { accountId: draft.account } : {}), ...(draft.scope === "client" ? { clientId: draft.client } : {}), ...(draft.scope === "tag" ? { tag: draft.tag.trim() } : {}) } as AiBudgetInput;
}

/** Whether nobody arranged it in between. */
export function sameTerms(one: AiBudget, other: AiBudget): boolean {
  const said = ({ name, amount, thresholds, closed }: AiBudget) => JSON.stringify([name, amount.amount, amount.currency, thresholds.map(({ at, level }) => [at, level]), closed]);
  return said(one) === said(other);
}

const fields: Readonly<Record<string, DraftField>> = {
  "ai-budget-name-taken": "name", "name-missing": "name", "name-too-long": "name", "name-has-hidden-characters": "name",
  "ai-budget-scope-unclear": "scope",
  "ai-budget-account-unknown": "account",
  "ai-budget-client-unknown": "client",
  "budget-not-positive": "amount",
  "thresholds-many": "thresholds", "threshold-zero": "thresholds", "threshold-twice": "thresholds",
};

/** The field that a refusal speaks of; undefined where it speaks of all of it. */
export const fieldOf = (error: unknown): DraftField | undefined => (isProblem(error) ? fields[error.code] : undefined);
