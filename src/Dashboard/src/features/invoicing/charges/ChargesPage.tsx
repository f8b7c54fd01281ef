import { useCallback, useMemo, useState } from "react";
import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Archive, FilePlus, FileText, ListPlus, PanelRight, Plus, UserRound } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { Charge, ChargeSums } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { lateOver } from "@/lib/late";
import { Button, Needs, Page, Tabs, toast, useCommand, useShortcut } from "@/ui";
import { DataTable, moreOf, sortParam, useTableView, type BulkWriting, type Change } from "@/ui/table";
import { ChargeSheets } from "../charge/ChargeSheets";
import { messages as single } from "../charge/messages";
import { withdrawCharge } from "../charge/queries";
import { queryOf } from "../invoices/filter";
import { everyPage, oneByOne, useQuestion } from "../parts/bulk";
import { ClientChip } from "../parts/ClientChip";
import { chargeFilter } from "./filter";
import { messages } from "./messages";
import { chargeRowsQuery, readCharges } from "./queries";
import { chargeViews, type ChargesSearch, type ChargeView } from "./search";
import { useColumns } from "./useColumns";

const ReasonDialog = lateOver(() => import("../invoices/ReasonDialog").then((part) => ({ default: part.ReasonDialog })));

const rowId = (row: Charge) => row.id;

/** What clients owe money for, before and after it stands on an invoice. View, client, filters and order are in the address. */
export function ChargesPage() {
  const t = useText(messages);
  const s = useText(single);
  const formats = useFormats();
  const search = useSearch({ from: "/charges" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const bill = useMay("invoicing.bill");
  const { list, of } = search;
  const shown: ChargeView = list ?? "all";
  const columns = useColumns();
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const filter = useMemo(() => chargeFilter({ ...(list ? { list } : {}), ...(of ? { of } : {}) }, view.view, sortParam(view.view.sort, columns), formats.today), [list, of, view.view, columns, formats.today]);
  const rows = useInfiniteQuery({ ...chargeRowsQuery(filter), placeholderData: keepPreviousData, enabled: useMay("invoicing.see") });
  const first = rows.data?.pages[0];
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const [withdrawing, setWithdrawing] = useState<Charge | null>(null);
  const { open: asked, ask, settle } = useQuestion<"withdraw", string>();
  const set = useCallback(
    (part: { [K in keyof ChargesSearch]?: ChargesSearch[K] | undefined }, replace = false) =>
      void navigate({ to: "/charges", replace, search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as ChargesSearch }),
    [navigate, search],
  );
  const refresh = useCallback(() => void queries.invalidateQueries({ queryKey: [keys.charges] }), [queries]);
  const open = useCallback((row: Charge) => set({ charge: row.id, at: undefined }), [set]);
  const post = () => set({ charge: "new", at: undefined });
  useShortcut({ keys: "c", label: s("newCharge"), group: t("charges"), enabled: bill, run: post });
  useCommand({ id: "new-charge", label: s("newCharge"), icon: <ListPlus aria-hidden />, words: "charge posten berechnen create add", run: post }, bill);
  const add = bill && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={post}>
      {s("newCharge")}
    </Button>
  );

  const bulk = useMemo(
    (): BulkWriting<Charge> => ({
      lasting: true,
      save: (changes) => oneByOne(changes, (row, change: Change) => withdrawCharge(row, change["reason"] as string)),
      onDone: refresh,
      all: (signal) => everyPage((cursor) => readCharges(filter, cursor, signal)),
      actions: [
        {
          id: "withdraw", label: t("withdraw"), icon: <Archive aria-hidden className="size-4" />, danger: true,
          ask: async (count) => {
            const reason = await ask("withdraw", count);
            return reason === null ? null : (row) => (row.state === "withdrawn" || row.corrects !== null ? null : { reason });
          },
        },
      ],
    }),
    [filter, refresh, ask, t],
  );

  return (
    <Needs permission="invoicing.see">
      <Page
        title={t("charges")}
        fill
        actions={add}
        tabs={
          <Tabs
            label={t("views")}
            value={shown}
            onChange={(next) => set({ list: next === "all" ? undefined : next })}
            tabs={chargeViews.map((value) => ({ value, label: t(value === "all" ? "view_all" : `state_${value}`), ...(first?.counts?.[value] === undefined ? {} : { count: first.counts[value] }) }))}
          />
        }
      >
        <DataTable<Charge, ChargeSums>
          id="charges"
          label={t("charges")}
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
              ? { icon: <ListPlus aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: add }
              : { icon: <ListPlus aria-hidden />, title: t("emptyView"), text: t("emptyViewHelp"), actions: <Button onClick={() => set({ list: undefined })}>{t("showAll")}</Button> }
          }
          onOpen={open}
          rowMenu={(row) => [
            { id: "open", label: s("open"), icon: <PanelRight aria-hidden />, onSelect: () => open(row) },
            ...(row.invoiceId ? [{ id: "invoice", label: t("toInvoice"), icon: <FileText aria-hidden />, onSelect: () => void navigate({ to: "/invoices/$id", params: { id: row.invoiceId! } }) }] : []),
            { id: "client", label: t("toClient"), icon: <UserRound aria-hidden />, onSelect: () => void navigate({ to: "/clients/$id", params: { id: row.clientId } }) },
            ...(bill && row.state === "open" ? [{ id: "bill", label: t("billIt"), icon: <FilePlus aria-hidden />, onSelect: () => void navigate({ to: "/invoices/new", search: { client: row.clientId } }) }] : []),
            ...(bill && row.state !== "withdrawn" && row.corrects === null ? [null, { id: "withdraw", label: `${t("withdraw")}…`, icon: <Archive aria-hidden />, danger: true, onSelect: () => setWithdrawing(row) }] : []),
          ]}
          {...(bill ? { bulk } : {})}
          exportUrl={(format) => `/api/charges/export?format=${format}&${queryOf(filter)}`}
        />
        <ChargeSheets search={search} client={of ?? null} set={set} />
        {withdrawing && (
          <ReasonDialog
            title={t("withdrawTitle", { description: withdrawing.description })}
            help={t(withdrawing.state === "invoiced" ? "withdrawInvoicedHelp" : "withdrawHelp")}
            action={t("withdraw")}
            hint={t("reasonHint")}
            run={(reason) => withdrawCharge(withdrawing, reason)}
            onDone={() => {
              toast.done(t("withdrawn"));
              setWithdrawing(null);
              refresh();
            }}
            onClose={() => setWithdrawing(null)}
          />
        )}
        {asked && (
          <ReasonDialog
            title={t("withdrawManyTitle", { count: asked.count })}
            help={t("withdrawManyHelp")}
            action={t("withdraw")}
            hint={t("reasonHint")}
            run={async (reason) => settle(reason)}
            onDone={() => {}}
            onClose={() => settle(null)}
          />
        )}
      </Page>
    </Needs>
  );
}
