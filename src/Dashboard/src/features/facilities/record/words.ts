import type { BillingRow, Money } from "@/api/types";
import type { Formats } from "@/i18n/formats";
import { textNow, type PlainKey, type Translate } from "@/i18n/messages";
import { messages } from "./messages";
import type { Statuses } from "./useStatuses";

type Texts = (typeof messages)["en"];
type Text = Translate<Texts>;

/** What the status says against the money: "“Paid”, yet 200.00 USD open". Null when they agree. */
export function hintWords(row: BillingRow, statuses: Pick<Statuses, "find">, formats: Pick<Formats, "money">, t: Text = textNow(messages)): string | null {
  if (!row.hint || !row.outstanding) return null;
  return t(`hint_${row.hint}`, { status: statuses.find(row.statusId)?.name ?? "", amount: formats.money(row.outstanding) });
}

/** An event in the person's words; one that is not known here keeps its own, made readable. */
export function eventWords(event: string, t: Text): string {
  const key = `event_${event}`;
  return key in messages.en ? t(key as PlainKey<Texts>) : event.replace(/^.*\./, "").replaceAll("_", " ");
}

const fields: readonly string[] = ["billingDate", "from", "through", "statusId", "billed", "paid", "paidOn", "note", "withdrawn"];
export const fieldWords = (field: string, t: Text): string => (fields.includes(field) ? t(field as PlainKey<Texts>) : field);

/** A value of the history in words: an amount, a day, a status by its name. */
export function valueWords(field: string, value: unknown, t: Text, formats: Pick<Formats, "money" | "day">, statuses: Pick<Statuses, "find">): string {
  if (value === null || value === undefined || value === "") return t("none");
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "object" && "amount" in value) return formats.money(value as Money);
  if (field === "statusId") return statuses.find(String(value))?.name ?? String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? formats.day(String(value)) : String(value);
}
