import { useQuery } from "@tanstack/react-query";
import { cyclesQuery } from "@/api/queries";
import type { Cycle, Group } from "@/api/types";
import { addMonths, type Day } from "@/lib/dates";
import { monthOf, type Window } from "./search";

/** A cycle to look at. The index is its distance from today's; null when it is too far away to count, and for a month of all groups. */
export interface ShownCycle extends Window {
  index: number | null;
  billingDate: Day | null;
}
export interface CycleChoice {
  /** Undefined while it is being found; null when the group has none. */
  cycle: ShownCycle | null | undefined;
  previous: Day | undefined;
  next: Day | undefined;
  /** Cycles to choose from, oldest first. */
  cycles: readonly Cycle[];
  error: unknown;
}

const FAR = 200;

/** Finds the cycle of an address among those near today and those around it. */
export function chooseCycle(on: Day | undefined, near: readonly Cycle[], around: readonly Cycle[] | undefined, far: readonly Cycle[] | undefined): Omit<CycleChoice, "error"> {
  const cycles = far ?? near;
  const at = cycles.findIndex((one) => (on === undefined ? one.index === 0 : one.billingDate === on));
  if (at >= 0) return { cycle: cycles[at]!, previous: cycles[at - 1]?.billingDate, next: cycles[at + 1]?.billingDate, cycles };
  // Before the first custom date there is no current cycle; the first one that comes is the next best.
  if (on === undefined) {
    const first = cycles.find((one) => one.index > 0) ?? cycles.at(-1);
    return first ? chooseCycle(first.billingDate, near, around, far) : { cycle: null, previous: undefined, next: undefined, cycles };
  }
  const own = around?.find((one) => one.index === 0);
  const beside = (step: number) => around?.find((one) => one.index === step)?.billingDate;
  return { cycle: around ? (own ? { ...own, index: null } : null) : undefined, previous: beside(-1), next: beside(1), cycles };
}

/** The cycle of one group that the address names, and its neighbours. */
export function useGroupCycle(groupId: string | undefined, on: Day | undefined, wantsFar: boolean): CycleChoice {
  const enabled = groupId !== undefined;
  const near = useQuery({ ...cyclesQuery(groupId ?? "", { past: 12, future: 6 }), enabled });
  const known = on === undefined || near.data?.items.some((one) => one.billingDate === on) === true;
  const away = enabled && near.data !== undefined && !known;
  const around = useQuery({ ...cyclesQuery(groupId ?? "", { ...(on ? { on } : {}), past: 1, future: 1 }), enabled: away });
  // At the end of the near ones the next step leads further.
  const edge = on !== undefined && (on === near.data?.items[0]?.billingDate || on === near.data?.items.at(-1)?.billingDate);
  const far = useQuery({ ...cyclesQuery(groupId ?? "", { past: FAR, future: FAR }), enabled: enabled && (away || edge || wantsFar) });
  const error = near.error ?? around.error;
  if (!near.data) return { cycle: undefined, previous: undefined, next: undefined, cycles: [], error };
  return { ...chooseCycle(on, near.data.items, around.data?.items, far.data?.items), error };
}

/** With all groups a month stands for a cycle: bills in arrears are for the month before. */
export function monthChoice(on: Day | undefined, groups: readonly Group[], today: Day): Omit<CycleChoice, "error"> {
  const arrears = groups.some(({ schedule }) => schedule.periodRule === "arrears" && schedule.frequency !== "weekly" && schedule.frequency !== "everyTwoWeeks");
  const day = on ?? addMonths(today, arrears ? -1 : 0);
  const month = monthOf(day);
  return { cycle: { ...month, index: null, billingDate: null }, previous: addMonths(month.from, -1), next: addMonths(month.from, 1), cycles: [] };
}
