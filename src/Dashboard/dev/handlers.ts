/** The answers of the fake, one per line of the contract. Enough to try screens on; the truth is the server. */
import { randomUUID } from "node:crypto";
import { readDecimal } from "../src/lib/decimal.ts";
import { readDay } from "../src/lib/dates.ts";
import type { BillingInput, CustomDates, Group, GroupInput, ImportReport, Schedule, StatusSetInput } from "../src/api/types.ts";
import { activity, customDates, cycleOf, deadLetters, facilities, groups, imports, nextSequence, organisation, records, sequence, settings, someone, statusSets, summaryOf, today, type FakeFacility, type FakeGroup, type FakeRecord } from "./data.ts";
import { listRows, money, rowOf, totalsOf } from "./rows.ts";

export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly more: object;
  constructor(status: number, code: string, message: string, more: object = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.more = more;
  }
}
export interface Ask { method: string; path: string; id: string; query: URLSearchParams; body: unknown; raw: Buffer; fileName: string; ifMatch: number | null }
export const changed = new Set<(data: object) => void>();
const now = () => new Date().toISOString();

function tell(type: string, stream: string, id: string, version: number, { facilityName, ...facts }: Record<string, unknown>): void {
  const entry = { seq: nextSequence(), at: now(), actor: someone, type: `facilities.${type}`, id, facts: facts as Record<string, string>, facilityName: (facilityName as string | undefined) ?? null, changes: 1 };
  activity.unshift(entry);
  for (const listener of changed) listener({ seq: entry.seq, type: entry.type, stream: `facilities.${stream}`, id, version, at: entry.at });
}

const found = <T>(thing: T | undefined): T => {
  if (!thing) throw new Refused(404, "not-found", "There is no such thing.");
  return thing;
};
function checkVersion(ask: Ask, thing: { version: number }, current: unknown, given?: number): void {
  const expected = given ?? ask.ifMatch;
  if (expected !== null && expected !== undefined && expected !== thing.version) throw new Refused(409, "conflict", "Somebody else changed this meanwhile.", { current });
}

const groupOut = (group: FakeGroup): Group => {
  const rows = records.filter((one) => !one.withdrawn).map(rowOf).filter((row) => row.groupId === group.id);
  const totals = totalsOf(rows)[0];
  const none = money(0, group.currency)!;
  return { ...group, facilities: facilities.filter((one) => one.groupId === group.id && !one.archived).length, open: totals?.outstanding ?? none, overdue: totals?.overdue ?? none };
};
const facilityOut = (one: FakeFacility) => ({ ...one, groupName: groups.find((group) => group.id === one.groupId)?.name ?? "", records: records.filter((record) => record.facilityId === one.id && !record.withdrawn).length });
const setOut = (set: (typeof statusSets)[number]) => ({ ...set, statuses: set.statuses.map((one) => ({ ...one, records: records.filter((record) => record.statusId === one.id).length })) });
const archivedOf = (query: URLSearchParams) => (one: { archived: boolean }) => query.get("archived") === "all" || one.archived === (query.get("archived") === "true");
const page = <T>(items: T[], query: URLSearchParams) => {
  const [at, limit] = [Number(query.get("cursor") ?? 0), Math.min(200, Number(query.get("limit") ?? 50))];
  return { items: items.slice(at, at + limit), nextCursor: at + limit < items.length ? String(at + limit) : null };
};

function amount(value: BillingInput["billed"], field: string): number | null {
  if (value === null || value === undefined) return null;
  const read = typeof value === "string" ? readDecimal(value, settings.locale) : value.amount;
  if (read === null) throw new Refused(422, "not-an-amount", `“${String(value)}” is not an amount. Write it like 1,234.56.`, { errors: [{ pointer: `/${field}`, detail: `“${String(value)}” is not an amount.` }] });
  if ((read.split(".")[1]?.length ?? 0) > 2) throw new Refused(422, "too-many-decimals", "USD has two decimals.");
  return Math.round(Number(read) * 100);
}
const date = (value: string | null | undefined) => {
  if (value === null || value === undefined) return null;
  const read = readDay(value, settings.dateFormat, today);
  if (!read) throw new Refused(422, "not-a-date", `“${value}” is not a date.`);
  return read;
};

function save(ask: Ask, input: BillingInput): FakeRecord {
  const known = input.id ? found(records.find((one) => one.id === input.id)) : records.find((one) => !one.withdrawn && one.facilityId === input.facilityId && one.from === input.from);
  const facility = found(facilities.find((one) => one.id === (known?.facilityId ?? input.facilityId)));
  const group = groups.find((one) => one.id === facility.groupId)!;
  if (known) checkVersion(ask, known, rowOf(known), input.version ?? undefined);
  const before: FakeRecord = known ?? {
    id: randomUUID(), facilityId: facility.id, billingDate: input.billingDate ?? cycleOf(group.schedule, today, 0).billingDate, from: input.from!, through: input.through!, statusId: null, billed: null, paid: null,
    paidOn: null, note: null, importId: null, version: 0, editedAt: now(), editedBy: "You", withdrawn: false, history: [],
  };
  const has = (key: keyof BillingInput) => input[key] !== undefined;
  const after: FakeRecord = {
    ...before,
    ...(has("billingDate") ? { billingDate: date(input.billingDate)! } : {}), ...(has("newFrom") ? { from: date(input.newFrom)! } : {}), ...(has("newThrough") ? { through: date(input.newThrough)! } : {}),
    ...(has("statusId") ? { statusId: input.statusId ?? null } : {}), ...(has("billed") ? { billed: amount(input.billed, "billed") } : {}), ...(has("paid") ? { paid: amount(input.paid, "paid") } : {}),
    ...(has("paidOn") ? { paidOn: date(input.paidOn) } : {}), ...(has("note") ? { note: input.note ?? null } : {}), version: before.version + 1, editedAt: now(), editedBy: "You",
  };
  if (after.through < after.from) throw new Refused(422, "ends-before-it-begins", "The period ends before it begins.");
  const [from, to] = [rowOf(before) as unknown as Record<string, unknown>, rowOf(after) as unknown as Record<string, unknown>];
  const changes = ["billingDate", "from", "through", "statusId", "billed", "paid", "paidOn", "note"].filter((key) => JSON.stringify(from[key]) !== JSON.stringify(to[key])).map((field) => ({ field, from: from[field] ?? null, to: to[field] ?? null }));
  after.history = [{ version: after.version, at: after.editedAt, actor: someone, event: has("paid") ? "facilities.received_amount_noted" : "facilities.facility_billed", changes }, ...before.history];
  if (known) Object.assign(known, after);
  else records.push(after);
  tell(has("paid") ? "received_amount_noted" : "facility_billed", "billing_record", after.id, after.version, summaryOf(after, has("paid")));
  return known ?? after;
}

function fakeImport(ask: Ask): ImportReport {
  const lines = ask.raw.toString("utf8").replace(/^﻿/, "").split(/\r?\n/).filter(Boolean);
  const cellsOf = (line: string) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map((one) => one[1]!.replace(/^"|"$/g, "").replaceAll('""', '"'));
  const columns = cellsOf(lines[0] ?? "").filter(Boolean);
  const rejected: ImportReport["rejected"] = [];
  const sums = { billed: 0, paid: 0 };
  const fresh = new Map<string, Set<string>>();
  const preview: NonNullable<ImportReport["preview"]> = lines.slice(1).map((text, at) => {
    const cells = Object.fromEntries(columns.map((name, column) => [name, cellsOf(text)[column] ?? ""]));
    const billed = cells.Billed ? readDecimal(cells.Billed, "en-US") : "0";
    if (billed === null) rejected.push({ line: at + 2, column: "Billed", value: cells.Billed!, code: "not-an-amount", reason: `“${cells.Billed}” is not an amount.` });
    else {
      sums.billed += Math.round(Number(billed) * 100);
      sums.paid += Math.round(Number(readDecimal(cells.Paid || "0", "en-US") ?? 0) * 100);
      if (cells.Group) (fresh.get(cells.Group) ?? fresh.set(cells.Group, new Set()).get(cells.Group)!).add(cells.Facility ?? "");
    }
    return { line: at + 2, cells, outcome: billed === null ? ("rejected" as const) : ("new" as const) };
  });
  const dryRun = ask.query.get("dryRun") === "true";
  const importId = ask.query.get("importId") ?? randomUUID();
  const accepted = preview.length - rejected.length;
  if (!dryRun) {
    imports.unshift({ importId, at: now(), actor: someone.name, undoneAt: null, fileName: ask.fileName, state: "done", accepted, unchanged: 0, rejected: rejected.length, progress: 1 });
    tell("import_finished", "import", importId, 1, { fileName: ask.fileName, accepted });
  }
  const mapping = Object.fromEntries(columns.map((name) => [name, name]));
  const schedule: Schedule = { frequency: "monthly", periodRule: "arrears", dayOfMonth: 1 };
  return {
    importId, dryRun, accepted, unchanged: 0, rejected, repeated: [], totals: [{ currency: "USD", billed: money(sums.billed, "USD")!, paid: money(sums.paid, "USD")! }],
    newGroups: [...fresh].map(([name, set]) => ({ name, schedule, facilities: set.size, currency: "USD", explained: 3, seen: 3, paymentTermsDays: 30 })), newFacilities: [...fresh.values()].reduce((sum, set) => sum + set.size, 0),
    file: { name: ask.fileName, format: "csv", encoding: "UTF-8", separator: ",", sheetName: null, datesInDoubt: null, amountsInDoubt: null, notes: [], dateOrder: "mdy", decimal: ".", columns, mapping, rows: preview.length }, preview: preview.filter((row, at) => at < 200 || row.outcome === "rejected"),
  };
}

const cycles = (schedule: Schedule, query: { on?: string | null; past?: number | null; future?: number | null }) => ({
  items: Array.from({ length: (query.past ?? 12) + (query.future ?? 6) + 1 }, (_, at) => at - (query.past ?? 12)).map((index) => ({
    index, label: index === 0 ? "Current cycle" : index < 0 ? `${-index} cycle${index === -1 ? "" : "s"} ago` : `${index} cycle${index === 1 ? "" : "s"} ahead`, ...cycleOf(schedule, query.on ?? today, index),
  })),
});

type Handler = (ask: Ask) => unknown;
/** `METHOD /path/{id}` → answer. */
export const handlers: Record<string, Handler> = {
  "GET /api/organisation": () => organisation,
  "GET /api/settings": () => settings,
  "PUT /api/settings": (ask) => {
    const body = ask.body as Partial<typeof settings>;
    if (body.monthEndUrl && !/^https?:/.test(body.monthEndUrl)) throw new Refused(422, "bad-url", "This is not a web address. It starts with https://.");
    Object.assign(settings, body, { version: settings.version + 1 });
    tell("date_format_chosen", "settings", organisation.id, settings.version, {});
    return settings;
  },
  "GET /api/facility-groups": ({ query }) => page(groups.filter(archivedOf(query)).map(groupOut), query),
  "POST /api/facility-groups": ({ body }) => {
    const input = body as GroupInput;
    if (groups.some((one) => one.name === input.name)) throw new Refused(422, "name-taken", "There is a group of that name already.");
    const group: FakeGroup = { id: randomUUID(), name: input.name!, schedule: input.schedule!, statusSetId: input.statusSetId ?? statusSets[0]!.id, paymentTermsDays: input.paymentTermsDays ?? 30, currency: input.currency ?? "USD", clientId: null, archived: false, version: 1 };
    groups.push(group);
    tell("group_opened", "group", group.id, 1, { name: group.name });
    return groupOut(group);
  },
  "PUT /api/facility-groups/{id}": (ask) => {
    const group = found(groups.find((one) => one.id === ask.id));
    checkVersion(ask, group, groupOut(group));
    Object.assign(group, ask.body, { version: group.version + 1 });
    tell("schedule_agreed", "group", group.id, group.version, { name: group.name });
    return groupOut(group);
  },
  "DELETE /api/facility-groups/{id}": ({ id }) => {
    const group = found(groups.find((one) => one.id === id));
    group.archived = true;
    tell("group_archived", "group", id, ++group.version, { name: group.name });
    return { outcome: "archived" };
  },
  "POST /api/facility-groups/{id}/restore": ({ id }) => {
    const group = found(groups.find((one) => one.id === id));
    group.archived = false;
    tell("group_restored", "group", id, ++group.version, { name: group.name });
    return groupOut(group);
  },
  "GET /api/facility-groups/{id}/cycles": ({ id, query }) => cycles(found(groups.find((one) => one.id === id)).schedule, { on: query.get("on"), past: Number(query.get("past") ?? 12), future: Number(query.get("future") ?? 6) }),
  "POST /api/schedules/preview": ({ body }) => cycles((body as { schedule: Schedule }).schedule, body as { on?: string; past?: number; future?: number }),
  "GET /api/facilities": ({ query }) => page(facilities.filter(archivedOf(query)).filter((one) => (!query.get("groupId") || one.groupId === query.get("groupId")) && one.name.toLowerCase().includes((query.get("search") ?? "").toLowerCase())).map(facilityOut), query),
  "POST /api/facilities": ({ body }) => {
    const facility: FakeFacility = { id: randomUUID(), ...(body as { name: string; groupId: string }), archived: false, version: 1 };
    if (facilities.some((one) => one.groupId === facility.groupId && one.name === facility.name)) throw new Refused(422, "name-taken", "The group has a facility of that name already.");
    facilities.push(facility);
    tell("facility_opened", "facility", facility.id, 1, { name: facility.name, facilityName: facility.name });
    return facilityOut(facility);
  },
  "PUT /api/facilities/{id}": (ask) => {
    const facility = found(facilities.find((one) => one.id === ask.id));
    checkVersion(ask, facility, facilityOut(facility));
    Object.assign(facility, ask.body, { version: facility.version + 1 });
    tell("facility_renamed", "facility", facility.id, facility.version, { name: facility.name, facilityName: facility.name });
    return facilityOut(facility);
  },
  "DELETE /api/facilities/{id}": ({ id }) => {
    const facility = found(facilities.find((one) => one.id === id));
    facility.archived = true;
    tell("facility_archived", "facility", id, ++facility.version, { name: facility.name, facilityName: facility.name });
    return { outcome: "archived" };
  },
  "POST /api/facilities/{id}/restore": ({ id }) => {
    const facility = found(facilities.find((one) => one.id === id));
    facility.archived = false;
    tell("facility_restored", "facility", id, ++facility.version, { name: facility.name, facilityName: facility.name });
    return facilityOut(facility);
  },
  "GET /api/custom-dates/{id}": ({ id }) => customDates.get(id) ?? { items: [], version: 0 },
  "PUT /api/custom-dates/{id}": ({ id, body }) => {
    const next: CustomDates = { items: (body as CustomDates).items, version: (customDates.get(id)?.version ?? 0) + 1 };
    customDates.set(id, next);
    return next;
  },
  "GET /api/status-sets": ({ query }) => page(statusSets.map(setOut), query),
  "POST /api/status-sets": ({ body }) => {
    const input = body as StatusSetInput;
    statusSets.push({ id: randomUUID(), name: input.name!, isDefault: false, version: 1, statuses: (input.statuses ?? []).map((one, order) => ({ id: randomUUID(), order, name: one.name, color: one.color, settles: one.settles ?? false })) });
    return setOut(statusSets.at(-1)!);
  },
  "PUT /api/status-sets/{id}": ({ id, body }) => {
    const [set, input] = [found(statusSets.find((one) => one.id === id)), body as StatusSetInput];
    const gone = set.statuses.filter((one) => input.statuses && !input.statuses.some((kept) => kept.id === one.id));
    const inUse = gone.filter((one) => records.some((record) => record.statusId === one.id) && !input.replacements?.[one.id]);
    if (inUse.length > 0) throw new Refused(422, "status-in-use", "Some records have this status. Choose what they get instead.", { inUse: inUse.map((one) => ({ statusId: one.id, name: one.name, records: records.filter((record) => record.statusId === one.id).length })) });
    for (const [from, to] of Object.entries(input.replacements ?? {})) for (const record of records) if (record.statusId === from) record.statusId = to;
    Object.assign(set, { name: input.name ?? set.name, version: set.version + 1 }, input.statuses ? { statuses: input.statuses.map((one, order) => ({ id: one.id ?? randomUUID(), name: one.name, color: one.color, order, settles: one.settles ?? set.statuses.find((known) => known.id === one.id)?.settles ?? false })) } : {});
    tell("status_set_renamed", "status_set", id, set.version, { name: set.name });
    return setOut(set);
  },
  "DELETE /api/status-sets/{id}": ({ id }) => {
    if (groups.some((one) => one.statusSetId === id)) throw new Refused(422, "status-set-in-use", "Some groups use this set.");
    statusSets.splice(statusSets.findIndex((one) => one.id === id), 1);
    return { outcome: "deleted" };
  },
  "GET /api/billing-records": ({ query }) => listRows(query),
  "POST /api/billing-records": (ask) => rowOf(save(ask, ask.body as BillingInput)),
  "POST /api/billing-records/bulk": (ask) => {
    const items = (ask.body as { items: BillingInput[] }).items.map((input, index) => {
      try {
        return { index, row: rowOf(save({ ...ask, ifMatch: null }, input)) };
      } catch (error) {
        return { index, problem: problemOf(error) };
      }
    });
    return { accepted: items.filter((one) => "row" in one).length, refused: items.filter((one) => "problem" in one).length, items };
  },
  "GET /api/billing-records/export": ({ query }) => {
    const all = new URLSearchParams(query);
    all.delete("cursor");
    const rows = [];
    for (let at = 0, more = true; more; at += 200) {
      all.set("limit", "200");
      if (at > 0) all.set("cursor", String(at));
      const part = listRows(all);
      rows.push(...part.items);
      more = part.nextCursor !== null;
    }
    return new Blob([["Group,Facility,From Date,Through Date,Billed", ...rows.map((row) => [row.groupName, row.facilityName, row.from, row.through, row.billed?.amount ?? ""].join(","))].join("\n")], { type: "text/csv" });
  },
  "GET /api/billing-records/{id}": ({ id }) => rowOf(found(records.find((one) => one.id === id))),
  "DELETE /api/billing-records/{id}": (ask) => {
    const record = found(records.find((one) => one.id === ask.id));
    checkVersion(ask, record, rowOf(record));
    record.withdrawn = true;
    tell("billing_record_withdrawn", "billing_record", record.id, ++record.version, summaryOf(record));
    return { outcome: "withdrawn" };
  },
  "POST /api/billing-records/{id}/restore": ({ id }) => {
    const record = found(records.find((one) => one.id === id));
    record.withdrawn = false;
    tell("billing_record_restored", "billing_record", id, ++record.version, summaryOf(record));
    return rowOf(record);
  },
  "GET /api/billing-records/{id}/history": ({ id }) => ({ items: found(records.find((one) => one.id === id)).history }),
  "POST /api/facilities/import": fakeImport,
  "POST /api/facilities/import/rejected": () => new Blob(["Group,Facility,Reason\n"], { type: "text/csv" }),
  "GET /api/imports": ({ query }) => page(imports, query),
  "GET /api/imports/{id}": ({ id }) => found(imports.find((one) => one.importId === id)),
  "POST /api/imports/{id}/undo": ({ id }) => {
    const run = found(imports.find((one) => one.importId === id));
    run.state = "undone";
    tell("import_undone", "import", id, 2, { undone: String(run.accepted) });
    return { importId: id, undone: run.accepted, kept: [] };
  },
  "GET /api/activity": ({ query }) => page(activity, query),
  "GET /api/health": () => ({ status: "ok", database: { status: "ok", milliseconds: 1.4, version: "18.4" } }),
  "GET /health": () => ({
    status: deadLetters.length > 0 ? "degraded" : "ok",
    parts: [
      { name: "database", status: "ok", detail: "PostgreSQL 18.4, answered in 1.4 ms", lastGood: now() },
      { name: "projections", status: "ok", detail: "2 of 2 follow", lag: 0, lastGood: now() },
      { name: "messages", status: deadLetters.length > 0 ? "degraded" : "ok", detail: `${deadLetters.length} dead letters`, lastGood: now() },
      { name: "live updates", status: "ok", detail: "1 listener", lastGood: now() },
    ],
  }),
  "GET /api/projections": () => ({
    items: [
      { name: "billing_rows", lifecycle: "inline", version: 1, position: sequence, highWaterMark: sequence, lag: 0, state: "running", error: null, lastUpdated: now() },
      { name: "activity", lifecycle: "async", version: 1, position: sequence - 3, highWaterMark: sequence, lag: 3, state: "running", error: null, lastUpdated: now() },
      { name: "group_totals", lifecycle: "async", version: 2, position: 412, highWaterMark: sequence, lag: sequence - 412, state: "rebuilding", error: null, lastUpdated: now() },
    ],
  }),
  "GET /api/messages/dead-letters": () => ({ items: deadLetters }),
  "POST /api/messages/dead-letters/{id}/replay": ({ id }) => {
    deadLetters.splice(deadLetters.findIndex((one) => one.id === id), 1);
    return undefined;
  },
  "GET /openapi.json": () => ({
    openapi: "3.1.1", info: { title: "Billing", version: "1", description: "A stand-in of the fake API." }, servers: [{ url: "/" }], tags: [{ name: "Facilities" }],
    paths: { "/api/facility-groups": { get: { tags: ["Facilities"], operationId: "listGroups", summary: "Facility groups", responses: { 200: { description: "Groups" } } } }, "/api/billing-records": { get: { tags: ["Facilities"], operationId: "listRecords", summary: "Billing records", responses: { 200: { description: "Rows" } } } } },
  }),
};

export function problemOf(error: unknown) {
  const [status, code, more] = error instanceof Refused ? [error.status, error.code, error.more] : [500, "broken", {}];
  return { type: `urn:billing:facilities:${code}`, title: (error as Error).message, detail: (error as Error).message, status, code, ...more };
}
