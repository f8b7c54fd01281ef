import type { Condition } from "@/ui/table";

/** Filters that are asked for often, by a press. `counts` names what the list counts of them. */
export const presets = [
  { id: "billable", condition: { column: "charged", op: "is", values: ["yes"] }, counts: ["billable"] },
  { id: "high", condition: { column: "urgency", op: "is", values: ["high"] }, counts: ["urgency.high"] },
  { id: "helpDesk", condition: { column: "source", op: "is", values: ["ticket", "fluent"] }, counts: ["source.ticket", "source.fluent"] },
  { id: "weekdays", condition: { column: "weekday", op: "is", values: ["1", "2", "3", "4", "5"] }, counts: [] },
  { id: "texts", condition: { column: "source", op: "is", values: ["sms"] }, counts: ["source.sms"] },
] as const satisfies readonly { id: string; condition: Condition; counts: readonly string[] }[];
export type Preset = (typeof presets)[number];

export const isOn = ({ condition }: Preset, conditions: readonly Condition[]): boolean => {
  const now = conditions.find((one) => one.column === condition.column);
  return now?.op === "is" && [...now.values].sort().join() === [...condition.values].sort().join();
};

/** Sets a preset, or takes it away where it is set; what another one says of the same field goes. */
export const pressed = (preset: Preset, conditions: readonly Condition[]): Condition[] => {
  const others = conditions.filter((one) => one.column !== preset.condition.column);
  return isOn(preset, conditions) ? others : [...others, preset.condition];
};

/** How many requests a preset stands for; undefined where nobody counted. */
export const countOf = ({ counts }: Preset, counted: Record<string, number> | null | undefined): number | undefined => (counted && counts.length > 0 ? counts.reduce((sum, name) => sum + (counted[name] ?? 0), 0) : undefined);
