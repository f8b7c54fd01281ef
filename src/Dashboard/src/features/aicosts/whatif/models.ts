import type { AiDay } from "@/api/types";
import { groupBy } from "@/lib/groupBy";

/** How many models are compared by themselves. */
export const most = 20;

/** Models that were used, those that cost most first. Floats only put them in order. */
export function usedModels(lines: readonly Pick<AiDay, "group" | "cost">[]): string[] {
  const weight = (of: readonly Pick<AiDay, "cost">[]) => of.reduce((sum, { cost }) => sum + Number(cost.amount), 0);
  return groupBy(lines, ({ group }) => group)
    .filter(([name]) => name !== "")
    .map(([name, of]) => ({ name, weight: weight(of) }))
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name);
}

/** What can be chosen: what the price book has of it, and what is typed, for a pattern of the book covers names that are not in it. */
export function modelOptions(patterns: readonly string[], typed: string, chosen: string | undefined): { value: string; label: string }[] {
  const names = [typed.trim(), chosen ?? "", ...patterns.map((pattern) => pattern.replace(/\*+$/, ""))].filter((name) => name !== "" && !name.includes("*"));
  return [...new Set(names)].map((name) => ({ value: name, label: name }));
}
