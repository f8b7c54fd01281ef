import { useCallback, useMemo } from "react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { CreditCard, FileText, PanelRight, RefreshCw, User } from "lucide-react";
import { useMay } from "@/api/may";
import type { DunningRow } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { todayIn } from "@/lib/dates";
import { lateOver } from "@/lib/late";
import { Button, Needs, Page, Pill, Tabs } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { DataTable, moreOf, sortParam, useTableView, type Column } from "@/ui/table";
import { useProvider } from "../cards/queries";
import { CollectionPill } from "./CollectionPill";
import { countsOf } from "./counts";
import { messages } from "./messages";
import { dunningRowsQuery } from "./queries";
import { dunningFilter, dunningViews, type DunningSearch, type DunningView } from "./search";
import { codeText } from "./words";

const CollectionSheet = lateOver(() => import("./CollectionSheet").then((part) => ({ default: part.CollectionSheet })));

type Row = DunningRow & { client: string };
const rowId = (row: Row) => row.id;

/** Invoices whose cards were declined, what is tried next first. View, order and what is open are in the address. */
export function DunningPage() {
  const t = useText(messages);
  const search = useSearch({ from: "/subscriptions/dunning" });
  const navigate = useNavigate();
  const [see, invoicing] = [useMay("subscriptions.see"), useMay("invoicing.see")];
  const { list } = search;
  const shown: DunningView = list ?? "open";
  const provider = useProvider();
  const columns = useColumns();
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const filter = useMemo(() => dunningFilter(list, sortParam(view.view.sort, columns)), [list, view.view.sort, columns]);
  const rows = useInfiniteQuery({ ...dunningRowsQuery(filter), placeholderData: keepPreviousData, enabled: see });
  const open = useInfiniteQuery({ ...dunningRowsQuery({}), enabled: see });
  const counts = useMemo(() => countsOf(open.data?.pages[0]), [open.data]);
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const nameOf = useClientNames(items?.map((item) => item.clientId) ?? []);
  const named = items?.map((item) => nameOf(item.clientId, "…")).join("\n");
  const shownRows = useMemo(() => items?.map((item): Row => ({ ...item, client: nameOf(item.clientId, "…") })), [items, named]);
  const set = (part: { [K in keyof DunningSearch]?: DunningSearch[K] | undefined }) => void navigate({ to: "/subscriptions/dunning", search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as DunningSearch });
  const look = useCallback((row: Row) => void navigate({ to: "/subscriptions/dunning", search: { ...search, one: row.id } }), [navigate, search]);
  return (
    <Needs permission="subscriptions.see">
      <Page
        title={t("title")}
        fill
        tabs={<Tabs label={t("views")} value={shown} onChange={(next) => set({ list: next === "open" ? undefined : next })} tabs={dunningViews.map((value) => ({ value, label: t(`view_${value}`), ...(counts[value] === undefined ? {} : { count: counts[value] }) }))} />}
      >
        {provider === "test" && (
          <p role="status" className="mx-4 mt-3 max-w-3xl rounded-md bg-warn-soft px-3 py-2 text-table sm:mx-6">
            <span className="font-medium text-warn">{t("onlyTest")}</span> {t("onlyTestHelp")}
          </p>
        )}
        <DataTable<Row>
          id="dunning"
          label={t("title")}
          columns={columns}
          view={view}
          rows={shownRows}
          rowId={rowId}
          count={counts[shown]}
          more={moreOf(rows)}
          error={rows.error}
          onRetry={() => void rows.refetch()}
          empty={
            shown === "open"
              ? { icon: <CreditCard aria-hidden />, title: t("empty"), text: t("emptyHelp") }
              : { icon: <CreditCard aria-hidden />, title: t("emptyView"), actions: <Button onClick={() => set({ list: undefined })}>{t("showOpen")}</Button> }
          }
          onOpen={look}
          rowMenu={(row) => [
            { id: "open", label: t("open"), icon: <PanelRight aria-hidden />, onSelect: () => look(row) },
            ...(invoicing
              ? [
                  { id: "invoice", label: t("toInvoice"), icon: <FileText aria-hidden />, onSelect: () => void navigate({ to: "/invoices/$id", params: { id: row.invoiceId } }) },
                  { id: "client", label: t("toClient"), icon: <User aria-hidden />, onSelect: () => void navigate({ to: "/clients/$id", params: { id: row.clientId } }) },
                ]
              : []),
            { id: "subscription", label: t("toSubscription"), icon: <RefreshCw aria-hidden />, onSelect: () => void navigate({ to: "/subscriptions/$id", params: { id: row.subscriptionId } }) },
          ]}
        />
        {search.one && <CollectionSheet id={search.one} onClose={() => set({ one: undefined })} />}
      </Page>
    </Needs>
  );
}

function useColumns(): readonly Column<Row>[] {
  const t = useText(messages);
  const formats = useFormats();
  return useMemo(() => {
    const day = (at: string | null) => (at ? todayIn(formats.timeZone, new Date(at)) : null);
    const instant = (at: string | null) => (at ? <time dateTime={at}>{formats.instant(at)}</time> : "–");
    return [
      { id: "client", header: t("client"), kind: "text", width: 220, pinned: true, card: "title", value: (row) => row.client },
      { id: "state", header: t("state"), kind: "choice", width: 190, card: "side", value: (row) => row.state, text: (row) => t(`state_${row.state}`), render: (row) => <span className="flex gap-1"><CollectionPill state={row.state} />{row.disputed && <Pill tone="bad">{t("disputed")}</Pill>}</span> },
      { id: "invoice", header: t("invoice"), kind: "text", width: 160, card: "under", value: (row) => row.number },
      { id: "amount", header: t("amount"), kind: "money", width: 130, sort: "amount", value: (row) => row.amount },
      { id: "attempts", header: t("attempts"), kind: "number", width: 110, value: (row) => row.attempts },
      { id: "why", header: t("why"), kind: "text", width: 230, value: (row) => row.code && codeText(t, row.code) },
      { id: "next", header: t("next"), kind: "date", width: 180, sort: "next", value: (row) => day(row.nextAt), text: (row) => (row.nextAt ? formats.instant(row.nextAt) : "–"), render: (row) => instant(row.nextAt) },
      { id: "last", header: t("last"), kind: "date", width: 180, sort: "last", card: "none", value: (row) => day(row.lastAt), text: (row) => formats.instant(row.lastAt), render: (row) => instant(row.lastAt) },
      { id: "begun", header: t("begun"), kind: "date", width: 180, hidden: true, card: "none", value: (row) => day(row.begunAt), text: (row) => formats.instant(row.begunAt), render: (row) => instant(row.begunAt) },
    ];
  }, [t, formats]);
}
