import { Suspense, useCallback, useMemo } from "react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Banknote, PanelRight, Plus, Undo2, UserRound } from "lucide-react";
import { useMay } from "@/api/may";
import type { PaymentRow, PaymentSums } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, Needs, Page, Tabs, useCommand, useShortcut } from "@/ui";
import { DataTable, moreOf, sortParam, useTableView } from "@/ui/table";
import { queryOf } from "../invoices/filter";
import { messages as invoiceMessages } from "../invoices/messages";
import { ClientChip } from "../parts/ClientChip";
import { paymentFilter } from "./filter";
import { messages } from "./messages";
import { paymentRowsQuery } from "./queries";
import { paymentViews, type PaymentsSearch, type PaymentView } from "./search";
import { useColumns } from "./useColumns";
import { usePaymentBulk } from "./usePaymentBulk";

const NewPaymentSheet = late(() => import("./NewPaymentSheet").then((part) => ({ default: part.NewPaymentSheet })));
const ReceivedSheet = late(() => import("./ReceivedSheet").then((part) => ({ default: part.ReceivedSheet })));
const rowId = (row: PaymentRow) => row.id;

/** What came in, over all clients. View, client, filters, order and the open payment are in the address. */
export function PaymentsPage() {
  const t = useText(messages);
  const words = useText(invoiceMessages);
  const formats = useFormats();
  const search = useSearch({ from: "/payments" });
  const navigate = useNavigate();
  const take = useMay("invoicing.payments");
  const { list, of } = search;
  const shown: PaymentView = list ?? "all";
  const columns = useColumns();
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const filter = useMemo(() => paymentFilter({ ...(list ? { list } : {}), ...(of ? { of } : {}) }, view.view, sortParam(view.view.sort, columns), formats.today), [list, of, view.view, columns, formats.today]);
  const rows = useInfiniteQuery({ ...paymentRowsQuery(filter), placeholderData: keepPreviousData, enabled: useMay("invoicing.see") });
  const { bulk, dialog } = usePaymentBulk(filter);
  const first = rows.data?.pages[0];
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const set = useCallback(
    (part: { [K in keyof PaymentsSearch]?: PaymentsSearch[K] | undefined }, replace = false) =>
      void navigate({ to: "/payments", replace, search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as PaymentsSearch }),
    [navigate, search],
  );
  const open = useCallback((row: PaymentRow) => set({ payment: row.id, at: undefined }), [set]);
  const record = () => set({ payment: "new", at: undefined });
  useShortcut({ keys: "c", label: words("recordPayment"), group: t("payments"), enabled: take, run: record });
  useCommand({ id: "record-payment", label: words("recordPayment"), icon: <Banknote aria-hidden />, words: "payment zahlung create add money geld", run: record }, take);
  const add = take && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={record}>
      {words("recordPayment")}
    </Button>
  );
  return (
    <Needs permission="invoicing.see">
      <Page title={t("payments")} fill actions={add} tabs={<Tabs label={words("views")} value={shown} onChange={(next) => set({ list: next === "all" ? undefined : next })} tabs={paymentViews.map((value) => ({ value, label: t(`view_${value}`) }))} />}>
        <DataTable<PaymentRow, PaymentSums>
          id="payments"
          label={t("payments")}
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
          toolbar={of && <ClientChip id={of} onRemove={() => set({ of: undefined })} />}
          empty={
            shown === "all"
              ? { icon: <Banknote aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: add }
              : { icon: <Undo2 aria-hidden />, title: words("emptyView"), text: t("emptyViewHelp"), actions: <Button onClick={() => set({ list: undefined })}>{words("showAll")}</Button> }
          }
          onOpen={open}
          rowMenu={(row) => [
            { id: "open", label: words("open"), icon: <PanelRight aria-hidden />, onSelect: () => open(row) },
            { id: "client", label: t("toClient"), icon: <UserRound aria-hidden />, onSelect: () => void navigate({ to: "/clients/$id", params: { id: row.clientId } }) },
          ]}
          bulk={bulk}
          exportUrl={(format) => `/api/payments/export?format=${format}&${queryOf(filter)}`}
        />
        {dialog}
        <Suspense fallback={null}>
          {search.payment === "new"
            ? take && <NewPaymentSheet client={of ?? null} onClose={() => set({ payment: undefined })} onSaved={(payment) => set({ payment: payment.id }, true)} />
            : search.payment && <ReceivedSheet key={search.payment} id={search.payment} at={search.at} onAt={(at) => set({ at }, true)} onClose={() => set({ payment: undefined, at: undefined })} />}
        </Suspense>
      </Page>
    </Needs>
  );
}
