import { describe, expect, it } from "vitest";
import type { HistoryEntry, InvoiceInput, Recurring } from "@/api/types";
import { textNow } from "@/i18n/messages";
import { formats } from "@/test/table";
import { recurringWords, toldOf } from "./history";
import { messages } from "./messages";
import { readNewRecurringSearch, readRecurringListSearch } from "./search";
import { readTerms, recurringOf, termsOf } from "./terms";
import { becauseText } from "./words";

const today = "2025-11-19";
const saved = { schedule: { frequency: "monthly", periodRule: "current", dayOfMonth: 31 }, from: "2025-11-30", until: null, times: 3, then: "issue" } as unknown as Recurring;

describe("The terms of a recurring invoice", () => {
  it("begin with a draft on the first of each month, from today on", () => expect(readTerms(termsOf(null, today), today)).toEqual({ schedule: { frequency: "monthly", periodRule: "arrears", dayOfMonth: 1 }, from: today, then: "draft" }));

  it("come back as they were", () => expect(readTerms(termsOf(saved, today), today)).toEqual({ schedule: saved.schedule, from: "2025-11-30", times: 3, then: "issue" }));

  it("cannot be read while something is missing", () => {
    const terms = termsOf(saved, today);
    expect(readTerms({ ...terms, from: null }, today)).toBeNull();
    expect(readTerms({ ...terms, end: "until" }, today)).toBeNull();
    expect(readTerms({ ...terms, times: "many" }, today)).toBeNull();
    expect(readTerms({ ...terms, end: "until", until: "2026-12-31" }, today)).toMatchObject({ until: "2026-12-31" });
  });

  it("stand beside the content, whose dates come from the schedule", () => {
    const content: InvoiceInput = { clientId: "c1", lines: [], issueDate: today, charges: ["x"], termsDays: 7 };
    expect(recurringOf(content, termsOf(saved, today), today)).toEqual({ clientId: "c1", lines: [], termsDays: 7, schedule: saved.schedule, from: "2025-11-30", times: 3, then: "issue" });
  });
});

it("The address of the recurring invoices keeps what it understands", () => {
  expect(readRecurringListSearch({ list: "parked", of: "c1", nonsense: 1 })).toEqual({ list: "parked", of: "c1" });
  expect(readRecurringListSearch({ list: "all", of: "" })).toEqual({});
  expect(readNewRecurringSearch({ client: 7 })).toEqual({});
});

it("What happened is said in words", () => {
  const words = recurringWords(textNow(messages), formats, () => "On the last day");
  const step = (...events: string[]) => words.step({ version: 1, at: "", actor: {} as HistoryEntry["actor"], events, changes: [] });
  expect([step("invoicing.recurring_invoice_paused"), step("invoicing.recurring_prices_agreed", "invoicing.recurring_invoice_begun"), step("invoicing.something_new")]).toEqual(["Paused", "Begun", "something new"]);
  expect(toldOf([{ version: 1, at: "", actor: {} as HistoryEntry["actor"], event: "", changes: [{ field: "clientId", from: null, to: "x" }, { field: "from", from: null, to: today }] }])[0]!.changes.map(({ field }) => field)).toEqual(["from"]);
  expect([words.value("schedule", saved.schedule), words.value("from", "2025-11-30"), words.value("then", "send"), words.value("until", null)]).toEqual(["On the last day", "11/30/2025", "Issue and send", "–"]);
});

it("Why a day is parked is said in words that the page has, else in the server's", () => {
  const t = (key: string) => `own ${key}`;
  expect([becauseText(t, { code: "no-reader", detail: "theirs" }), becauseText(t, { code: "something-new", detail: "theirs" })]).toEqual(["own because_no-reader", "theirs"]);
});
