import { useEffect } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { onChange, type Change } from "@/api/live";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import { showRow, shownRow } from "../record/cache";
import { ROWS } from "../record/queries";

const REST = 250;
const FEW = 10;
const others: ReadonlySet<string> = new Set(["facilities.facility", "facilities.facility_group", "facilities.status_set", "facilities.custom_dates", "facilities.import", "facilities.settings"]);

/** What a burst of changes asks for: the few rows that are shown and became older, or the lists anew. */
export function refreshOf(changes: readonly Change[], shownVersion: (id: string) => number | undefined): { rows: string[] } | "lists" | null {
  const records = new Map(changes.filter(({ stream }) => stream === "facilities.billing_record").map((change) => [change.id, change.version] as const));
  if (changes.some(({ stream }) => others.has(stream)) || records.size > FEW) return "lists";
  // A record that is not shown may have come into the view.
  if ([...records.keys()].some((id) => shownVersion(id) === undefined)) return "lists";
  const rows = [...records].filter(([id, version]) => shownVersion(id)! < version).map(([id]) => id);
  return rows.length > 0 ? { rows } : null;
}

/** Keeps the lists of rows fresh: a single change is put in its place, a large one loads them anew. */
export function useLiveRows(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let waiting: Change[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      const asked = refreshOf(waiting, (id) => shownRow(queries, id)?.version);
      waiting = [];
      if (asked === "lists") void queries.invalidateQueries({ queryKey: [ROWS] });
      else
        for (const id of asked?.rows ?? [])
          void ask(api.GET("/api/billing-records/{id}", { params: { path: { id }, query: {} } })).then(
            (row) => (row.withdrawn ? queries.invalidateQueries({ queryKey: [ROWS] }) : showRow(queries, row)),
            () => queries.invalidateQueries({ queryKey: [keys.records] }),
          );
    };
    const stop = onChange((change) => {
      waiting.push(change);
      timer ??= setTimeout(refresh, REST);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [queries]);
}
