import { useCallback, useMemo } from "react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { searchOf, viewOf, type TableSearch, type View } from "./view";

export interface TableView {
  view: View;
  /** Changes a part of the view; the address follows, without a new entry in the history. */
  change: (part: Partial<View>) => void;
  /** Replaces the whole view: saved views and "clear". */
  open: (search: TableSearch) => void;
}

/** The view of the table on this page, read from the address and written to it. One table per page. */
export function useTableView(columnIds: readonly string[]): TableView {
  const search = useSearch({ strict: false }) as TableSearch;
  const navigate = useNavigate();
  const ids = columnIds.join(",");
  const { q, sort, filter, columns, widths } = search;
  const view = useMemo(
    () => viewOf({ ...(q === undefined ? {} : { q }), ...(sort ? { sort } : {}), ...(filter ? { filter } : {}), ...(columns ? { columns } : {}), ...(widths ? { widths } : {}) }, ids.split(",")),
    [q, sort, filter, columns, widths, ids],
  );
  const write = useCallback(
    (change: (before: View) => View) =>
      void navigate({ to: ".", replace: true, search: ((before: TableSearch) => ({ ...before, ...searchOf(change(viewOf(before, ids.split(",")))) })) as never }),
    [navigate, ids],
  );
  return {
    view,
    change: useCallback((part) => write((before) => ({ ...before, ...part })), [write]),
    open: useCallback((next) => write(() => viewOf(next, ids.split(","))), [write, ids]),
  };
}
