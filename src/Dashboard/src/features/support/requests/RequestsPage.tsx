import { Suspense, useCallback, useMemo } from "react";
import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Archive, ArchiveRestore, Ban, ChartNoAxesColumn, FileText, Flag, FlagOff, Headset, ListFilter, PanelRight, Plus, Upload, UserRound } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { SupportRequest } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, buttonClass, Needs, Page, Tabs, toast, toastUndo, useCommand, useShortcut } from "@/ui";
import { DataTable, moreOf, sortParam, useTableView, type BulkWriting, type Editing } from "@/ui/table";
import { ClientFilter } from "../parts/ClientFilter";
import { everyPage, queryOf, showIn, withPart } from "../parts/lists";
import { messages as words } from "../parts/messages";
import { useCategories } from "../parts/terms";
import { useNames } from "../parts/useNames";
import { requestsFilter } from "./filter";
import { messages } from "./messages";
import { Presets } from "./Presets";
import { amendRequest, countRequest, readRequests, requestsQuery, ROWS, saveMany, saveRequest } from "./queries";
import { requestViews, type RequestsSearch, type RequestView } from "./search";
import { useColumns, type HoursSum } from "./useColumns";

const RequestSheet = late(() => import("./RequestSheet").then((part) => ({ default: part.RequestSheet })));
const NewRequestSheet = late(() => import("./RequestSheet").then((part) => ({ default: part.NewRequestSheet })));

const rowId = (row: SupportRequest) => row.id;

/** What clients asked for. View, client, filters and order are in the address. */
export function RequestsPage() {
  const t = useText(messages);
  const w = useText(words);
  const { today } = useFormats();
  const search = useSearch({ from: "/support" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [see, keep] = [useMay("support.see"), useMay("support.keep")];
  const { list, of, open } = search;
  const shown: RequestView = list ?? "active";
  const categories = useCategories();
  const set = useCallback((part: { [K in keyof RequestsSearch]?: RequestsSearch[K] | undefined }) => void navigate({ to: "/support", search: withPart(search, part) }), [navigate, search]);
  const { view, filter, rows, items, columns } = useRows(search, see, categories, today);
  const first = rows.data?.pages[0];
  const show = useCallback((row: SupportRequest) => set({ open: row.id }), [set]);
  const refresh = useCallback(() => Promise.all([queries.invalidateQueries({ queryKey: [keys.supportRequests] }), queries.invalidateQueries({ queryKey: [keys.supportMonths] })]), [queries]);
  const add = () => set({ open: "new" });
  useShortcut({ keys: "c", label: t("add"), group: t("title"), enabled: keep, run: add });
  useCommand({ id: "new-support-request", label: t("add"), icon: <Headset aria-hidden />, words: "support request ticket anfrage add create write", run: add }, keep);
  const adding = keep && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
      {t("add")}
    </Button>
  );

  /** Says whether a request counts, with the way back. */
  const count = useCallback(
    (row: SupportRequest, status: SupportRequest["status"]) =>
      countRequest(row.id, status)
        .then(() => toastUndo({ label: t(`told_${status}`), undo: () => countRequest(row.id, row.status).then(() => void refresh()) }), toast.error)
        .finally(() => void refresh()),
    [refresh, t],
  );
  const flag = useCallback((row: SupportRequest) => amendRequest(row.id, row.version, { flagged: row.flag === null }).then((saved) => showIn(queries, ROWS, saved), toast.error), [queries]);

  const editing = useMemo(
    (): Editing<SupportRequest> => ({
      version: (row) => row.version,
      save: saveRequest,
      onSaved: (row) => {
        showIn(queries, ROWS, row);
        void queries.invalidateQueries({ queryKey: [keys.supportMonths] });
      },
    }),
    [queries],
  );
  const bulk = useMemo(
    (): BulkWriting<SupportRequest> => ({
      save: saveMany,
      onDone: () => void refresh(),
      all: (signal) => everyPage((cursor) => readRequests(filter, cursor, signal)),
      actions: [
        { id: "archive", label: t("archive"), icon: <Archive aria-hidden className="size-4" />, danger: true, change: (row) => (row.status === "active" ? { status: "archived" } : null) },
        { id: "restore", label: t("restore"), icon: <ArchiveRestore aria-hidden className="size-4" />, change: (row) => (row.status === "active" ? null : { status: "active" }) },
      ],
    }),
    [filter, refresh, t],
  );

  return (
    <Needs permission="support.see">
      <Page
        title={t("title")}
        fill
        actions={
          <>
            <Link to="/support/figures" search={withPart(search, { open: undefined, sort: undefined, columns: undefined, widths: undefined })} className={buttonClass()}>
              <ChartNoAxesColumn aria-hidden className="size-4" />
              {t("figures")}
            </Link>
            {keep && (
              <Link to="/support/import" className={buttonClass()}>
                <Upload aria-hidden className="size-4" />
                {t("import")}
              </Link>
            )}
            {adding}
          </>
        }
        tabs={<Tabs label={t("views")} value={shown} onChange={(next) => set({ list: next === "active" ? undefined : next })} tabs={requestViews.map((value) => ({ value, label: t(`view_${value}`) }))} />}
      >
        <DataTable<SupportRequest, HoursSum>
          id="support-requests"
          label={t("title")}
          columns={columns}
          view={view}
          rows={items}
          rowId={rowId}
          count={first?.count ?? undefined}
          totals={first?.hours ? [{ hours: first.hours }] : undefined}
          totalTitle={() => t("totalOf")}
          more={moreOf(rows)}
          error={rows.error}
          onRetry={() => void rows.refetch()}
          searchLabel={t("search")}
          toolbar={
            <>
              <Presets view={view} counts={first?.counts} />
              <ClientFilter client={of} onChange={(next) => set({ of: next })} />
            </>
          }
          empty={
            shown === "active" && !of
              ? { icon: <Headset aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: adding }
              : { icon: <Headset aria-hidden />, title: t("emptyView"), actions: <Button onClick={() => set({ list: undefined, of: undefined })}>{t("showAll")}</Button> }
          }
          onOpen={show}
          rowMenu={(row) => [
            { id: "open", label: t("openIt"), icon: <PanelRight aria-hidden />, onSelect: () => show(row) },
            { id: "only", label: t("onlyClient"), icon: <ListFilter aria-hidden />, onSelect: () => set({ of: row.clientId }) },
            { id: "client", label: t("toClient"), icon: <UserRound aria-hidden />, onSelect: () => void navigate({ to: "/clients/$id", params: { id: row.clientId } }) },
            ...(row.billed?.invoiceId ? [{ id: "invoice", label: w("toInvoice"), icon: <FileText aria-hidden />, onSelect: () => void navigate({ to: "/invoices/$id", params: { id: row.billed!.invoiceId! } }) }] : []),
            ...(keep ? [{ id: "flag", label: t(row.flag === null ? "flag" : "unflag"), icon: row.flag === null ? <Flag aria-hidden /> : <FlagOff aria-hidden />, onSelect: () => void flag(row) }] : []),
            ...(keep && row.billed === null
              ? [
                  null,
                  ...(row.status === "active"
                    ? [
                        { id: "ignore", label: t("ignore"), icon: <Ban aria-hidden />, onSelect: () => void count(row, "ignored") },
                        { id: "archive", label: t("archive"), icon: <Archive aria-hidden />, danger: true, onSelect: () => void count(row, "archived") },
                      ]
                    : [{ id: "restore", label: t("restore"), icon: <ArchiveRestore aria-hidden />, onSelect: () => void count(row, "active") }]),
                ]
              : []),
          ]}
          {...(keep ? { editing, bulk } : {})}
          exportUrl={(format) => `/api/support/requests/export?format=${format}&${queryOf(filter)}`}
        />
        <Suspense fallback={null}>
          {open === "new" && keep && <NewRequestSheet client={of ?? null} onClose={() => set({ open: undefined })} />}
          {open !== undefined && open !== "new" && <RequestSheet key={open} id={open} onClose={() => set({ open: undefined })} />}
        </Suspense>
      </Page>
    </Needs>
  );
}

/** The rows of what the address asks for, with the columns they stand in. */
function useRows({ list, of }: RequestsSearch, see: boolean, categories: ReturnType<typeof useCategories>, today: string) {
  const bare = useColumns(categories, useNames(undefined));
  const ids = useMemo(() => bare.map((column) => column.id), [bare]);
  const view = useTableView(ids);
  const filter = useMemo(() => requestsFilter({ ...(list ? { list } : {}), ...(of ? { of } : {}) }, view.view, sortParam(view.view.sort, bare), today), [list, of, view.view, bare, today]);
  const rows = useInfiniteQuery({ ...requestsQuery(filter), placeholderData: keepPreviousData, enabled: see });
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const columns = useColumns(categories, useNames(items));
  return { view, filter, rows, items, columns };
}
