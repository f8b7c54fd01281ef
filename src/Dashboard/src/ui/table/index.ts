/**
 * The table kit. A feature describes columns and brings rows; the kit does the rest: sorting by several columns, filters as chips, saved
 * views, columns (shown, order, width), editing in place, paste with preview, bulk editing with progress and one undo, export, virtual rows,
 * totals, skeletons, empty states, cards on a phone, keyboard and screen reader. How somebody looks at the table is in the address.
 *
 *   // routes.ts: the address of the page
 *   validateSearch: (search) => ({ ...readTableSearch(search), group: … })
 *
 *   // columns.tsx: stable, one per language
 *   export function useColumns(): readonly Column<BillingRow, Totals>[] {
 *     const t = useText(messages);
 *     return useMemo(() => [
 *       { id: "facility", header: t("facility"), kind: "text", width: 220, pinned: true, sort: "facility", card: "title", value: (row) => row.facilityName },
 *       { id: "status", header: t("status"), kind: "choice", width: 130, sort: "status", card: "side", value: (row) => row.statusId,
 *         render: (row) => …StatusPill, filter: { operators: ["is"], options }, edit: { field: "statusId", options, bulk: true } },
 *       { id: "billed", header: t("billed"), kind: "money", width: 130, sort: "billed", value: (row) => row.billed,
 *         filter: { operators: ["between", "atLeast", "atMost"] }, edit: { field: "billed", currency: (row) => row.currency }, total: (sum) => sum.billed },
 *     ], [t]);
 *   }
 *
 *   // page.tsx
 *   const columns = useColumns();
 *   const view = useTableView(columns.map((column) => column.id));
 *   const filter = { …from view.view.search, view.view.conditions (daysOf for dates), sort: sortParam(view.view.sort, columns) };
 *   const records = useInfiniteQuery(recordsQuery(filter));
 *   <Page title={…} fill>
 *     <DataTable id="billing" label={…} columns={columns} view={view} rowId={rowKey} rows={records.data?.pages.flatMap((page) => page.items)} (in useMemo)
 *       count={records.data?.pages[0]?.count} totals={records.data?.pages[0]?.totals} more={moreOf(records)} error={records.error} …
 *       editing={{ save: (row, change) => ask(api.POST("/api/billing-records", { body: …, headers: ifMatch(row.version) })), onSaved: patchRow }}
 *       bulk={{ save, onDone, all: allPages, actions: [{ id: "paid", label: …, change: (row) => ({ paid: row.billed, paidOn: today }) }] }} />
 *   </Page>
 *
 * Rows that a table has altogether (groups, dead letters) go through `useClientRows(rows, columns, view.view)` first.
 * Keys: arrows, Home/End, PageUp/PageDown move; Enter or F2 edits, Tab writes and goes on, Escape leaves; digits begin an amount or a date;
 * Delete empties; Space or X selects, Shift with arrows a range, Ctrl-A all; Ctrl-C and Ctrl-V speak to spreadsheets; Z takes back. On a
 * header Enter sorts, Shift-Enter adds, Alt-Down opens its menu. One table per page owns the search parameters q, sort, filter, columns, widths.
 */
export { DataTable, type DataTableProps } from "./DataTable";
export { daysOf, isComplete, meets, type Condition, type Operator } from "./conditions";
export { moreOf, sortParam } from "./paging";
export { readTableSearch, searchOf, viewOf, type Sort, type TableSearch, type View } from "./view";
export { useClientRows } from "./clientRows";
export { useTableView, type TableView } from "./useTableView";
export type { BulkAction, BulkWriting, CellValue, Change, Column, Editing, Kind, More } from "./types";
