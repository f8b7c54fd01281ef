import { useCallback, useState } from "react";
import type { TableSearch } from "./view";

/** A view somebody gave a name, kept in this browser. */
export interface SavedView {
  name: string;
  search: TableSearch;
}

const keyOf = (table: string) => `billing.views.${table}`;

export function readSavedViews(table: string): SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(table)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((one): one is SavedView => typeof one?.name === "string" && typeof one?.search === "object") : [];
  } catch {
    return [];
  }
}

export function useSavedViews(table: string) {
  const [views, setViews] = useState(() => readSavedViews(table));
  const keep = useCallback(
    (next: SavedView[]) => {
      setViews(next);
      try {
        localStorage.setItem(keyOf(table), JSON.stringify(next));
      } catch {
        // Without storage the views last as long as the page.
      }
    },
    [table],
  );
  return {
    views,
    /** A name that is taken is overwritten. */
    save: (view: SavedView) => keep([...views.filter((one) => one.name !== view.name), view]),
    remove: (name: string) => keep(views.filter((one) => one.name !== name)),
  };
}
