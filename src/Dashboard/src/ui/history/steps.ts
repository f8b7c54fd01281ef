import type { Actor, HistoryEntry } from "@/api/types";

/** What one save did: the events of one person at one moment, told together. */
export interface Step {
  /** The last version it led to. */
  version: number;
  at: string;
  actor: Actor;
  events: string[];
  changes: HistoryEntry["changes"];
}

/** Newest first, as the entries come. */
export function stepsOf(entries: readonly HistoryEntry[]): Step[] {
  const steps: Step[] = [];
  for (const entry of [...entries].sort((a, b) => a.version - b.version)) {
    const last = steps.at(-1);
    const together = last && last.at === entry.at && last.actor.id === entry.actor.id && last.actor.name === entry.actor.name;
    if (together) {
      last.version = entry.version;
      last.events.push(entry.event);
      last.changes = merge(last.changes, entry.changes);
    } else steps.push({ version: entry.version, at: entry.at, actor: entry.actor, events: [entry.event], changes: [...entry.changes] });
  }
  return steps.reverse();
}

/** A field that changed twice in one save went from its first value to its last. */
function merge(earlier: HistoryEntry["changes"], later: HistoryEntry["changes"]): HistoryEntry["changes"] {
  const out = earlier.map((one) => ({ ...one, to: later.find(({ field }) => field === one.field)?.to ?? one.to }));
  return [...out, ...later.filter(({ field }) => !earlier.some((one) => one.field === field))];
}

/** The one event that names a step: the first save tells more than the amounts it came with. */
export const headline = (step: Step): string => step.events.find((event) => /started$|withdrawn$|restored$/.test(event)) ?? step.events[0]!;
