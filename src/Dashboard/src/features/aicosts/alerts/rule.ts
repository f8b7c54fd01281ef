import { isProblem } from "@/api/problem";
import type { AiAlertRule, AiAlertRuleTerms } from "@/api/types";
import { readDecimal, showDecimal } from "@/lib/decimal";
import type { AlertKind } from "./search";

export const scopes = ["organisation", "account", "provider", "tag"] as const;
export const levels = ["warning", "critical", "emergency"] as const;
export const severities = ["low", "medium", "high", "critical"] as const;
export const audiences = ["readers", "keepers", "nobody"] as const;

/** What a rule of one's own may look for: budgets have thresholds of their own. */
export const ownKinds = ["unpriced", "credentialRejected", "syncStale", "anomaly", "balanceLow", "serviceDown"] as const satisfies readonly AlertKind[];

/** A rule as it is typed. */
export interface RuleDraft {
  kind: AlertKind;
  name: string;
  scope: AiAlertRule["scope"];
  account: string;
  provider: string;
  tag: string;
  /** Empty: as loud as what is found. */
  level: (typeof levels)[number] | "";
  hours: string;
  minutes: string;
  amount: string;
  currency: string;
  severity: (typeof severities)[number];
  told: AiAlertRule["told"];
  on: boolean;
}
export type RuleField = "name" | "scope" | "account" | "provider" | "hours" | "minutes" | "amount";

/** Only days that stand out say by themselves how loud they are. */
export const isLoudItself = (kind: AlertKind) => kind === "anomaly" || kind === "budget";

export const newRule: RuleDraft = { kind: "balanceLow", name: "", scope: "organisation", account: "", provider: "", tag: "", level: "warning", hours: "48", minutes: "5", amount: "", currency: "USD", severity: "medium", told: "readers", on: true };

export const ruleOf = (rule: AiAlertRule, locale: string): RuleDraft => ({
  kind: rule.kind,
  name: rule.name ?? "",
  scope: rule.scope,
  account: rule.accountId ?? "",
  provider: rule.provider ?? "",
  tag: rule.tag ?? "",
  level: rule.level ?? "",
  hours: String(rule.hours ?? 48),
  minutes: String(rule.minutes ?? 5),
  amount: rule.amount ? showDecimal(rule.amount.amount, locale, 0) : "",
  currency: rule.amount?.currency ?? "USD",
  severity: rule.severity ?? "medium",
  told: rule.told,
  on: rule.on,
});

export const isWhole = (text: string, most: number) => /^\d{1,4}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= most;

/** What is sent: only what belongs to the kind and the scope; null while something is missing or cannot be read. */
export function ruleTermsOf(draft: RuleDraft, locale: string): AiAlertRuleTerms | null {
  const { kind, scope } = draft;
  const amount = draft.amount.trim() === "" ? null : readDecimal(draft.amount, locale);
  if ((scope === "account" && draft.account === "") || (scope === "provider" && draft.provider === "") || (scope === "tag" && draft.tag.trim() === "")) return null;
  if ((kind === "syncStale" && !isWhole(draft.hours, 720)) || (kind === "serviceDown" && !isWhole(draft.minutes, 1440)) || (kind === "balanceLow" && draft.amount.trim() !== "" && amount === null)) return null;
  return {
    scope,
    told: draft.told,
    on: draft.on,
    ...(draft.name.trim() ? { name: draft.name.trim() } : {}),
    ...(scope === "account" ? { accountId: draft.account } : {}),
    ...(scope === "provider" ? { provider: draft.provider } : {}),
    ...(scope === "tag" ? { tag: draft.tag.trim() } : {}),
    ...(draft.level && kind !== "budget" ? { level: draft.level } : {}),
    ...(kind === "syncStale" ? { hours: Number(draft.hours) } : {}),
    ...(kind === "serviceDown" ? { minutes: Number(draft.minutes) } : {}),
    ...(kind === "balanceLow" && amount !== null ? { amount: { amount, currency: draft.currency } } : {}),
    ...(kind === "anomaly" ? { severity: draft.severity } : {}),
  };
}

const fields: Readonly<Record<string, RuleField>> = {
  "ai-alert-rule-name-long": "name",
  "ai-alert-rule-scope-unclear": "scope",
  "ai-alert-rule-account-unknown": "account",
  "ai-provider-unknown": "provider",
  "ai-alert-rule-hours-wrong": "hours",
  "ai-alert-rule-minutes-wrong": "minutes",
  "ai-alert-rule-amount-wrong": "amount",
};

/** The field that a refusal speaks of; undefined where it speaks of all of it. */
export const fieldOf = (error: unknown): RuleField | undefined => (isProblem(error) ? fields[error.code] : undefined);
