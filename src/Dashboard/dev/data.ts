/** A small company to try the dashboard on: made up, the same on every start. Amounts are whole cents here. */
import { randomUUID } from "node:crypto";
import { addDays, addMonths, type Day } from "../src/lib/dates.ts";
import type { Activity, Actor, CustomDate, DeadLetter, HistoryEntry, ImportRun, Schedule, Settings, Status } from "../src/api/types.ts";

export interface FakeGroup { id: string; name: string; schedule: Schedule; statusSetId: string; paymentTermsDays: number; currency: string; clientId: string | null; archived: boolean; version: number }
export interface FakeFacility { id: string; name: string; groupId: string; archived: boolean; version: number }
export interface FakeRecord {
  id: string; facilityId: string; billingDate: Day; from: Day; through: Day; statusId: string | null; billed: number | null; paid: number | null;
  paidOn: Day | null; note: string | null; importId: string | null; version: number; editedAt: string; editedBy: string; withdrawn: boolean; history: HistoryEntry[];
}
export interface FakeStatusSet { id: string; name: string; isDefault: boolean; version: number; statuses: Omit<Status, "records">[] }

export const today: Day = new Date().toISOString().slice(0, 10);
export const someone: Actor = { kind: "person", id: "0b1e", name: "Robin Vale" };
export const organisation = { id: randomUUID(), name: "Larkspur Billing", timeZone: "America/Chicago", locale: "en-US", today, currency: "USD" };
export const settings: Settings = { monthEndUrl: "https://tracker.example.test/month-end", weekStart: "monday", dateFormat: "MM/dd/yyyy", currency: "USD", timeZone: "America/Chicago", locale: "en-US", version: 1 };

const colors = { "Not Billed": "#93C5FD", Billed: "#FDE047", Pending: "#C4B5FD", Approved: "#86EFAC", Paid: "#22C55E" };
export const statusSets: FakeStatusSet[] = [
  { id: randomUUID(), name: "Standard", isDefault: true, version: 1, statuses: Object.entries(colors).map(([name, color], order) => ({ id: randomUUID(), name, color, order, settles: name === "Paid" })) },
];
export const status = (name: string) => statusSets[0]!.statuses.find((one) => one.name === name)!.id;

let seed = 7;
const random = () => ((seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648);
const pick = <T>(from: readonly T[]) => from[Math.floor(random() * from.length)]!;

export const groups: FakeGroup[] = [];
export const facilities: FakeFacility[] = [];
export const records: FakeRecord[] = [];
export const imports: ImportRun[] = [];
export const activity: Activity[] = [];
export const customDates = new Map<string, { items: CustomDate[]; version: number }>();
export const deadLetters: DeadLetter[] = [
  { id: randomUUID(), type: "facilities.import_finished", kind: "message", failedAt: new Date(Date.now() - 7_200_000).toISOString(), attempts: 5, error: "SocketException: Connection refused (mail.example.test:25)", body: { importId: randomUUID(), notify: "office@example.test" } },
  { id: randomUUID(), type: "facilities.facility_billed", kind: "projection", failedAt: new Date(Date.now() - 86_400_000).toISOString(), attempts: 3, error: "InvalidOperationException: no facility 5f0c… in activity", body: { seq: 812 } },
];

/** The period a group bills on or before a day, and those around it; months and weeks are enough to try things. */
export function cycleOf(schedule: Schedule, on: Day, index: number): { billingDate: Day; from: Day; through: Day } {
  if (schedule.frequency === "weekly") {
    const friday = addDays("2025-11-14", 7 * (Math.floor((Date.parse(on) - Date.parse("2025-11-14")) / 604_800_000) + index));
    return { billingDate: friday, from: addDays(friday, -7), through: addDays(friday, -1) };
  }
  const step = { quarterly: 3, yearly: 12, everyTwoMonths: 2 }[schedule.frequency as string] ?? 1;
  const billingDate = addMonths(`${on.slice(0, 8)}01`, index * step);
  return { billingDate, from: addMonths(billingDate, -step), through: addDays(billingDate, -1) };
}

function seedGroup(name: string, currency: string, schedule: Schedule, names: readonly string[], cycles: number) {
  const group: FakeGroup = { id: randomUUID(), name, schedule, statusSetId: statusSets[0]!.id, paymentTermsDays: 30, currency, clientId: null, archived: false, version: 1 };
  groups.push(group);
  for (const facilityName of names) {
    const facility: FakeFacility = { id: randomUUID(), name: facilityName, groupId: group.id, archived: false, version: 1 };
    facilities.push(facility);
    const usual = 200_000 + Math.floor(random() * 600_000);
    for (let index = -cycles; index < 0; index++) {
      const cycle = cycleOf(schedule, today, index);
      const billed = usual + Math.floor((random() - 0.5) * 80_000);
      const late = index > -4;
      const paid = late && random() < 0.55 ? (random() < 0.3 ? Math.floor(billed / 2) : null) : random() < 0.02 ? billed + 5_000 : billed;
      const state = paid === null ? pick(["Billed", "Pending", "Approved"]) : paid < billed ? "Approved" : "Paid";
      records.push({
        id: randomUUID(), facilityId: facility.id, ...cycle, statusId: status(state), billed, paid, paidOn: paid === null ? null : addDays(cycle.billingDate, 8 + Math.floor(random() * 20)),
        note: random() < 0.06 ? pick(["Called the office", "Check by mail", "Split over two checks", "Rate agreed again in spring"]) : null,
        importId: null, version: 1, editedAt: `${addDays(cycle.billingDate, 1)}T15:04:00Z`, editedBy: "Robin Vale", withdrawn: false,
        history: [{ version: 1, at: `${addDays(cycle.billingDate, 1)}T15:04:00Z`, actor: someone, event: "facilities.facility_billed", changes: [{ field: "billed", from: null, to: { amount: (billed / 100).toFixed(2), currency } }] }],
      });
    }
  }
}

const first = ["Meadow", "Cedar", "Harbor", "Juniper", "Maple", "Prairie", "Riverside", "Stone Creek", "Summit", "Willow", "Birch", "Lakeview"];
const last = ["Health", "Care Center", "House", "Gardens", "Commons", "Rehabilitation", "Living", "Manor"];
const names = (count: number, from: number) => Array.from({ length: count }, (_, at) => `${first[(from + at) % first.length]!} ${last[Math.floor((from + at) / first.length) % last.length]!}`);
const monthly: Schedule = { frequency: "monthly", periodRule: "arrears", dayOfMonth: 1 };
const many = Math.max(0, Number(process.env.BILLING_FAKE_ROWS ?? 0));

if (process.env.BILLING_FAKE !== "empty") {
  seedGroup("Alabama Facilities", "USD", monthly, names(9, 0), 24);
  seedGroup("Georgia Facilities", "USD", { frequency: "weekly", periodRule: "arrears", dayOfWeek: "friday" }, names(4, 20), 30);
  seedGroup("Tennessee Homes", "USD", monthly, names(6, 40), 18);
  seedGroup("Rheinland", "EUR", { frequency: "quarterly", periodRule: "arrears", dayOfMonth: 1, anchor: "2025-01-01" }, ["Haus am Park", "Lindenhof", "Sankt Anna"], 6);
  if (many > 0) seedGroup("Many rows", "USD", monthly, Array.from({ length: Math.ceil(many / 48) }, (_, at) => `Facility ${String(at + 1).padStart(4, "0")}`), 48);
}

export let sequence = 1000;
export const nextSequence = () => ++sequence;
for (const record of records.filter((one) => one.editedAt > addDays(today, -90)).filter(() => random() < 0.4))
  {
    const { facilityName, ...facts } = summaryOf(record);
    activity.push({ seq: nextSequence(), at: record.editedAt, actor: someone, type: "facilities.facility_billed", id: record.id, facts, facilityName, changes: 1 });
  }
activity.sort((a, b) => b.at.localeCompare(a.at));

/** The facts of a change, as the activity tells them. */
export function summaryOf(record: FakeRecord, received = false): Record<string, string> & { facilityName: string } {
  const facility = facilities.find((one) => one.id === record.facilityId)!;
  const currency = groups.find((one) => one.id === facility.groupId)?.currency ?? "USD";
  const amount = received ? record.paid : record.billed;
  return { facilityName: facility.name, ...(amount === null ? {} : { amount: `${(amount / 100).toFixed(2)} ${currency}` }) };
}
