import type { SupportRequest, SupportRequestChange, SupportRequestInput, Urgency } from "@/api/types";
import type { Day } from "@/lib/dates";
import { compareDecimals, readDecimal, showDecimal } from "@/lib/decimal";

/** A request as it is being typed. */
export interface Draft {
  client: string | null;
  on: Day | null;
  /** Such as 09:30. */
  at: string;
  open: boolean;
  type: string;
  category: string;
  description: string;
  urgency: Urgency;
  effort: SupportRequest["effort"];
  /** Empty in a new one: by its effort. */
  hours: string;
  source: SupportRequest["source"];
  webAddress: string;
}

export const newDraft = (client: string | null, today: Day, at: string): Draft => ({ client, on: today, at, open: false, type: "", category: "general", description: "", urgency: "low", effort: "small", hours: "", source: "ticket", webAddress: "" });

export const draftOf = (row: SupportRequest, locale: string): Draft => ({
  client: row.clientId,
  on: row.resolvedOn,
  at: row.resolvedAt.slice(0, 5),
  open: row.open,
  type: row.type,
  category: row.category,
  description: row.description,
  urgency: row.urgency,
  effort: row.effort,
  hours: showDecimal(row.hours, locale, 0),
  source: row.source,
  webAddress: row.webAddress ?? "",
});

export const isBadHours = ({ hours }: Pick<Draft, "hours">, locale: string) => hours.trim() !== "" && readDecimal(hours, locale) === null;
const isTime = (text: string) => /^\d{2}:\d{2}(:\d{2})?$/.test(text);
const timeOf = (at: string) => (at.length === 5 ? `${at}:00` : at);

/** What to write down; null while something is missing or cannot be read. */
export function inputOf(draft: Draft, locale: string): SupportRequestInput | null {
  const { client, on, at, open, urgency, effort, source, category } = draft;
  if (!client || !on || !isTime(at) || isBadHours(draft, locale)) return null;
  const [type, webAddress, hours] = [draft.type.trim(), draft.webAddress.trim(), readDecimal(draft.hours, locale)];
  return { clientId: client, resolvedOn: on, resolvedAt: timeOf(at), description: draft.description, category, urgency, effort, source, open, ...(type ? { type } : {}), ...(hours !== null ? { hours } : {}), ...(webAddress ? { webAddress } : {}) };
}

/** What changes of a request; null while something is missing or cannot be read. What was not touched is not said, so that its source may go on saying it. */
export function changeOf(draft: Draft, row: SupportRequest, locale: string): SupportRequestChange | null {
  const input = inputOf(draft, locale);
  const hours = readDecimal(draft.hours, locale);
  if (!input || hours === null) return null;
  const change: SupportRequestChange = {};
  if (input.clientId !== row.clientId) change.clientId = input.clientId;
  if (input.resolvedOn !== row.resolvedOn) change.resolvedOn = input.resolvedOn;
  if (draft.at !== row.resolvedAt.slice(0, 5)) change.resolvedAt = input.resolvedAt;
  if (draft.type.trim() !== row.type) change.type = draft.type.trim();
  if (draft.category !== row.category) change.category = draft.category;
  if (draft.description !== row.description) change.description = draft.description;
  if (draft.urgency !== row.urgency) change.urgency = draft.urgency;
  if (draft.effort !== row.effort) change.effort = draft.effort;
  if (compareDecimals(hours, row.hours) !== 0) change.hours = hours;
  if (draft.webAddress.trim() !== (row.webAddress ?? "")) change.webAddress = draft.webAddress.trim();
  if (draft.open !== row.open) change.open = draft.open;
  return change;
}
