import { api, ask, ifMatch } from "@/api/client";
import type { BillingInput, BillingRow, Money, Status, StatusSet } from "@/api/types";
import type { Formats } from "@/i18n/formats";
import { compareDecimals, readDecimal } from "@/lib/decimal";

/** The same for a row before and after it is saved for the first time: a facility has one record per period. */
export const rowKey = (row: Pick<BillingRow, "facilityId" | "from" | "through">) => `${row.facilityId}_${row.from}_${row.through}`;

/** What the address says about an open row: the id of a saved record, or facility and period of one that nobody saved. */
export type RowName = { id: string } | { facilityId: string; from: string; through: string };
export function readRowName(text: string): RowName {
  const [facilityId = "", from, through] = text.split("_");
  return from && through ? { facilityId, from, through } : { id: text };
}
export const rowName = (row: BillingRow) => row.id ?? rowKey(row);

/** Fields a person may change, as the row names them. */
export type Field = "billingDate" | "from" | "through" | "statusId" | "billed" | "paid" | "paidOn" | "note";
export type RowChange = { [F in Field]?: string | Money | null };

const names: Partial<Record<Field, keyof BillingInput>> = { from: "newFrom", through: "newThrough" };

/** The command that saves a change to a row: named by its id, or by facility and period where nobody saved it yet. */
export function inputOf(row: BillingRow, change: RowChange): BillingInput {
  const named = row.id ? { id: row.id } : { facilityId: row.facilityId, from: row.from, through: row.through };
  return { ...named, ...Object.fromEntries(Object.entries(change).map(([field, value]) => [names[field as Field] ?? field, value])) } as BillingInput;
}

/** Saves a change onto the version that was seen; a period without a record has version 0, and one that has got one meanwhile is a conflict. */
export const saveRow = (row: BillingRow, change: RowChange): Promise<BillingRow> => ask(api.POST("/api/billing-records", { body: inputOf(row, change), headers: ifMatch(row.version) }));

export const withdrawRow = (row: BillingRow) => ask(api.DELETE("/api/billing-records/{id}", { params: { path: { id: row.id! } }, headers: ifMatch(row.version) }));
export const restoreRow = (id: string): Promise<BillingRow> => ask(api.POST("/api/billing-records/{id}/restore", { params: { path: { id } } }));

/** A typed amount: exact where it can be read by the person's own locale, else the text as it is, for the server to judge. */
export function amountInput(text: string, currency: string, locale: string): Money | string | null {
  if (text.trim() === "") return null;
  const amount = readDecimal(text, locale);
  return amount === null ? text.trim() : { amount, currency };
}

const sameMoney = (left: Money | null, right: Money | null) => (left === null || right === null ? left === right : left.currency === right.currency && compareDecimals(left.amount, right.amount) === 0);

/** The status that says the money is in; a set may have none. */
export const settledStatus = (set: StatusSet | undefined): Status | undefined => set?.statuses.find((one) => one.settles ?? /^(paid|bezahlt)$/i.test(one.name));

/** What "paid in full" writes: the billed amount as the server gave it, today where no date is there, the status that says so. Null when nothing is open. */
export function paidInFull(row: BillingRow, today: string, settled: Status | undefined): RowChange | null {
  if (!row.billed || sameMoney(row.billed, row.paid)) return null;
  return { paid: row.billed, ...(row.paidOn ? {} : { paidOn: today }), ...(settled && row.statusId !== settled.id ? { statusId: settled.id } : {}) };
}

/** Whether two versions of a row say the same about what was billed and paid. */
export const isSamePayment = (left: BillingRow, right: BillingRow) => sameMoney(left.billed, right.billed) && sameMoney(left.paid, right.paid) && left.paidOn === right.paidOn && left.statusId === right.statusId;

/** The values that a change replaced: what undo writes. */
export const before = (row: BillingRow, change: RowChange): RowChange => Object.fromEntries((Object.keys(change) as Field[]).map((field) => [field, row[field] ?? null]));

/** The text of a field as one edits it. */
export function fieldText(row: BillingRow, field: Field, formats: Pick<Formats, "amount">): string {
  const value = row[field];
  if (value === null) return "";
  return typeof value === "object" ? formats.amount(value) : value;
}
