import { useCallback, useMemo } from "react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { FileMinus, FileText, PanelRight } from "lucide-react";
import { useMay } from "@/api/may";
import type { CreditNoteRow, CreditNoteSums } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { buttonClass, Needs, Page } from "@/ui";
import { DataTable, moreOf, sortParam, useTableView, type Column } from "@/ui/table";
import { queryOf } from "../invoices/filter";
import { messages as invoiceMessages } from "../invoices/messages";
import { ClientChip } from "../parts/ClientChip";
import { creditNoteFilter } from "./filter";
import { messages } from "./messages";
import { creditNoteRowsQuery } from "./queries";

const rowId = (row: CreditNoteRow) => row.id;

/** What was credited, newest first. A credit note is written from its invoice. */
export function CreditNotesPage() {
  const t = useText(messages);
  const words = useText(invoiceMessages);
  const formats = useFormats();
  const { of } = useSearch({ from: "/credit-notes" });
  const navigate = useNavigate();
  const currencies = useCurrencies();
  const columns = useMemo(
    (): readonly Column<CreditNoteRow, CreditNoteSums>[] => [
      { id: "number", header: words("number"), kind: "text", width: 150, pinned: true, sort: "number", card: "title", value: (row) => row.number },
      { id: "client", header: words("client"), kind: "text", width: 220, sort: "client", card: "under", value: (row) => row.clientName },
      { id: "issueDate", header: words("issueDate"), kind: "date", width: 110, sort: "issueDate", value: (row) => row.issueDate, filter: { operators: ["is", "before", "after", "between", "last"] } },
      { id: "invoice", header: t("ofInvoice"), kind: "text", width: 150, sort: "invoiceNumber", value: (row) => row.invoiceNumber },
      { id: "reason", header: words("reason"), kind: "text", width: 240, value: (row) => row.reason },
      { id: "tax", header: t("tax"), kind: "money", width: 120, hidden: true, card: "none", value: (row) => row.tax, total: (sum) => sum.tax },
      { id: "total", header: words("total"), kind: "money", width: 140, sort: "total", value: (row) => row.total, total: (sum) => sum.total },
      { id: "off", header: t("offInvoice"), kind: "money", width: 150, value: (row) => row.offInvoice, total: (sum) => sum.offInvoice },
      { id: "currency", header: words("currency"), kind: "choice", width: 90, hidden: true, card: "none", value: (row) => row.currency, text: (row) => row.currency, render: (row) => row.currency, filter: { operators: ["is"], single: true, options: currencies } },
    ],
    [t, words, currencies],
  );
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const filter = useMemo(() => creditNoteFilter(of, view.view, sortParam(view.view.sort, columns), formats.today), [of, view.view, columns, formats.today]);
  const rows = useInfiniteQuery({ ...creditNoteRowsQuery(filter), placeholderData: keepPreviousData, enabled: useMay("invoicing.see") });
  const first = rows.data?.pages[0];
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const open = useCallback((row: CreditNoteRow) => void navigate({ to: "/credit-notes/$id", params: { id: row.id } }), [navigate]);
  return (
    <Needs permission="invoicing.see">
      <Page title={t("creditNotes")} fill>
        <DataTable<CreditNoteRow, CreditNoteSums>
          id="credit-notes"
          label={t("creditNotes")}
          columns={columns}
          view={view}
          rows={items}
          rowId={rowId}
          count={first?.count ?? undefined}
          totals={first?.totals ?? undefined}
          totalTitle={(sum) => words("totalOf", { currency: sum.currency })}
          more={moreOf(rows)}
          error={rows.error}
          onRetry={() => void rows.refetch()}
          searchLabel={t("search")}
          toolbar={of && <ClientChip id={of} onRemove={() => void navigate({ to: "/credit-notes", search: (before) => Object.fromEntries(Object.entries(before).filter(([name]) => name !== "of")) })} />}
          empty={{ icon: <FileMinus aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: <Link to="/invoices" className={buttonClass("primary")}>{t("toInvoices")}</Link> }}
          exportUrl={(format) => `/api/credit-notes/export?format=${format}&${queryOf(filter)}`}
          onOpen={open}
          rowMenu={(row) => [
            { id: "open", label: words("open"), icon: <PanelRight aria-hidden />, onSelect: () => open(row) },
            { id: "invoice", label: t("toInvoice"), icon: <FileText aria-hidden />, onSelect: () => void navigate({ to: "/invoices/$id", params: { id: row.invoiceId } }) },
          ]}
        />
      </Page>
    </Needs>
  );
}
