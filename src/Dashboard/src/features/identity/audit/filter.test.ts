import { expect, test } from "vitest";
import { auditFilter, queryText } from "./filter";

test("filters of the table become the server's", () => {
  const filter = auditFilter([{ column: "at", op: "last", values: ["7"] }, { column: "outcome", op: "is", values: ["refused"] }, { column: "action", op: "is", values: ["identity"] }], "2026-11-20", "Europe/Berlin");
  expect(filter).toEqual({ from: "2026-11-13T23:00:00.000Z", to: "2026-11-20T23:00:00.000Z", outcome: "refused", action: "identity" });
  expect(queryText(filter)).toBe("from=2026-11-13T23%3A00%3A00.000Z&to=2026-11-20T23%3A00%3A00.000Z&outcome=refused&action=identity");
  expect(auditFilter([], "2026-11-20", "UTC")).toEqual({});
});
