import { useCallback, useMemo, type ReactNode } from "react";
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Archive, CircleCheck, PanelRight, ReceiptText, Undo2 } from "lucide-react";
import { api, ask } from "@/api/client";
import { sentenceOf } from "@/api/problem";
import { useMay } from "@/api/may";
import { totalsQuery } from "@/api/queries";
import type { BillingFilter, BillingRow, BulkOutcome, ProblemBody, Totals } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, toast, toastUndo } from "@/ui";
import { DataTable, moreOf, type BulkWriting, type Change, type Editing, type TableView } from "@/ui/table";
import { showRow } from "../record/cache";
import { refreshFigures, refreshRecords } from "../record/queries";
import { restoreRow, rowKey, saveRow, withdrawRow, inputOf, type RowChange } from "../record/rows";
import { useRowActions } from "../record/useRowActions";
import type { Statuses } from "../record/useStatuses";
import { queryOf } from "./filter";
import { messages } from "./messages";
import { rowsQuery } from "./queries";
import type { BillingColumn } from "./useColumns";

export interface RowsTableProps {
  columns: readonly BillingColumn[];
  view: TableView;
  /** Undefined while it is not known yet which cycle is meant. */
  filter: BillingFilter | undefined;
  statuses: Statuses;
  toolbar: ReactNode;
  empty: { icon?: ReactNode; title: string; text?: ReactNode; actions?: ReactNode };
  error: unknown;
  onOpen: (row: BillingRow) => void;
}

/** The grid of billing records over a filter. */
export function RowsTable({ columns, view, filter, statuses, toolbar, empty, error, onOpen }: RowsTableProps) {
  const t = useText(messages);
  const queries = useQueryClient();
  const actions = useRowActions(statuses);
  const bill = useMay("facilities.bill");
  const list = useInfiniteQuery({ ...rowsQuery(filter ?? {}), enabled: filter !== undefined, placeholderData: keepPreviousData });
  const first = list.data?.pages[0];
  const { sort: _, ...summed } = filter ?? {};
  const figures = useQuery({ ...totalsQuery(summed), enabled: first !== undefined && !list.isPlaceholderData, ...(first && !list.isPlaceholderData ? { initialData: first, initialDataUpdatedAt: list.dataUpdatedAt } : {}), placeholderData: keepPreviousData });
  const rows = useMemo(() => (filter ? list.data?.pages.flatMap((page) => page.items) : undefined), [filter, list.data]);

  const editing = useMemo(
    (): Editing<BillingRow> => ({
      version: (row) => row.version,
      save: (row, change) => saveRow(row, change as RowChange),
      onSaved: (row, before) => {
        showRow(queries, row, before);
        refreshFigures(queries);
      },
      // The first save of a row is taken back by withdrawing it: it is computed again.
      revert: async (before, after, change) => (before.id === null ? (await withdrawRow(after), before) : saveRow(after, Object.fromEntries(Object.keys(change).map((field) => [field, before[field as keyof BillingRow]])) as RowChange)),
    }),
    [queries],
  );

  const withdrawMany = useCallback(
    async (chosen: BillingRow[]) => {
      const saved = chosen.filter((row) => row.id !== null && !row.withdrawn);
      if (saved.length === 0) return void toast.info(t("withdrawNone"));
      try {
        for (const row of saved) await withdrawRow(row);
        toastUndo({ label: t("withdrawn", { count: saved.length }), undo: async () => (await Promise.all(saved.map((row) => restoreRow(row.id!))), refreshRecords(queries)) });
      } catch (failed) {
        toast.error(failed);
      }
      await refreshRecords(queries);
    },
    [queries, t],
  );

  const bulk = useMemo(
    (): BulkWriting<BillingRow> => ({
      save: async (changes) => outcomes(await ask(api.POST("/api/billing-records/bulk", { body: { items: changes.map(({ row, change }) => ({ ...inputOf(row, change as RowChange), version: row.version })) } }))),
      takeBack: async (before, after) => before.id === null && (await withdrawRow(after), true),
      onDone: () => void refreshRecords(queries),
      ...(filter ? { all: (signal) => allRows(filter, signal) } : {}),
      actions: [
        { id: "paid", label: t("markPaid"), icon: <CircleCheck aria-hidden className="size-4" />, change: (row) => actions.settled(row) as Change | null },
        { id: "withdraw", label: t("withdraw"), icon: <Archive aria-hidden className="size-4" />, danger: true, run: (chosen) => void withdrawMany(chosen) },
      ],
    }),
    [filter, queries, actions, withdrawMany, t],
  );

  return (
    <DataTable<BillingRow, Totals>
      id="billing"
      label={t("table")}
      columns={columns}
      view={view}
      rows={rows}
      rowId={rowKey}
      count={figures.data?.count ?? first?.count ?? undefined}
      totals={figures.data?.totals ?? first?.totals ?? undefined}
      totalTitle={(sum) => t("totalOf", { currency: sum.currency })}
      more={moreOf(list)}
      error={error ?? list.error}
      onRetry={() => void list.refetch()}
      empty={empty}
      searchLabel={t("search")}
      toolbar={toolbar}
      onOpen={onOpen}
      rowMenu={(row) => [
        { id: "open", label: t("open"), icon: <PanelRight aria-hidden />, onSelect: () => onOpen(row) },
        ...(bill && !row.withdrawn && actions.settled(row) ? [{ id: "paid", label: t("markPaid"), icon: <CircleCheck aria-hidden />, onSelect: () => void actions.payFull(row) }] : []),
        ...(bill && row.withdrawn ? [null, { id: "restore", label: t("restore"), icon: <Undo2 aria-hidden />, onSelect: () => void actions.restore(row).catch(toast.error) }] : []),
        ...(bill && row.id !== null && !row.withdrawn ? [null, { id: "withdraw", label: t("withdraw"), icon: <Archive aria-hidden />, danger: true, onSelect: () => void actions.withdraw(row).catch(toast.error) }] : []),
      ]}
      cardActions={(row) =>
        !bill ? null : row.withdrawn ? (
          <Button size="sm" className="h-9! flex-1 justify-center" onClick={() => void actions.restore(row).catch(toast.error)}>
            {t("restore")}
          </Button>
        ) : actions.settled(row) ? (
          <Button size="sm" className="h-9! flex-1 justify-center" icon={<CircleCheck aria-hidden className="size-4" />} onClick={() => void actions.payFull(row)}>
            {t("payShort")}
          </Button>
        ) : row.billed === null ? (
          <Button size="sm" className="h-9! flex-1 justify-center" icon={<ReceiptText aria-hidden className="size-4" />} onClick={() => onOpen(row)}>
            {t("billShort")}
          </Button>
        ) : null
      }
      {...(bill ? { editing, bulk } : {})}
      exportUrl={(format) => `/api/billing-records/export?format=${format}&${queryOf(filter ?? {})}`}
    />
  );
}

/** How each of many came out, in the kit's words. */
const outcomes = ({ items }: BulkOutcome): ({ row: BillingRow } | { problem: string; theirs?: BillingRow })[] =>
  [...items].sort((a, b) => a.index - b.index).map((one) => {
    if ("row" in one && one.row) return { row: one.row };
    const problem: ProblemBody | null = ("problem" in one && one.problem) || null;
    const theirs = problem?.current as BillingRow | undefined;
    return { problem: (problem && sentenceOf(problem)) || "", ...(theirs ? { theirs } : {}) };
  });

/** Every row of a filter, page by page. */
async function* allRows(filter: BillingFilter, signal: AbortSignal): AsyncGenerator<BillingRow[]> {
  for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
    const page: { items: BillingRow[]; nextCursor: string | null } = await ask(api.GET("/api/billing-records", { params: { query: { ...filter, limit: 200, ...(cursor ? { cursor } : {}) } }, signal }));
    yield page.items;
    cursor = page.nextCursor;
  }
}
