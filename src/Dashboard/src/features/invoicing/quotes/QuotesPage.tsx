import { useCallback, useMemo } from "react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FilePenLine, PanelRight, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import type { QuoteRow, QuoteSums } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Needs, Page, Tabs, useCommand, useShortcut } from "@/ui";
import { DataTable, moreOf, sortParam, useTableView, type Column } from "@/ui/table";
import { queryOf } from "../invoices/filter";
import { ClientChip } from "../parts/ClientChip";
import { quoteFilter } from "./filter";
import { messages } from "./messages";
import { quoteRowsQuery } from "./queries";
import { QuotePill } from "./QuotePill";
import { useQuoteBulk } from "./useQuoteBulk";
import { quoteViews, type QuotesSearch, type QuoteView } from "./search";

const rowId = (row: QuoteRow) => row.id;

/** All quotes, by how far they are. View, client, filters and order are in the address. */
export function QuotesPage() {
  const t = useText(messages);
  const formats = useFormats();
  const search = useSearch({ from: "/quotes" });
  const navigate = useNavigate();
  const bill = useMay("invoicing.bill");
  const { list, of } = search;
  const shown: QuoteView = list ?? "all";
  const columns = useColumns(shown === "all");
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const filter = useMemo(() => quoteFilter({ ...(list ? { list } : {}), ...(of ? { of } : {}) }, view.view, sortParam(view.view.sort, columns), formats.today), [list, of, view.view, columns, formats.today]);
  const rows = useInfiniteQuery({ ...quoteRowsQuery(filter), placeholderData: keepPreviousData, enabled: useMay("invoicing.see") });
  const first = rows.data?.pages[0];
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const { bulk, dialog } = useQuoteBulk(filter);
  const set = (part: { [K in keyof QuotesSearch]?: QuotesSearch[K] | undefined }) => void navigate({ to: "/quotes", search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as QuotesSearch });
  const open = useCallback((row: QuoteRow) => void navigate({ to: "/quotes/$id", params: { id: row.id } }), [navigate]);
  const write = () => void navigate({ to: "/quotes/new", search: of ? { client: of } : {} });
  useShortcut({ keys: "c", label: t("newQuote"), group: t("quotes"), enabled: bill, run: write });
  useCommand({ id: "new-quote", label: t("newQuote"), icon: <FilePenLine aria-hidden />, words: "quote estimate angebot create add", run: write }, bill);
  const begin = bill && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={write}>
      {t("newQuote")}
    </Button>
  );

  return (
    <Needs permission="invoicing.see">
      <Page
        title={t("quotes")}
        fill
        actions={begin}
        tabs={
          <Tabs
            label={t("views")}
            value={shown}
            onChange={(next) => set({ list: next === "all" ? undefined : next })}
            tabs={quoteViews.map((value) => ({ value, label: t(`view_${value}`), ...(first?.counts?.[value] === undefined ? {} : { count: first.counts[value] }) }))}
          />
        }
      >
        <DataTable<QuoteRow, QuoteSums>
          id="quotes"
          label={t("quotes")}
          columns={columns}
          view={view}
          rows={items}
          rowId={rowId}
          count={first?.count ?? undefined}
          totals={first?.totals ?? undefined}
          totalTitle={(sum) => t("totalOf", { currency: sum.currency })}
          more={moreOf(rows)}
          error={rows.error}
          onRetry={() => void rows.refetch()}
          searchLabel={t("search")}
          toolbar={of && <ClientChip id={of} onRemove={() => set({ of: undefined })} />}
          empty={
            shown === "all"
              ? { icon: <FilePenLine aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: begin }
              : { icon: <FilePenLine aria-hidden />, title: t("emptyView"), text: t("emptyViewHelp"), actions: <Button onClick={() => set({ list: undefined })}>{t("showAll")}</Button> }
          }
          onOpen={open}
          rowMenu={(row) => [{ id: "open", label: t("open"), icon: <PanelRight aria-hidden />, onSelect: () => open(row) }]}
          {...(bill ? { bulk } : {})}
          exportUrl={(format) => `/api/quotes/export?format=${format}&${queryOf(filter)}`}
        />
        {dialog}
      </Page>
    </Needs>
  );
}

/** `all`: of all views, where those withdrawn can be asked for. */
function useColumns(all: boolean): readonly Column<QuoteRow, QuoteSums>[] {
  const t = useText(messages);
  const currencies = useCurrencies();
  return useMemo(
    () => [
      { id: "number", header: t("number"), kind: "text", width: 150, pinned: true, sort: "number", card: "title", value: (row) => row.number, text: (row) => row.number ?? t("draft"), render: (row) => (row.number ? <span className="tabular truncate">{row.number}</span> : <span className="text-muted italic">{t("draft")}</span>) },
      { id: "client", header: t("client"), kind: "text", width: 220, sort: "client", card: "under", value: (row) => row.clientName },
      { id: "state", header: t("state"), kind: "choice", width: 120, card: "side", value: (row) => row.state, text: (row) => t(`state_${row.state}`), render: (row) => <QuotePill state={row.state} />, ...(all ? { filter: { operators: ["is"], single: true, options: [{ value: "withdrawn", label: t("state_withdrawn") }] } } : {}) },
      { id: "issueDate", header: t("issueDate"), kind: "date", width: 110, sort: "issueDate", value: (row) => row.issueDate, filter: { operators: ["is", "before", "after", "between", "last"] } },
      { id: "validUntil", header: t("validUntil"), kind: "date", width: 120, sort: "validUntil", value: (row) => row.validUntil },
      { id: "total", header: t("total"), kind: "money", width: 140, sort: "total", value: (row) => row.total, total: (sum) => sum.total, filter: { operators: ["between", "atLeast", "atMost", "is"] } },
      { id: "currency", header: t("currency"), kind: "choice", width: 90, sort: "currency", hidden: true, card: "none", value: (row) => row.currency, filter: { operators: ["is"], single: true, options: currencies } },
      { id: "purchaseOrder", header: t("purchaseOrder"), kind: "text", width: 140, hidden: true, card: "none", value: (row) => row.purchaseOrder },
    ],
    [t, currencies, all],
  );
}
