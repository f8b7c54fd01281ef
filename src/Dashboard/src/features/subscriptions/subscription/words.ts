import type { HistoryEntry, SubscriptionHistory } from "@/api/types";
import type { PlainKey, Translate } from "@/i18n/messages";
import type { HistoryWords } from "@/ui/history/History";
import { messages } from "./messages";

type Texts = (typeof messages)["en"];

/** An event in the person's words; one that is not known here keeps its own, made readable. */
export function eventText(t: Translate<Texts>, event: string): string {
  const alias = event.replace(/^.*\./, "");
  return `event_${alias}` in messages.en ? t(`event_${alias}` as PlainKey<Texts>) : alias.replaceAll("_", " ");
}

export const historyWords = (t: Translate<Texts>): HistoryWords => ({ step: ({ events }) => eventText(t, events.find((event) => event.endsWith("_started")) ?? events.at(-1) ?? ""), field: (field) => field, value: (_, value) => String(value ?? "–") });

export const entriesOf = (items: SubscriptionHistory["items"]): HistoryEntry[] => items.map((item) => ({ ...item, changes: [] }));
