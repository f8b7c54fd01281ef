import { expect, test } from "vitest";
import type { Activity } from "@/api/types";
import { byDay, recordOf, stepsOf } from "./steps";

const line = (seq: number, at: string, type: string, id = "r", actor = "a"): Activity => ({ seq, at, actor: { kind: "person", id: actor, name: actor }, type: `facilities.${type}`, id, facts: {}, facilityName: null, changes: 1 });

test("what one person did to one record in one go is one step, told by its weightiest part", () => {
  const steps = stepsOf([
    line(9, "2025-11-19T10:01:00Z", "status_picked"),
    line(8, "2025-11-19T10:00:30Z", "facility_billed"),
    line(7, "2025-11-19T10:00:00Z", "billing_record_started"),
    line(6, "2025-11-19T09:59:59Z", "facility_billed", "other"),
    line(5, "2025-11-19T09:59:58Z", "note_written", "other", "b"),
    line(4, "2025-11-19T09:50:00Z", "note_written", "other", "b"),
  ]);
  expect(steps.map(({ first, more }) => [first.seq, more])).toEqual([[8, 2], [6, 0], [5, 0], [4, 0]]);
});

test("steps are kept by day", () => {
  const days = byDay(stepsOf([line(2, "2025-11-20T03:00:00Z", "note_written", "x"), line(1, "2025-11-19T03:00:00Z", "note_written", "y")]), (at) => at.slice(0, 10));
  expect(days.map(([day, steps]) => [day, steps.length])).toEqual([["2025-11-20", 1], ["2025-11-19", 1]]);
});

test("an act of many changes counts them all, and an import is one line", () => {
  const [step] = stepsOf([{ ...line(9, "2025-11-19T10:01:00Z", "import_taken"), changes: 4_400 }]);
  expect(step).toMatchObject({ first: { seq: 9 }, more: 4_399 });
});

test.each(["facility_billed", "received_amount_noted", "status_picked", "billing_record_withdrawn", "billing_date_moved", "note_cleared"])("%s leads to its record", (alias) => {
  expect(recordOf(line(1, "2025-11-19T10:00:00Z", alias, "the-record"))).toBe("the-record");
});

test.each(["facility_moved", "group_currency_chosen", "import_undone", "status_added", "date_format_chosen"])("%s is about no record", (alias) => {
  expect(recordOf(line(1, "2025-11-19T10:00:00Z", alias))).toBeNull();
});
