import { expect, test } from "vitest";
import { exportedOf, pathOf } from "./exporting";

const today = "2026-11-30";

test("a file holds the days of the filter, at most 400, else this month's", () => {
  expect(exportedOf({}, today)).toEqual({ from: "2026-11-01", through: today, wider: false });
  expect(exportedOf({ from: "2026-10-05", until: "2026-10-11", sort: "-start", provider: "openai" }, today)).toEqual({ from: "2026-10-05", through: "2026-10-10", wider: false });
  expect(exportedOf({ until: "2026-10-11", model: "gpt-5" }, today)).toEqual({ from: "2025-09-06", through: "2026-10-10", wider: true });
  expect(exportedOf({ from: "2020-01-01", unpriced: true }, today)).toEqual({ from: "2025-10-27", through: today, wider: true });
});

test("the address names the format, its version, the day behind the last, and whose usage", () => {
  const of = exportedOf({}, today);
  expect(pathOf("focus-1.2", of, {})).toBe("/api/ai/usage/export?format=focus&version=1.2&from=2026-11-01&until=2026-12-01");
  expect(pathOf("xlsx", of, { provider: "own", accountId: "0193a0c0-0000-7000-8000-000000000001", model: "x" })).toBe("/api/ai/usage/export?format=xlsx&from=2026-11-01&until=2026-12-01&accountId=0193a0c0-0000-7000-8000-000000000001&provider=own");
});
