import { expect, test } from "vitest";
import { modelOptions, usedModels } from "./models";
import { areDays, daysOf, readWhatIfSearch } from "./search";

const line = (group: string, amount: string) => ({ group, cost: { amount, currency: "USD" } });

test("models come with the dearest first, and once", () => {
  expect(usedModels([line("b", "1"), line("", "9"), line("a", "1"), line("c", "0.5"), line("c", "0.6")])).toEqual(["c", "a", "b"]);
});

test("what is typed can be chosen, and a pattern is not a model", () => {
  expect(modelOptions(["gpt-5*", "gpt-5-mini", "gpt-*-mini"], " gpt-5-nano ", "gpt-5-mini").map(({ value }) => value)).toEqual(["gpt-5-nano", "gpt-5-mini", "gpt-5"]);
  expect(modelOptions([], "", undefined)).toEqual([]);
});

test("the address says which usage and which model, and the usual days are the last 30", () => {
  const said = { from: "2026-10-01", through: "2026-10-31", account: "0193a0c0-0000-7000-8000-000000000001", provider: "openai", model: "gpt-5-mini" };
  expect(readWhatIfSearch(said)).toEqual(said);
  expect(readWhatIfSearch({ from: "2026-02-30", account: "mine", provider: "Open AI", model: " " })).toEqual({});
  expect(daysOf({}, "2026-11-30")).toEqual({ from: "2026-11-01", through: "2026-11-30" });
  expect([areDays({ from: "2026-11-02", through: "2026-11-01" }), areDays({ from: "2025-01-01", through: "2026-03-01" }), areDays({ from: "2026-11-01", through: "2026-11-01" })]).toEqual([false, false, true]);
});
