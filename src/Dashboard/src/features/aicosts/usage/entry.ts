import { isProblem } from "@/api/problem";
import type { AiEntryInput, AiRecord } from "@/api/types";
import { readDecimal, showDecimal } from "@/lib/decimal";
import { tokensIn, tokensOut } from "./kinds";

/** Usage as somebody types it. */
export interface EntryDraft {
  account: string | null;
  date: string | null;
  cost: string;
  currency: string;
  model: string;
  input: string;
  output: string;
  note: string;
}

export const newEntry = (today: string): EntryDraft => ({ account: null, date: today, cost: "", currency: "USD", model: "", input: "", output: "", note: "" });

export const entryOf = (record: AiRecord, locale: string): EntryDraft => ({
  account: record.account,
  date: record.start.slice(0, 10),
  cost: record.cost ? showDecimal(record.cost.amount, locale, 0) : "",
  currency: record.cost?.currency ?? "USD",
  model: record.model ?? "",
  input: String(tokensIn(record) || ""),
  output: String(tokensOut(record) || ""),
  note: record.note ?? "",
});

/** A number of tokens as typed, with or without separators; undefined: it is none. */
export const countOf = (text: string): number | undefined => {
  const plain = text.replace(/[\s.,'’]/g, "");
  return plain === "" ? 0 : /^\d{1,15}$/.test(plain) ? Number(plain) : undefined;
};

/** What is sent; null while something is missing or cannot be read. An account is only told of an entry that is new. */
export function bodyOf(draft: EntryDraft, isNew: boolean, locale: string): AiEntryInput | null {
  const [cost, inputTokens, outputTokens] = [readDecimal(draft.cost, locale), countOf(draft.input), countOf(draft.output)];
  if (cost === null || !draft.date || inputTokens === undefined || outputTokens === undefined || (isNew && !draft.account)) return null;
  return {
    date: draft.date, cost: { amount: cost, currency: draft.currency }, inputTokens, outputTokens,
    ...(draft.model.trim() ? { model: draft.model.trim() } : {}), ...(draft.note.trim() ? { note: draft.note.trim() } : {}), ...(isNew ? { account: draft.account! } : {}),
  };
}

const fields: Readonly<Record<string, keyof EntryDraft>> = { "ai-entry-day-wrong": "date", "ai-entry-tokens-wrong": "input", "ai-entry-cost-wrong": "cost", "ai-entry-account-unknown": "account" };

/** The field that a refusal speaks of. */
export const fieldOf = (error: unknown): keyof EntryDraft | undefined => (isProblem(error) ? fields[error.code] : undefined);
