import type { ReportColumn } from "@/api/types";
import type { Translate } from "@/i18n/messages";
import type { messages } from "./messages";

type Words = Translate<(typeof messages)["en"]>;

const names = {
  "receivables-aging": "receivables",
  "revenue-billed-and-received": "revenue",
  tax: "tax",
  "mrr-movements": "mrr",
  "facilities-by-group": "facilities",
  "ai-cost-by-client": "ai",
  "support-profitability": "support",
  usage: "usage",
} as const;

const known = (name: string): (typeof names)[keyof typeof names] | undefined => (names as Record<string, (typeof names)[keyof typeof names]>)[name];

/** What a report is called; a module's new one by its name in addresses. */
export const nameOf = (t: Words, name: string): string => (known(name) ? t(`name_${known(name)!}`) : name);

/** What it says. */
export const saysOf = (t: Words, name: string, says: string): string => (known(name) ? t(`says_${known(name)!}`) : says);

/** The head of a column. A catalogue answers a key that it lacks with the key. */
export function headOf(t: Words, column: ReportColumn): string {
  const key = `col_${column.name}`;
  const text = (t as (key: string) => string)(key);
  return text === key ? column.title : text;
}
