import { expect, test } from "vitest";
import { auditFilter, queryText, readable } from "./filter";

test("filters of the table become the server's", () => {
  const filter = auditFilter([{ column: "at", op: "last", values: ["7"] }, { column: "outcome", op: "is", values: ["refused"] }, { column: "action", op: "contains", values: ["signed"] }], "2026-11-20");
  expect(filter).toEqual({ from: "2026-11-14", to: "2026-11-20", outcome: "refused", action: "signed" });
  expect(queryText(filter)).toBe("from=2026-11-14&to=2026-11-20&outcome=refused&action=signed");
  expect(auditFilter([], "2026-11-20")).toEqual({});
});

test("aliases are read as words", () => {
  expect(readable("facilities.billing_record")).toBe("Billing record");
});
