import { groupBy } from "@/lib/groupBy";

/** Lines under their groups, in the order in which each first appears; those without one keep their place by themselves. */
export const byGroup = <L extends { group: string | null }>(lines: readonly L[]) => groupBy(lines, (line) => line.group ?? "");
