import { useCallback, useMemo } from "react";
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FilePlus, FileText, ListPlus, PanelRight, Plus, UserRound } from "lucide-react";
import { api, ask } from "@/api/client";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { Charge } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { Button, Needs, Page, Tabs, useCommand, useShortcut } from "@/ui";
import { DataTable, moreOf, sortParam, useTableView, type Column } from "@/ui/table";
import { ChargePill } from "../charge/ChargePill";
import { ChargeSheets } from "../charge/ChargeSheets";
import { messages } from "../charge/messages";
import { sourceText } from "../charge/words";
import { ClientChip } from "../parts/ClientChip";
import { chargeFilter, chargeViews, type ChargeFilter, type ChargesSearch, type ChargeView } from "./search";

const rowId = (row: Charge) => row.id;

const chargeRowsQuery = (filter: ChargeFilter) =>
  infiniteQueryOptions({
    queryKey: [keys.charges, "rows", filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/charges", { params: { query: { ...filter, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** What clients owe money for, before and after an invoice took it. View, client, filters, order and the open charge are in the address. */
export function ChargesPage() {
  const t = useText(messages);
  const formats = useFormats();
  const search = useSearch({ from: "/charges" });
  const navigate = useNavigate();
  const bill = useMay("invoicing.bill");
  const { list, of } = search;
  const shown: ChargeView = list ?? "all";
  const columns = useColumns();
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const filter = useMemo(() => chargeFilter({ ...(list ? { list } : {}), ...(of ? { of } : {}) }, view.view, sortParam(view.view.sort, columns), formats.today), [list, of, view.view, columns, formats.today]);
  const rows = useInfiniteQuery({ ...chargeRowsQuery(filter), placeholderData: keepPreviousData, enabled: useMay("invoicing.see") });
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const set = useCallback(
    (part: { [K in keyof ChargesSearch]?: ChargesSearch[K] | undefined }, replace = false) =>
      void navigate({ to: "/charges", replace, search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as ChargesSearch }),
    [navigate, search],
  );
  const open = useCallback((row: Charge) => set({ charge: row.id, at: undefined }), [set]);
  const post = () => set({ charge: "new", at: undefined });
  useShortcut({ keys: "c", label: t("newCharge"), group: t("charges"), enabled: bill, run: post });
  useCommand({ id: "new-charge", label: t("newCharge"), icon: <ListPlus aria-hidden />, words: "charge posten berechnen create add", run: post }, bill);
  const add = bill && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={post}>
      {t("newCharge")}
    </Button>
  );
  return (
    <Needs permission="invoicing.see">
      <Page title={t("charges")} fill actions={add} tabs={<Tabs label={t("views")} value={shown} onChange={(next) => set({ list: next === "all" ? undefined : next })} tabs={chargeViews.map((value) => ({ value, label: t(value === "all" ? "view_all" : `state_${value}`) }))} />}>
        <DataTable<Charge>
          id="charges"
          label={t("charges")}
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
              ? { icon: <ListPlus aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: add }
              : { icon: <ListPlus aria-hidden />, title: t("emptyView"), text: t("emptyViewHelp"), actions: <Button onClick={() => set({ list: undefined })}>{t("showAll")}</Button> }
          }
          onOpen={open}
          rowMenu={(row) => [
            { id: "open", label: t("open"), icon: <PanelRight aria-hidden />, onSelect: () => open(row) },
            ...(row.invoiceId ? [{ id: "invoice", label: t("toInvoice"), icon: <FileText aria-hidden />, onSelect: () => void navigate({ to: "/invoices/$id", params: { id: row.invoiceId! } }) }] : []),
            { id: "client", label: t("toClient"), icon: <UserRound aria-hidden />, onSelect: () => void navigate({ to: "/clients/$id", params: { id: row.clientId } }) },
            ...(bill && row.state === "open" ? [{ id: "bill", label: t("billIt"), icon: <FilePlus aria-hidden />, onSelect: () => void navigate({ to: "/invoices/new", search: { client: row.clientId } }) }] : []),
          ]}
        />
        <ChargeSheets search={search} client={of ?? null} set={set} />
      </Page>
    </Needs>
  );
}

function useColumns(): readonly Column<Charge>[] {
  const t = useText(messages);
  const formats = useFormats();
  const currencies = useCurrencies();
  return useMemo(
    (): readonly Column<Charge>[] => [
      { id: "description", header: t("description"), kind: "text", width: 260, pinned: true, sort: "description", card: "title", value: (row) => row.description },
      { id: "client", header: t("client"), kind: "text", width: 190, sort: "client", card: "under", value: (row) => row.clientName },
      { id: "state", header: t("state"), kind: "text", width: 150, card: "side", value: (row) => t(`state_${row.state}`), render: (row) => <ChargePill charge={row} /> },
      { id: "source", header: t("source"), kind: "text", width: 130, value: (row) => sourceText(t, row) },
      { id: "period", header: t("period"), kind: "text", width: 190, value: (row) => (row.period ? `${formats.day(row.period.from)} – ${formats.day(row.period.through)}` : null) },
      { id: "availableFrom", header: t("availableFrom"), kind: "date", width: 120, sort: "availableFrom", value: (row) => row.availableFrom, filter: { operators: ["before"] } },
      { id: "quantity", header: t("quantity"), kind: "text", width: 90, card: "none", value: (row) => showDecimal(row.quantity, formats.locale, 0) },
      { id: "amount", header: t("amount"), kind: "money", width: 130, sort: "amount", value: (row) => row.amount },
      { id: "group", header: t("group"), kind: "text", width: 120, hidden: true, card: "none", value: (row) => row.group },
      { id: "currency", header: t("currency"), kind: "choice", width: 90, hidden: true, card: "none", value: (row) => row.amount.currency, text: (row) => row.amount.currency, render: (row) => row.amount.currency, filter: { operators: ["is"], single: true, options: currencies } },
    ],
    [t, formats, currencies],
  );
}
