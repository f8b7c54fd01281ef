import { expect, test } from "vitest";
import { readUsageSearch } from "./search";

test("the address says what is looked at, and nothing that makes no sense", () => {
  expect(readUsageSearch({ meter: "calls", from: "2026-03-01", through: "2026-03-31", window: "hour", subject: "c1", events: "2026-03-10T00:00:00+01:00" })).toEqual({ meter: "calls", from: "2026-03-01", through: "2026-03-31", window: "hour", subject: "c1", events: "2026-03-10T00:00:00+01:00" });
  expect(readUsageSearch({ meter: "", from: "2026-02-30", through: 5, window: "day", subject: "x".repeat(256), events: "yesterday" })).toEqual({});
});
