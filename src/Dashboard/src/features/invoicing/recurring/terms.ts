import type { InvoiceInput, Recurring, RecurringInput } from "@/api/types";
import type { Day } from "@/lib/dates";
import { draftOf, scheduleOf, type ScheduleDraft } from "@/ui/schedule/draft";

/** On which days it bills and how far each invoice goes, as it is typed. */
export interface RecurringTerms {
  schedule: ScheduleDraft;
  from: Day | null;
  end: "never" | "until" | "times";
  until: Day | null;
  times: string;
  then: Recurring["then"];
}

export const termsOf = (was: Recurring | null, today: Day): RecurringTerms => ({
  schedule: draftOf(was?.schedule, today), from: was?.from ?? today, end: was?.until ? "until" : was?.times ? "times" : "never", until: was?.until ?? null, times: was?.times ? String(was.times) : "12", then: was?.then ?? "draft",
});

/** The terms as the server takes them; null while one of them cannot be read. */
export function readTerms(terms: RecurringTerms, today: Day): Pick<RecurringInput, "schedule" | "from" | "until" | "times" | "then"> | null {
  const schedule = scheduleOf(terms.schedule, today);
  if (!schedule || !terms.from || (terms.end === "until" && !terms.until) || (terms.end === "times" && !/^\d{1,4}$/.test(terms.times.trim()))) return null;
  return { schedule, from: terms.from, then: terms.then, ...(terms.end === "until" ? { until: terms.until } : terms.end === "times" ? { times: Number(terms.times) } : {}) };
}

/** What the editor typed, as a recurring invoice: its dates and periods come from the schedule. */
export function recurringOf({ issueDate: _, period: __, charges: ___, ...content }: InvoiceInput, terms: RecurringTerms, today: Day): RecurringInput {
  return { ...content, ...readTerms(terms, today)! };
}
