import { useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import { groupsQuery, statusSetsQuery } from "@/api/queries";
import type { Status, StatusSet } from "@/api/types";

export interface Statuses {
  sets: readonly StatusSet[];
  /** The set of a group. */
  setOf: (groupId: string) => StatusSet | undefined;
  find: (id: string | null) => Status | undefined;
}

const inOrder = (set: StatusSet): StatusSet => ({ ...set, statuses: [...set.statuses].sort((a, b) => a.order - b.order) });

/** Every status set, and which group has which. */
export function useStatuses(): Statuses {
  const sets = useQuery(statusSetsQuery).data?.items;
  const groups = useQuery(groupsQuery("all")).data?.items;
  return useMemo(() => {
    const ordered = (sets ?? []).map(inOrder);
    const byId = new Map(ordered.map((set) => [set.id, set]));
    const byGroup = new Map((groups ?? []).map((group) => [group.id, byId.get(group.statusSetId)]));
    const statuses = new Map(ordered.flatMap((set) => set.statuses.map((status) => [status.id, status] as const)));
    return { sets: ordered, setOf: (groupId) => byGroup.get(groupId) ?? ordered.find((set) => set.isDefault), find: (id) => (id === null ? undefined : statuses.get(id)) };
  }, [sets, groups]);
}
