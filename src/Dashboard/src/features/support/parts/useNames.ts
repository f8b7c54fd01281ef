import { useMemo } from "react";
import { useClientNames } from "@/ui/clients/useClientNames";

/** What the clients of rows are called; stays the same function while no name changes, so that columns do. */
export function useNames(rows: readonly { clientId: string }[] | undefined): (id: string) => string {
  const ids = [...new Set((rows ?? []).map((row) => row.clientId))];
  const named = useClientNames(ids);
  const known = JSON.stringify(ids.map((id) => [id, named(id, "…")]));
  return useMemo(() => {
    const names = new Map(JSON.parse(known) as [string, string][]);
    return (id: string) => names.get(id) ?? "…";
  }, [known]);
}
