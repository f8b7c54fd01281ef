/** Billing rows of the fake: derived states, filters, sorting, cursors, totals. */
import { addDays } from "../src/lib/dates.ts";
import type { BillingRow, Totals } from "../src/api/types.ts";
import { cycleOf, facilities, groups, records, statusSets, today, type FakeFacility, type FakeRecord } from "./data.ts";

const text = (cents: number) => `${cents < 0 ? "-" : ""}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, "0")}`;
export const money = (cents: number | null, currency: string) => (cents === null ? null : { amount: text(cents), currency });
const cents = (amount: string) => Math.round(Number(amount) * 100);

const known = new WeakMap<FakeRecord, { version: number; row: BillingRow }>();

export function rowOf(record: FakeRecord): BillingRow {
  const kept = known.get(record);
  if (kept?.version === record.version) return kept.row;
  const row = makeRow(record);
  known.set(record, { version: record.version, row });
  return row;
}

function makeRow(record: FakeRecord): BillingRow {
  const facility = facilities.find((one) => one.id === record.facilityId)!;
  const group = groups.find((one) => one.id === facility.groupId)!;
  const open = record.billed === null ? null : record.billed - (record.paid ?? 0);
  const state = open === null ? "noAmount" : open < 0 ? "overpaid" : open === 0 ? "paid" : addDays(record.billingDate, group.paymentTermsDays) < today ? "overdue" : "outstanding";
  const named = statusSets.flatMap((set) => set.statuses).find((one) => one.id === record.statusId)?.name;
  return {
    id: record.id, facilityId: facility.id, facilityName: facility.name, groupId: group.id, groupName: group.name, currency: group.currency,
    billingDate: record.billingDate, from: record.from, through: record.through, statusId: record.statusId, billed: money(record.billed, group.currency), paid: money(record.paid, group.currency),
    paidOn: record.paidOn, note: record.note, outstanding: money(open, group.currency), state, partlyPaid: open !== null && open > 0 && (record.paid ?? 0) > 0,
    hint: named === "Paid" && (open ?? 0) > 0 ? "paidButOpen" : named !== "Paid" && open === 0 ? "openButPaid" : null,
    importId: record.importId, withdrawn: record.withdrawn, version: record.version, editedAt: record.editedAt, editedBy: record.editedBy,
  };
}

function computed(facility: FakeFacility, from: string, through: string): BillingRow[] {
  const group = groups.find((one) => one.id === facility.groupId)!;
  const out: BillingRow[] = [];
  for (let index = -60; index <= 12; index++) {
    const cycle = cycleOf(group.schedule, today, index);
    if (cycle.from < from || cycle.from > through || records.some((one) => !one.withdrawn && one.facilityId === facility.id && one.from >= cycle.from && one.from <= cycle.through)) continue;
    out.push({
      id: null, facilityId: facility.id, facilityName: facility.name, groupId: group.id, groupName: group.name, currency: group.currency, ...cycle, statusId: null, billed: null, paid: null,
      paidOn: null, note: null, outstanding: null, state: "empty", partlyPaid: false, hint: null, importId: null, withdrawn: false, version: 0, editedAt: null, editedBy: null,
    });
  }
  return out;
}

const fields: Record<string, (row: BillingRow) => string | number | null> = {
  facility: (row) => row.facilityName, group: (row) => row.groupName, billingDate: (row) => row.billingDate, from: (row) => row.from, through: (row) => row.through,
  status: (row) => statusSets.flatMap((set) => set.statuses).find((one) => one.id === row.statusId)?.order ?? null, billed: (row) => row.billed && cents(row.billed.amount), paid: (row) => row.paid && cents(row.paid.amount),
  outstanding: (row) => row.outstanding && cents(row.outstanding.amount), paidOn: (row) => row.paidOn,
};

export function listRows(query: URLSearchParams): { items: BillingRow[]; nextCursor: string | null; count?: number; totals?: Totals[] } {
  const [from, through] = [query.get("from"), query.get("through")];
  const state = query.get("state");
  const live = facilities.filter((one) => !one.archived);
  let rows = records.filter((one) => !one.withdrawn).map(rowOf);
  if (from !== null && through !== null) rows = [...rows.filter((row) => row.from >= from && row.from <= through), ...live.flatMap((one) => computed(one, from, through))];
  else if (state === "empty") rows = live.flatMap((one) => computed(one, cycleOf(groups.find((group) => group.id === one.groupId)!.schedule, today, 0).from, today));
  const needle = query.get("search")?.toLowerCase();
  const statuses = query.getAll("statusId");
  const [least, most] = [query.get("minAmount"), query.get("maxAmount")];
  rows = rows.filter(
    (row) =>
      (!query.get("groupId") || row.groupId === query.get("groupId")) && (!query.get("facilityId") || row.facilityId === query.get("facilityId")) &&
      (!needle || `${row.facilityName} ${row.groupName} ${row.note ?? ""}`.toLowerCase().includes(needle)) && (statuses.length === 0 || statuses.includes(row.statusId ?? "none")) &&
      (!state || (state === "paid" ? row.state === "paid" || row.state === "overpaid" : state === "outstanding" ? row.state === "outstanding" || row.state === "overdue" : row.state === state)) &&
      (!least || (row.billed !== null && cents(row.billed.amount) >= cents(least))) && (!most || (row.billed !== null && cents(row.billed.amount) <= cents(most))),
  );
  const order = (query.get("sort") || "facility,from").split(",");
  rows.sort((a, b) => {
    for (const term of order) {
      const read = fields[term.replace(/^-/, "")];
      const [left, right] = [read?.(a) ?? null, read?.(b) ?? null];
      if (left === right) continue;
      if (left === null) return 1;
      if (right === null) return -1;
      return (left < right ? -1 : 1) * (term.startsWith("-") ? -1 : 1);
    }
    return 0;
  });
  const at = Number(query.get("cursor") ?? 0);
  const limit = Math.min(200, Number(query.get("limit") ?? 50));
  const page = { items: rows.slice(at, at + limit), nextCursor: at + limit < rows.length ? String(at + limit) : null };
  return query.has("cursor") ? page : { ...page, count: rows.length, totals: totalsOf(rows) };
}

export function totalsOf(rows: readonly BillingRow[]): Totals[] {
  const sums = new Map<string, { billed: number; paid: number; outstanding: number; overdue: number; records: number }>();
  for (const row of rows) {
    const sum = sums.get(row.currency) ?? { billed: 0, paid: 0, outstanding: 0, overdue: 0, records: 0 };
    const open = row.outstanding ? cents(row.outstanding.amount) : 0;
    sum.billed += row.billed ? cents(row.billed.amount) : 0;
    sum.paid += row.paid ? cents(row.paid.amount) : 0;
    sum.outstanding += open;
    sum.overdue += row.state === "overdue" ? open : 0;
    sum.records += row.id ? 1 : 0;
    sums.set(row.currency, sum);
  }
  return [...sums].map(([currency, sum]) => ({ currency, billed: money(sum.billed, currency)!, paid: money(sum.paid, currency)!, outstanding: money(sum.outstanding, currency)!, overdue: money(sum.overdue, currency)!, records: sum.records }));
}
