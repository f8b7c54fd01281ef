import { describe, expect, it } from "vitest";
import type { BillingRow, HistoryEntry, StatusSet } from "@/api/types";
import { headline, stepsOf } from "@/ui/history/steps";
import { amountInput, before, inputOf, paidInFull, readRowName, rowKey, rowName, settledStatus } from "./rows";

const row: BillingRow = {
  id: "r1", facilityId: "f1", facilityName: "Meadow Health", groupId: "g1", groupName: "Alabama", currency: "USD", billingDate: "2025-11-01", from: "2025-10-01", through: "2025-10-31", statusId: "billed",
  billed: { amount: "4250.00", currency: "USD" }, paid: { amount: "4050.00", currency: "USD" }, paidOn: null, note: null, outstanding: { amount: "200.00", currency: "USD" }, state: "outstanding", partlyPaid: true,
  hint: null, importId: null, withdrawn: false, version: 3, editedAt: null, editedBy: null,
};
const computed: BillingRow = { ...row, id: null, statusId: null, billed: null, paid: null, outstanding: null, state: "empty", partlyPaid: false, version: 0 };

describe("A row", () => {
  it("has one key before and after it is saved", () => expect(rowKey(computed)).toBe(rowKey(row)));

  it("is named in the address by its id, or by facility and period", () => {
    expect(readRowName(rowName(row))).toEqual({ id: "r1" });
    expect(readRowName(rowName(computed))).toEqual({ facilityId: "f1", from: "2025-10-01", through: "2025-10-31" });
  });

  it("is saved by its id, or by facility and period; a corrected period has names of its own", () => {
    expect(inputOf(row, { from: "2025-10-02", note: null })).toEqual({ id: "r1", newFrom: "2025-10-02", note: null });
    expect(inputOf(computed, { billed: "4.250,00" })).toEqual({ facilityId: "f1", from: "2025-10-01", through: "2025-10-31", billed: "4.250,00" });
  });

  it("is paid in full with the billed amount as it came, dated today, with the status that says so", () => {
    const set = { statuses: [{ id: "billed", name: "Billed" }, { id: "paid", name: "Paid" }] } as StatusSet;
    expect(paidInFull(row, "2025-11-19", settledStatus(set))).toEqual({ paid: row.billed, paidOn: "2025-11-19", statusId: "paid" });
    expect(paidInFull({ ...row, paid: { amount: "4250", currency: "USD" } }, "2025-11-19", undefined)).toBeNull();
    expect(paidInFull(computed, "2025-11-19", undefined)).toBeNull();
  });

  it("goes back to the values it had", () => expect(before(row, { paid: row.billed, paidOn: "2025-11-19" })).toEqual({ paid: row.paid, paidOn: null }));

  it("takes amounts as typed: exact where they can be read, else word for word for the server to judge", () => {
    expect(amountInput("4.250,00", "EUR", "de-DE")).toEqual({ amount: "4250.00", currency: "EUR" });
    expect(amountInput("$4,250.00", "USD", "en-US")).toEqual({ amount: "4250.00", currency: "USD" });
    expect(amountInput("n/a", "USD", "en-US")).toBe("n/a");
    expect(amountInput(" ", "USD", "en-US")).toBeNull();
  });
});

describe("The history of a record", () => {
  const entry = (version: number, at: string, event: string, field: string, from: unknown, to: unknown): HistoryEntry => ({ version, at, actor: { kind: "person", id: "p", name: "Robin" }, event, changes: [{ field, from, to }] });

  it("tells the events of one save together, newest first", () => {
    const steps = stepsOf([
      entry(3, "2025-11-02T10:00:00Z", "facilities.status_picked", "statusId", null, "paid"),
      entry(2, "2025-11-01T10:00:00Z", "facilities.facility_billed", "billed", null, { amount: "1.00", currency: "USD" }),
      entry(1, "2025-11-01T10:00:00Z", "facilities.billing_record_started", "from", null, "2025-10-01"),
    ]);
    expect(steps.map(({ version, events }) => [version, events.length])).toEqual([[3, 1], [2, 2]]);
    expect(steps[1]!.changes.map(({ field }) => field)).toEqual(["from", "billed"]);
    expect(headline(steps[1]!)).toBe("facilities.billing_record_started");
  });

  it("tells a field that changed twice once, from first to last", () => {
    const [step] = stepsOf([entry(1, "a", "facilities.period_corrected", "from", "1", "2"), entry(2, "a", "facilities.period_corrected", "from", "2", "3")]);
    expect(step!.changes).toEqual([{ field: "from", from: "1", to: "3" }]);
  });
});
