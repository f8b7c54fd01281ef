import { useEffect, useMemo, useRef, useState } from "react";
import { columnOrderingFeature, columnResizingFeature, columnSizingFeature, columnVisibilityFeature, rowSelectionFeature, rowSortingFeature, tableFeatures, useTable, type ColumnDef, type Updater } from "@tanstack/react-table";
import type { Column } from "./types";
import type { TableView } from "./useTableView";

const features = tableFeatures({ columnOrderingFeature, columnResizingFeature, columnSizingFeature, columnVisibilityFeature, rowSelectionFeature, rowSortingFeature });

const next = <T>(updater: Updater<T>, before: T): T => (typeof updater === "function" ? (updater as (old: T) => T)(before) : updater);

export type TableModel<Row> = ReturnType<typeof useTableModel<Row>>;

/** TanStack Table over our columns: order, visibility, widths and sorting belong to the view, the selection to the page. Rows come sorted. */
export function useTableModel<Row>(columns: readonly Column<Row, never>[], rows: readonly Row[], rowId: (row: Row) => string, { view, change }: TableView) {
  const defs = useMemo(
    () => columns.map((column): ColumnDef<typeof features, Row & object> => ({ id: column.id, accessorFn: column.value as (row: Row) => unknown, header: column.header, size: column.width, minSize: 48, maxSize: 1200, enableSorting: column.sort !== undefined, enableHiding: !column.pinned })),
    [columns],
  );
  const [dragged, setDragged] = useState<Record<string, number> | null>(null);
  const [selection, setSelection] = useState<Record<string, true>>({});
  const columnOrder = useMemo(() => orderOf(columns, view.columns), [columns, view.columns]);
  const columnVisibility = useMemo(() => Object.fromEntries(columns.map((column) => [column.id, isShown(column, view.columns)])), [columns, view.columns]);
  const sorting = useMemo(() => view.sort.map(({ column, descending }) => ({ id: column, desc: descending })), [view.sort]);

  const table = useTable({
    features,
    columns: defs,
    data: rows as (Row & object)[],
    getRowId: rowId,
    manualSorting: true,
    columnResizeMode: "onChange",
    state: { columnOrder, columnVisibility, columnSizing: dragged ?? view.widths, sorting, rowSelection: selection },
    onColumnSizingChange: (updater) => setDragged((before) => next(updater, before ?? { ...view.widths })),
    onRowSelectionChange: (updater) => setSelection((before) => next(updater, before)),
  });

  // A drag shows at once and reaches the address when it ends.
  const resizing = table.state.columnResizing.isResizingColumn;
  const latest = useRef(dragged);
  latest.current = dragged;
  useEffect(() => {
    if (resizing === false && latest.current) change({ widths: latest.current });
  }, [resizing, change]);
  useEffect(() => setDragged(null), [view.widths]);

  const shown = table.getVisibleLeafColumns().map((column) => column.id).join(",");
  const byId = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const visible = useMemo(() => shown.split(",").flatMap((id) => byId.get(id) ?? []), [shown, byId]);
  return { table, visible, selection, setSelection, resizing };
}

export const isShown = <Row>(column: Column<Row, never>, shown: readonly string[] | null) => column.pinned === true || (shown === null ? !column.hidden : shown.includes(column.id));

/** Pinned first, then as chosen, then the rest in their own order. */
export function orderOf<Row>(columns: readonly Column<Row, never>[], shown: readonly string[] | null): string[] {
  const pinned = columns.filter((column) => column.pinned).map((column) => column.id);
  return [...new Set([...pinned, ...(shown ?? []), ...columns.map((column) => column.id)])];
}
