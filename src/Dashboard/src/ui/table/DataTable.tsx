import { Suspense, useCallback, useEffect, useMemo, useState, type ReactNode } from "react";
import { SearchX } from "lucide-react";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { download } from "@/api/client";
import { late } from "@/lib/late";
import { whenQuiet } from "@/lib/quiet";
import { Button } from "../Button";
import { EmptyState } from "../EmptyState";
import { ErrorText } from "../ErrorText";
import type { MenuContent } from "../Menu";
import { toast } from "../toast";
import { useMedia } from "../useMedia";
import { Cards } from "./Cards";
import { prepareEditors } from "./CellEditor";
import { useEdits } from "./edits";
import { Grid } from "./Grid";
import { messages } from "./messages";
import { useTableModel } from "./model";
import { planPaste, type PastePlan } from "./paste";
import { Toolbar } from "./Toolbar";
import { TotalsCard, TotalsRows } from "./TotalsRows";
import type { BulkWriting, Column, Editing, More } from "./types";
import { useBulk } from "./useBulk";
import type { TableView } from "./useTableView";

export interface DataTableProps<Row, Total = never> {
  /** Names the table's saved views. */
  id: string;
  label: string;
  /** Keep it stable (module or useMemo). */
  columns: readonly Column<Row, Total>[];
  /** What is loaded so far, sorted and filtered; undefined while the first page loads. */
  rows: readonly Row[] | undefined;
  /** The same for a row before and after it is saved for the first time. Keep it stable. */
  rowId: (row: Row) => string;
  view: TableView;
  /** All rows of the filter, loaded or not. */
  count?: number | undefined;
  more?: More;
  error?: unknown;
  onRetry?: () => void;
  /** What stands here when there is nothing and no filter is set. */
  empty: { icon?: ReactNode; title: string; text?: ReactNode; actions?: ReactNode };
  searchLabel?: string;
  totals?: readonly Total[] | undefined;
  /** The first cell of a totals line: "Total USD · 876 records". */
  totalTitle?: (total: Total) => string;
  onOpen?: (row: Row) => void;
  rowMenu?: (row: Row) => MenuContent;
  /** Buttons on a card: the phone's quick way. */
  cardActions?: (row: Row) => ReactNode;
  editing?: Editing<Row>;
  bulk?: BulkWriting<Row>;
  /** The address of the filtered view as a file. */
  exportUrl?: (format: "csv" | "xlsx" | "json") => string;
  /** The feature's own controls at the start of the toolbar. */
  toolbar?: ReactNode;
}

const BulkBar = late(() => import("./BulkBar").then((part) => ({ default: part.BulkBar }))) as typeof import("./BulkBar").BulkBar;
const PastePreview = late(() => import("./PastePreview").then((part) => ({ default: part.PastePreview }))) as typeof import("./PastePreview").PastePreview;
/** What opens later is fetched once the rows are there. */
const preparePanels = () => void Promise.all([import("./FilterEditor"), import("./ColumnsPanel"), import("./ViewsPanel"), import("./BulkBar")]);
const none: readonly never[] = [];

/** The table of the house: grid on a screen, cards on a phone. See index.ts for how to use it. */
export function DataTable<Row, Total = never>(props: DataTableProps<Row, Total>) {
  const { id, label, rows: given, rowId, view, more, error, onRetry, empty, editing, bulk, onOpen, rowMenu } = props;
  const every = props.columns as readonly Column<Row, never>[];
  // Where nothing can be saved, no cell opens for typing.
  const readOnly = editing === undefined;
  const columns = useMemo(() => (readOnly ? every.map(({ edit: _, ...column }) => column as Column<Row, never>) : every), [every, readOnly]);
  const t = useText(messages);
  const formats = useFormats();
  const phone = useMedia("(max-width: 639px)");
  const rows = given ?? none;
  const loading = given === undefined && !error;
  const count = Math.max(props.count ?? 0, rows.length);
  const edits = useEdits(editing, columns, rowId);
  const model = useTableModel(columns, rows, rowId, view);
  const [everything, setEverything] = useState(false);
  const [filtering, setFiltering] = useState<string | null>(null);
  const [pasting, setPasting] = useState<PastePlan<Row> | null>(null);
  const { selection, setSelection } = model;
  const clear = useCallback(() => {
    setSelection({});
    setEverything(false);
  }, [setSelection]);
  const run = useBulk(bulk, columns, count, edits, clear);
  const chosen = useMemo(() => rows.filter((row) => selection[rowId(row)]), [rows, selection, rowId]);
  const filtered = view.view.search !== "" || view.view.conditions.length > 0;
  const totals = props.totals ?? (none as readonly Total[]);
  const totalTitle = props.totalTitle ?? (() => t("total"));
  // A chosen row that is let go also ends "all that match".
  const all = everything && chosen.length >= rows.length;

  useEffect(() => {
    if (editing) prepareEditors();
    return whenQuiet(preparePanels, 500);
  }, [editing !== undefined]);

  const toolbar = (
    <Toolbar
      {...{ id, columns, view, filtering, phone }}
      count={loading || error ? undefined : count}
      onFiltering={setFiltering}
      searchLabel={props.searchLabel}
      onExport={
        props.exportUrl &&
        ((format) => {
          const news = toast.info(t("exporting"), { timeout: 0 });
          download(props.exportUrl!(format), `${id}.${format}`)
            .then(() => toast.done(t("exported")), (failed: unknown) => toast.error(failed))
            .finally(() => toast.close(news));
        })
      }
    >
      {props.toolbar}
    </Toolbar>
  );
  const nothing = !loading && !error && rows.length === 0;
  const plain = nothing && !filtered;

  return (
    <div className="relative flex min-h-0 min-w-0 flex-1 flex-col">
      {(!plain || props.toolbar !== undefined) && toolbar}
      {error && rows.length === 0 ? (
        <div className="p-6">
          <ErrorText error={error} {...(onRetry ? { onRetry } : {})} />
        </div>
      ) : plain ? (
        <EmptyState icon={empty.icon} title={empty.title} actions={empty.actions}>
          {empty.text}
        </EmptyState>
      ) : nothing ? (
        <EmptyState icon={<SearchX aria-hidden />} title={t("noMatch")} actions={<Button onClick={() => view.change({ search: "", conditions: [] })}>{t("clearFilters")}</Button>}>
          {t("noMatchHelp")}
        </EmptyState>
      ) : phone ? (
        <Cards {...{ label, rows, rowId, loading, onOpen, rowMenu, more }} columns={model.visible} cardActions={props.cardActions} footer={<TotalsCard<Row, Total> totals={totals} columns={props.columns} title={totalTitle} bare={props.totalTitle !== undefined} />} />
      ) : (
        <Grid
          {...{ label, model, view, rows, rowId, loading, count, more, edits, onOpen, rowMenu }}
          selectable={bulk !== undefined}
          onFilter={setFiltering}
          onPasteBlock={bulk && editing ? (block, at) => setPasting(planPaste(block, rows.slice(at.row, at.row + block.length), model.visible, { row: 0, column: at.column }, formats)) : undefined}
          totalRows={loading ? 0 : totals.length}
          totals={loading ? null : <TotalsRows<Row, Total> totals={totals} columns={model.visible.map((shown) => props.columns.find((column) => column.id === shown.id)!)} selectable={bulk !== undefined} menu={rowMenu !== undefined} first={count + 2} title={totalTitle} bare={props.totalTitle !== undefined} rowCount={rows.length} />}
        />
      )}
      <Suspense fallback={null}>
        {bulk && (chosen.length > 0 || run.progress) && <BulkBar {...{ columns, bulk, run, count, chosen }} everything={all} loaded={rows.length} onEverything={() => setEverything(true)} onClear={clear} />}
      {pasting && (
        <PastePreview
          plan={pasting}
          title={columns.find((column) => column.pinned) ?? columns[0]!}
          edits={edits}
          onClose={() => setPasting(null)}
          onPaste={() => {
            const byRow = new Map(pasting.changes.map(({ row, change }) => [rowId(row), change]));
            setPasting(null);
            run.start(false, pasting.changes.map(({ row }) => row), t("pasteTitle"), (row) => byRow.get(rowId(row)) ?? null);
          }}
        />
      )}
      </Suspense>
    </div>
  );
}
