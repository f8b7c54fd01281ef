import type { HistoryEntry, InvoiceHappening } from "@/api/types";
import type { Formats } from "@/i18n/formats";
import type { PlainKey, Translate } from "@/i18n/messages";
import { isDay } from "@/lib/dates";
import type { HistoryWords } from "@/ui/history/History";
import { messages } from "./messages";

type Texts = (typeof messages)["en"];

/** What the time line leaves out: ids, which nobody reads. */
const shown = (field: string) => !field.endsWith("Id");

/** The facts of an invoice's events, as the time line takes them: each stands for itself, none replaces another. */
export const entriesOf = (items: readonly InvoiceHappening[]): HistoryEntry[] =>
  items.map(({ version, at, actor, event, facts }) => ({ version, at, actor, event, changes: Object.entries(facts).filter(([field]) => shown(field)).map(([field, to]) => ({ field, from: null, to })) }));

const weighty = /\.(invoice_(issued|voided|given_up|credited)|payment_allocated|payment_taken_back|credit_applied|invoice_drafted)$/;

/** The time line of an invoice in the person's words; an event that is not known here keeps its own, made readable. */
export function invoiceWords(t: Translate<Texts>, formats: Pick<Formats, "day" | "money">): HistoryWords {
  return {
    step: ({ events }) => {
      const alias = (events.find((event) => weighty.test(event)) ?? events[0] ?? "").replace(/^.*\./, "");
      return `event_${alias}` in messages.en ? t(`event_${alias}` as PlainKey<Texts>) : alias.replaceAll("_", " ");
    },
    field: (field) => (`field_${field}` in messages.en ? t(`field_${field}` as PlainKey<Texts>) : field),
    value: (_, value) => {
      const text = String(value ?? "");
      const money = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(text);
      if (money) return formats.money({ amount: money[1]!, currency: money[2]! });
      return isDay(text) ? formats.day(text) : text;
    },
  };
}
