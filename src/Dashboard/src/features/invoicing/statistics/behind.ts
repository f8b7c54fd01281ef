import { addDays, type Day } from "@/lib/dates";
import type { InvoicesSearch } from "../invoices/search";
import type { PaymentsSearch } from "../payments/search";

/** A list that shows exactly what a figure is made of: the page, and what stands in its address. */
export type Behind = { to: "/invoices"; search: InvoicesSearch } | { to: "/payments"; search: PaymentsSearch };

export interface Days {
  from?: Day | undefined;
  to?: Day | undefined;
}

export const figures = ["billed", "received", "paid", "unpaid", "overdue", "draft", "uncollectible", "voided"] as const;
export type Figure = (typeof figures)[number];
export const ages = ["notDue", "days1To30", "days31To60", "days61To90", "over90"] as const;
export type Age = (typeof ages)[number];

const lists: Partial<Record<Figure, NonNullable<InvoicesSearch["list"]>>> = { paid: "paid", unpaid: "open", overdue: "overdue", draft: "draft" };
const late: Record<Exclude<Age, "notDue">, readonly [least: number, most: number | null]> = { days1To30: [1, 30], days31To60: [31, 60], days61To90: [61, 90], over90: [91, null] };

/** The conditions of a table's address on the days of a column. */
function within(column: string, { from, to }: Days): string[] {
  if (from && to) return [`${column}.between.${from}~${to}`];
  return from ? [`${column}.after.${addDays(from, -1)}`] : to ? [`${column}.before.${addDays(to, 1)}`] : [];
}

const filterOf = (currency: string, ...conditions: readonly string[]) => [`currency.is.${currency}`, ...conditions].join(";");

/** What a figure of these days counts. Drafts have no date yet, and count whatever the days. */
export function behind(figure: Figure, currency: string, days: Days): Behind {
  if (figure === "received") return { to: "/payments", search: { list: "counted", filter: filterOf(currency, ...within("receivedOn", days)) } };
  const list = lists[figure];
  const issued = figure === "draft" ? [] : within("issueDate", days);
  return { to: "/invoices", search: list ? { list, filter: filterOf(currency, ...issued) } : { filter: filterOf(currency, `state.is.${figure}`, ...issued) } };
}

/** What is outstanding and so late on a day, of what was issued in these days. */
export function behindAge(age: Age, currency: string, on: Day, days: Days): Behind {
  const issued = within("issueDate", days);
  if (age === "notDue") return { to: "/invoices", search: { list: "open", filter: filterOf(currency, ...issued) } };
  const [least, most] = late[age];
  return { to: "/invoices", search: { list: "overdue", filter: filterOf(currency, ...within("dueDate", { from: most === null ? undefined : addDays(on, -most), to: addDays(on, -least) }), ...issued) } };
}
