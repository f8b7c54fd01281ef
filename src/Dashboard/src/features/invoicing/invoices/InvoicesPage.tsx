import { useCallback, useMemo } from "react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Banknote, FileText, PanelRight, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import type { InvoiceRow, InvoiceSums } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Needs, Page, Tabs, useCommand, useShortcut } from "@/ui";
import { DataTable, moreOf, sortParam, useTableView } from "@/ui/table";
import { ClientChip } from "../parts/ClientChip";
import { invoiceFilter, queryOf } from "./filter";
import { messages } from "./messages";
import { invoiceRowsQuery } from "./queries";
import { invoiceViews, type InvoicesSearch, type InvoiceView } from "./search";
import { useColumns } from "./useColumns";
import { useInvoiceBulk } from "./useInvoiceBulk";

const rowId = (row: InvoiceRow) => row.id;
const payable = (row: InvoiceRow) => row.state === "open" || row.state === "partlyPaid" || row.state === "overdue";

/** All invoices, by how far they are. View, client, filters and order are in the address. */
export function InvoicesPage() {
  const t = useText(messages);
  const formats = useFormats();
  const search = useSearch({ from: "/invoices" });
  const navigate = useNavigate();
  const bill = useMay("invoicing.bill");
  const take = useMay("invoicing.payments");
  const { list, of } = search;
  const shown: InvoiceView = list ?? "all";
  const columns = useColumns(shown === "all");
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const filter = useMemo(() => invoiceFilter({ ...(list ? { list } : {}), ...(of ? { of } : {}) }, view.view, sortParam(view.view.sort, columns), formats.today), [list, of, view.view, columns, formats.today]);
  const rows = useInfiniteQuery({ ...invoiceRowsQuery(filter), placeholderData: keepPreviousData, enabled: useMay("invoicing.see") });
  const first = rows.data?.pages[0];
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const { bulk, dialog } = useInvoiceBulk(filter);
  const set = (part: { [K in keyof InvoicesSearch]?: InvoicesSearch[K] | undefined }) => void navigate({ to: "/invoices", search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as InvoicesSearch });
  const open = useCallback((row: InvoiceRow) => void navigate({ to: "/invoices/$id", params: { id: row.id } }), [navigate]);
  const pay = (row: InvoiceRow) => void navigate({ to: "/invoices/$id", params: { id: row.id }, search: { open: "payment" } });
  const write = () => void navigate({ to: "/invoices/new", search: of ? { client: of } : {} });
  useShortcut({ keys: "c", label: t("newInvoice"), group: t("invoices"), enabled: bill, run: write });
  useCommand({ id: "new-invoice", label: t("newInvoice"), icon: <FileText aria-hidden />, words: "invoice rechnung create add", run: write }, bill);

  return (
    <Needs permission="invoicing.see">
      <Page
        title={t("invoices")}
        fill
        actions={
          bill && (
            <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={write}>
              {t("newInvoice")}
            </Button>
          )
        }
        tabs={
          <Tabs
            label={t("views")}
            value={shown}
            onChange={(next) => set({ list: next === "all" ? undefined : next })}
            tabs={invoiceViews.map((value) => ({ value, label: t(`view_${value}`), ...(first?.counts?.[value] === undefined ? {} : { count: first.counts[value] }) }))}
          />
        }
      >
        <DataTable<InvoiceRow, InvoiceSums>
          id="invoices"
          label={t("invoices")}
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
              ? { icon: <FileText aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: bill && <Button tone="primary" onClick={write}>{t("newInvoice")}</Button> }
              : { icon: <FileText aria-hidden />, title: t("emptyView"), text: t("emptyViewHelp"), actions: <Button onClick={() => set({ list: undefined })}>{t("showAll")}</Button> }
          }
          onOpen={open}
          rowMenu={(row) => [
            { id: "open", label: t("open"), icon: <PanelRight aria-hidden />, onSelect: () => open(row) },
            ...(take && payable(row) ? [{ id: "pay", label: t("recordPayment"), icon: <Banknote aria-hidden />, onSelect: () => pay(row) }] : []),
          ]}
          cardActions={(row) =>
            take && payable(row) ? (
              <Button size="sm" className="h-9! flex-1 justify-center" icon={<Banknote aria-hidden className="size-4" />} onClick={() => pay(row)}>
                {t("recordPayment")}
              </Button>
            ) : null
          }
          {...(bill ? { bulk } : {})}
          exportUrl={(format) => `/api/invoices/export?format=${format}&${queryOf(filter)}`}
        />
        {dialog}
      </Page>
    </Needs>
  );
}
