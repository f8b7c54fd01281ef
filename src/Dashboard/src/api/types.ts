/**
 * The wire, by hand until the client is generated from openapi.json. Shapes and names follow the contract of the server;
 * `paths` has the form openapi-typescript writes, so that the client does not change when these are replaced.
 */
import type { DateFormat, Weekday } from "@/lib/dates";

export interface Money {
  amount: string;
  currency: string;
}
export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}
/** What a person may send for an amount: exact money, or text that the server reads. */
export type MoneyInput = Money | string | null;

export interface Organisation {
  id: string;
  name: string;
  timeZone: string;
  locale: string;
  today: string;
  currency: string;
}
export interface Settings {
  monthEndUrl: string | null;
  weekStart: Weekday;
  dateFormat: DateFormat;
  currency: string;
  timeZone: string;
  locale: string;
  version: number;
}

export type Frequency = "weekly" | "everyTwoWeeks" | "semiMonthly" | "monthly" | "everyTwoMonths" | "quarterly" | "yearly" | "custom";
export type PeriodRule = "arrears" | "current";
export interface Schedule {
  frequency: Frequency;
  periodRule: PeriodRule;
  dayOfWeek?: Weekday;
  dayOfMonth?: number;
  days?: number[];
  anchor?: string;
}
export interface Cycle {
  index: number;
  label: string;
  billingDate: string;
  from: string;
  through: string;
}
export interface Group {
  id: string;
  name: string;
  schedule: Schedule;
  statusSetId: string;
  paymentTermsDays: number;
  currency: string;
  clientId: string | null;
  archived: boolean;
  version: number;
  facilities: number;
  open: Money;
  overdue: Money;
}
export interface GroupInput {
  name?: string;
  schedule?: Schedule;
  statusSetId?: string;
  paymentTermsDays?: number;
  currency?: string;
  clientId?: string | null;
}
export interface Facility {
  id: string;
  name: string;
  groupId: string;
  groupName: string;
  archived: boolean;
  version: number;
  records: number;
}
export interface CustomDate {
  date: string;
  period: "weekly" | "twoWeekly" | "semiMonthly" | "monthly" | "explicit";
  from?: string;
  through?: string;
}
export interface CustomDates {
  items: CustomDate[];
  version: number;
}
export interface Status {
  id: string;
  name: string;
  color: string;
  order: number;
  records: number;
  /** Whether it says that the money is in. */
  settles?: boolean;
}
export interface StatusSet {
  id: string;
  name: string;
  isDefault: boolean;
  version: number;
  statuses: Status[];
}
export interface StatusSetInput {
  name?: string;
  statuses?: { id?: string; name: string; color: string }[];
  replacements?: Record<string, string>;
}

export type RowState = "empty" | "outstanding" | "overdue" | "paid" | "overpaid" | "noAmount";
export interface BillingRow {
  id: string | null;
  facilityId: string;
  facilityName: string;
  groupId: string;
  groupName: string;
  currency: string;
  billingDate: string;
  from: string;
  through: string;
  statusId: string | null;
  billed: Money | null;
  paid: Money | null;
  paidOn: string | null;
  note: string | null;
  outstanding: Money | null;
  state: RowState;
  partlyPaid: boolean;
  hint: null | "paidButOpen" | "openButPaid";
  importId: string | null;
  /** Taken out of the grid; its history stays. */
  withdrawn?: boolean;
  version: number;
  editedAt: string | null;
  editedBy: string | null;
}
export interface Totals {
  currency: string;
  billed: Money;
  paid: Money;
  outstanding: Money;
  overdue: Money;
  records: number;
}
export interface BillingRows extends Page<BillingRow> {
  /** Over the whole filter; only on the first page. */
  count?: number;
  totals?: Totals[];
}
export interface BillingFilter {
  groupId?: string;
  facilityId?: string;
  from?: string;
  through?: string;
  statusId?: string | string[];
  state?: "outstanding" | "overdue" | "paid" | "empty";
  search?: string;
  minAmount?: string;
  maxAmount?: string;
  sort?: string;
  limit?: number;
  cursor?: string;
}
/** An absent field stays as it is, null clears it. */
export interface BillingInput {
  id?: string;
  facilityId?: string;
  from?: string;
  through?: string;
  newFrom?: string;
  newThrough?: string;
  billingDate?: string;
  statusId?: string | null;
  billed?: MoneyInput;
  paid?: MoneyInput;
  paidOn?: string | null;
  note?: string | null;
  version?: number;
}
export interface BulkOutcome {
  accepted: number;
  refused: number;
  items: ({ index: number; row: BillingRow } | { index: number; problem: ProblemBody })[];
}
export interface Actor {
  kind: string;
  id: string | null;
  name: string | null;
}
export interface HistoryEntry {
  version: number;
  at: string;
  actor: Actor;
  event: string;
  changes: { field: string; from: unknown; to: unknown }[];
}

export interface ImportOptions {
  mapping?: Record<string, string>;
  dateOrder?: "mdy" | "dmy" | "ymd";
  decimal?: "." | ",";
  separator?: string;
  encoding?: string;
  schedules?: Record<string, Schedule>;
  onlyClean?: boolean;
}
export interface ImportReport {
  importId: string;
  dryRun: boolean;
  accepted: number;
  unchanged: number;
  rejected: { line: number; column: string; value: string; code: string; reason: string; offers?: string[] }[];
  repeated: { line: number; firstLine: number }[];
  totals: { currency: string; billed: Money; paid: Money }[];
  newGroups: { name: string; schedule: Schedule; facilities: number; currency: string }[];
  newFacilities: number;
  file: { name: string; encoding: string; separator: string; dateOrder: "mdy" | "dmy" | "ymd"; decimal: "." | ","; columns: string[]; mapping: Record<string, string>; rows: number };
  preview: { line: number; cells: Record<string, string>; outcome: "new" | "changed" | "unchanged" | "repeated" | "rejected" }[];
}
export interface ImportRun {
  importId: string;
  at: string;
  actor: Actor;
  fileName: string;
  state: "running" | "done" | "undone" | "failed";
  accepted: number;
  unchanged: number;
  rejected: number;
  progress: number;
}
export interface UndoneImport {
  importId: string;
  undone: number;
  kept: { recordId: string; facility: string; from: string; through: string; reason: string }[];
}

export interface Activity {
  seq: number;
  at: string;
  actor: Actor;
  /** The event's alias, such as `facilities.facility_billed`. */
  type: string;
  /** What it happened to. */
  id: string;
  /** What the event says, by name; all as text: amounts `12.50 EUR`, days ISO. */
  facts: Record<string, string>;
  facilityName: string | null;
}
export interface HealthPart {
  name: string;
  status: "ok" | "degraded" | "failed";
  detail: string | null;
  lag?: number;
  lastGood?: string;
}
export interface Health {
  status: string;
  parts: HealthPart[];
}
export interface DatabaseHealth {
  status: string;
  database: { status: string; milliseconds: number; version: string };
}
export interface Projection {
  name: string;
  lifecycle: string;
  version: number;
  position: number;
  highWaterMark: number;
  lag: number;
  state: "running" | "stopped" | "rebuilding";
  error: string | null;
  lastUpdated: string | null;
}
export interface DeadLetter {
  id: string;
  type: string;
  kind: "message" | "projection";
  failedAt: string;
  attempts: number;
  error: string;
  body: unknown;
}

export interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  code?: string;
  errors?: { pointer: string; detail: string }[];
  /** 409: the object as it is now. */
  current?: unknown;
  [more: string]: unknown;
}

interface Answer<T> {
  responses: {
    200: { headers: Record<string, unknown>; content: { "application/json": T } };
    default: { headers: Record<string, unknown>; content: { "application/problem+json": ProblemBody } };
  };
}
interface Nothing {
  responses: { 204: { headers: Record<string, unknown>; content?: never } };
}
interface Asks<Query = undefined, Path = undefined> {
  parameters: {
    query?: Query extends undefined ? never : Query;
    header?: { "If-Match"?: string; "Idempotency-Key"?: string };
    path: Path extends undefined ? never : Path;
    cookie?: never;
  };
}
interface AsksNothing<Query = undefined> {
  parameters: { query?: Query extends undefined ? never : Query; header?: { "If-Match"?: string; "Idempotency-Key"?: string }; path?: never; cookie?: never };
}
interface Sends<Body> {
  requestBody: { content: { "application/json": Body } };
}
interface SendsNothing {
  requestBody?: never;
}
type Reads<T, Query = undefined> = AsksNothing<Query> & SendsNothing & Answer<T>;
type ReadsOne<T, Query = undefined> = Asks<Query, { id: string }> & SendsNothing & Answer<T>;
type Writes<Body, T> = AsksNothing & Sends<Body> & Answer<T>;
type WritesOne<Body, T> = Asks<undefined, { id: string }> & Sends<Body> & Answer<T>;
type Acts<T> = Asks<undefined, { id: string }> & SendsNothing & Answer<T>;
type Archived = "true" | "false" | "all";
interface Listing {
  limit?: number;
  cursor?: string;
  sort?: string;
}

export interface paths {
  "/api/organisation": { get: Reads<Organisation> };
  "/api/settings": { get: Reads<Settings>; put: Writes<Partial<Omit<Settings, "version">>, Settings> };
  "/api/facility-groups": { get: Reads<Page<Group>, Listing & { archived?: Archived }>; post: Writes<GroupInput & { name: string; schedule: Schedule }, Group> };
  "/api/facility-groups/{id}": { put: WritesOne<GroupInput, Group>; delete: Acts<{ outcome: "archived" | "deleted" }> };
  "/api/facility-groups/{id}/restore": { post: Acts<Group> };
  "/api/facility-groups/{id}/cycles": { get: ReadsOne<{ items: Cycle[] }, { on?: string; past?: number; future?: number }> };
  "/api/schedules/preview": { post: Writes<{ schedule: Schedule; on?: string; past?: number; future?: number; customDates?: CustomDate[] }, { items: Cycle[] }> };
  "/api/facilities": { get: Reads<Page<Facility>, Listing & { groupId?: string; search?: string; archived?: Archived }>; post: Writes<{ name: string; groupId: string }, Facility> };
  "/api/facilities/{id}": { put: WritesOne<{ name?: string; groupId?: string }, Facility>; delete: Acts<{ outcome: "archived" | "deleted" }> };
  "/api/facilities/{id}/restore": { post: Acts<Facility> };
  "/api/custom-dates/{id}": { get: ReadsOne<CustomDates>; put: WritesOne<{ items: CustomDate[] }, CustomDates> };
  "/api/status-sets": { get: Reads<Page<StatusSet>>; post: Writes<StatusSetInput & { name: string }, StatusSet> };
  "/api/status-sets/{id}": { put: WritesOne<StatusSetInput, StatusSet>; delete: Acts<{ outcome: "archived" | "deleted" }> };
  "/api/billing-records": { get: Reads<BillingRows, BillingFilter>; post: Writes<BillingInput, BillingRow> };
  "/api/billing-records/bulk": { post: Writes<{ items: BillingInput[] }, BulkOutcome> };
  "/api/billing-records/{id}": { get: ReadsOne<BillingRow, { at?: string }>; delete: Acts<{ outcome: "withdrawn" }> };
  "/api/billing-records/{id}/restore": { post: Acts<BillingRow> };
  "/api/billing-records/{id}/history": { get: ReadsOne<{ items: HistoryEntry[] }> };
  "/api/imports": { get: Reads<Page<ImportRun>, Listing> };
  "/api/imports/{id}": { get: ReadsOne<ImportRun> };
  "/api/imports/{id}/undo": { post: Acts<UndoneImport> };
  "/api/activity": { get: Reads<Page<Activity>, Listing> };
  "/api/health": { get: Reads<DatabaseHealth> };
  "/health": { get: Reads<Health> };
  "/api/projections": { get: Reads<{ items: Projection[] }> };
  "/api/messages/dead-letters": { get: Reads<Page<DeadLetter>, Listing> };
  "/api/messages/dead-letters/{id}/replay": { post: Asks<undefined, { id: string }> & SendsNothing & Nothing };
}
