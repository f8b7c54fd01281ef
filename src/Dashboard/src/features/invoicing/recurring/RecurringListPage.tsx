import { useCallback, useMemo } from "react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus, Repeat } from "lucide-react";
import { useMay } from "@/api/may";
import type { RecurringRow } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Needs, Page, Pill, Tabs, useCommand, useShortcut } from "@/ui";
import { useScheduleWords } from "@/ui/schedule/words";
import { DataTable, moreOf, sortParam, useTableView, type Column } from "@/ui/table";
import { queryOf } from "../invoices/filter";
import { ClientChip } from "../parts/ClientChip";
import { recurringFilter } from "./filter";
import { messages } from "./messages";
import { recurringRowsQuery } from "./queries";
import { recurringViews, type RecurringListSearch, type RecurringView } from "./search";
import { StatePill } from "./StatePill";
import { useRecurringBulk } from "./useRecurringBulk";

const rowId = (row: RecurringRow) => row.id;

/** What is billed again and again, what bills next first. View, client and order are in the address. */
export function RecurringListPage() {
  const t = useText(messages);
  const formats = useFormats();
  const search = useSearch({ from: "/recurring-invoices" });
  const navigate = useNavigate();
  const bill = useMay("invoicing.bill");
  const { list, of } = search;
  const shown: RecurringView = list ?? "all";
  const columns = useColumns();
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const sort = sortParam(view.view.sort, columns);
  const filter = useMemo(() => recurringFilter({ ...(list ? { list } : {}), ...(of ? { of } : {}) }, view.view, sort, formats.today), [list, of, view.view, sort, formats.today]);
  const bulk = useRecurringBulk(filter);
  const rows = useInfiniteQuery({ ...recurringRowsQuery(filter), placeholderData: keepPreviousData, enabled: useMay("invoicing.see") });
  const first = rows.data?.pages[0];
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const set = (part: { [K in keyof RecurringListSearch]?: RecurringListSearch[K] | undefined }) => void navigate({ to: "/recurring-invoices", search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as RecurringListSearch });
  const open = useCallback((row: RecurringRow) => void navigate({ to: "/recurring-invoices/$id", params: { id: row.id } }), [navigate]);
  const write = () => void navigate({ to: "/recurring-invoices/new", search: of ? { client: of } : {} });
  useShortcut({ keys: "c", label: t("newOne"), group: t("recurring"), enabled: bill, run: write });
  useCommand({ id: "new-recurring", label: t("newOne"), icon: <Repeat aria-hidden />, words: "recurring subscription wiederkehrend abo create add", run: write }, bill);
  const begin = bill && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={write}>
      {t("newOne")}
    </Button>
  );
  return (
    <Needs permission="invoicing.see">
      <Page
        title={t("recurring")}
        fill
        actions={begin}
        tabs={
          <Tabs
            label={t("views")}
            value={shown}
            onChange={(next) => set({ list: next === "all" ? undefined : next })}
            tabs={recurringViews.map((value) => ({ value, label: t(`view_${value}`), ...(first?.counts?.[value] === undefined ? {} : { count: first.counts[value] }) }))}
          />
        }
      >
        <DataTable<RecurringRow>
          id="recurring-invoices"
          label={t("recurring")}
          columns={columns}
          view={view}
          rows={items}
          rowId={rowId}
          more={moreOf(rows)}
          error={rows.error}
          onRetry={() => void rows.refetch()}
          searchLabel={t("search")}
          toolbar={of && <ClientChip id={of} onRemove={() => set({ of: undefined })} />}
          empty={
            shown === "all"
              ? { icon: <Repeat aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: begin }
              : { icon: <Repeat aria-hidden />, title: t("emptyView"), text: t("emptyViewHelp"), actions: <Button onClick={() => set({ list: undefined })}>{t("showAll")}</Button> }
          }
          onOpen={open}
          {...(bill ? { bulk } : {})}
          exportUrl={(format) => `/api/recurring-invoices/export?format=${format}&${queryOf(filter)}`}
        />
      </Page>
    </Needs>
  );
}

function useColumns(): readonly Column<RecurringRow>[] {
  const t = useText(messages);
  const words = useScheduleWords();
  const currencies = useCurrencies();
  return useMemo(
    () => [
      { id: "client", header: t("client"), kind: "text", width: 220, pinned: true, sort: "client", card: "title", value: (row) => row.clientName },
      { id: "state", header: t("state"), kind: "choice", width: 150, card: "side", value: (row) => row.state, text: (row) => t(`state_${row.state}`), render: (row) => <span className="flex gap-1"><StatePill state={row.state} />{row.parked > 0 && <Pill tone="bad">{t("parkedCount", { count: row.parked })}</Pill>}</span> },
      { id: "schedule", header: t("schedule"), kind: "text", width: 260, card: "under", value: (row) => words.when(row.schedule) },
      { id: "next", header: t("nextOn"), kind: "date", width: 120, sort: "next", value: (row) => row.nextOn, filter: { operators: ["is", "before", "after", "between", "next"] } },
      { id: "total", header: t("total"), kind: "money", width: 140, value: (row) => row.total },
      { id: "then", header: t("then"), kind: "choice", width: 150, value: (row) => row.then, text: (row) => t(`then_${row.then}`), filter: { operators: ["is"], single: true, options: (["draft", "issue", "send"] as const).map((value) => ({ value, label: t(`then_${value}`) })) } },
      { id: "invoiced", header: t("invoiced"), kind: "number", width: 100, value: (row) => row.invoiced },
      { id: "leftOut", header: t("leftOut"), kind: "number", width: 110, hidden: true, card: "none", value: (row) => row.leftOut },
      { id: "currency", header: t("currency"), kind: "choice", width: 90, sort: "currency", hidden: true, card: "none", value: (row) => row.total?.currency ?? null, filter: { operators: ["is"], single: true, options: currencies } },
    ],
    [t, words, currencies],
  );
}
