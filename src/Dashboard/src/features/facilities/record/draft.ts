import type { Problem } from "@/api/problem";
import type { BillingRow } from "@/api/types";
import type { Formats } from "@/i18n/formats";
import type { Day } from "@/lib/dates";
import { amountInput, fieldText, type Field, type RowChange } from "./rows";

/** The facts of a record while they are edited: days as days, amounts as the text that is typed. */
export interface Draft {
  billingDate: Day | null;
  from: Day | null;
  through: Day | null;
  statusId: string | null;
  billed: string;
  paid: string;
  paidOn: Day | null;
  note: string;
}

export const draftOf = (row: BillingRow, formats: Pick<Formats, "amount">): Draft => ({
  billingDate: row.billingDate, from: row.from, through: row.through, statusId: row.statusId,
  billed: fieldText(row, "billed", formats), paid: fieldText(row, "paid", formats), paidOn: row.paidOn, note: row.note ?? "",
});

/** What the draft changes about the row. A day that may not be empty keeps its value. */
export function changeOf(row: BillingRow, draft: Draft, formats: Pick<Formats, "amount" | "locale">): RowChange {
  const change: RowChange = {};
  for (const field of ["billingDate", "from", "through"] as const) if (draft[field] && draft[field] !== row[field]) change[field] = draft[field];
  for (const field of ["statusId", "paidOn"] as const) if (draft[field] !== row[field]) change[field] = draft[field];
  for (const field of ["billed", "paid"] as const) if (draft[field].trim() !== fieldText(row, field, formats)) change[field] = amountInput(draft[field], row.currency, formats.locale);
  if (draft.note.trim() !== (row.note ?? "")) change.note = draft.note.trim() || null;
  return change;
}

const speaksOf: Record<string, readonly Field[]> = {
  "not-an-amount": ["billed", "paid"], "too-many-decimals": ["billed", "paid"], "amount-too-large": ["billed", "paid"], "wrong-currency": ["billed", "paid"],
  "not-a-date": ["billingDate", "paidOn", "from", "through"], "ends-before-it-begins": ["through", "from"], "period-taken": ["from", "through"], "unknown-status": ["statusId"], "note-too-long": ["note"],
};

/** The field a refusal belongs to: the one it points at, else the first of those it speaks of that was changed. */
export function faultField(problem: Problem, change: RowChange): Field | null {
  const changed = Object.keys(change) as Field[];
  const pointed = changed.find((field) => problem.fieldError(field) ?? problem.fieldError(`new${field[0]!.toUpperCase()}${field.slice(1)}`));
  return pointed ?? speaksOf[problem.code]?.find((field) => changed.includes(field)) ?? null;
}
