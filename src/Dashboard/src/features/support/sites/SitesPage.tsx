import { Suspense, useCallback, useMemo } from "react";
import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Archive, ArchiveRestore, Globe, ListFilter, PanelRight, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { HostedSite } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, Needs, Page, Tabs, toast, toastUndo, useCommand, useShortcut } from "@/ui";
import { DataTable, moreOf, sortParam, useTableView, type BulkWriting, type Editing } from "@/ui/table";
import { ClientFilter } from "../parts/ClientFilter";
import { showIn, withPart } from "../parts/lists";
import { monthOf } from "../parts/month";
import { oneByOne } from "../parts/oneByOne";
import { useNames } from "../parts/useNames";
import { sitesFilter } from "./filter";
import { messages } from "./messages";
import { archiveSite, restoreSite, ROWS, saveSite, sitesQuery } from "./queries";
import { siteViews, type SitesSearch, type SiteView } from "./search";
import { useColumns } from "./useColumns";

const Months = late(() => import("./Months").then((part) => ({ default: part.Months })));
const SiteSheet = late(() => import("./SiteSheet").then((part) => ({ default: part.SiteSheet })));
const NewSiteSheet = late(() => import("./SiteSheet").then((part) => ({ default: part.NewSiteSheet })));

/** Sites that are hosted for clients, and what hosting comes to month by month. View, client, filters and order are in the address. */
export function SitesPage() {
  const t = useText(messages);
  const { today } = useFormats();
  const search = useSearch({ from: "/support/sites" });
  const navigate = useNavigate();
  const keep = useMay("support.keep");
  const { list, of, open } = search;
  const shown: SiteView = list ?? "all";
  const set = useCallback((part: { [K in keyof SitesSearch]?: SitesSearch[K] | undefined }) => void navigate({ to: "/support/sites", search: withPart(search, part) }), [navigate, search]);
  const add = useCallback(() => set({ open: "new" }), [set]);
  useShortcut({ keys: "c", label: t("add"), group: t("title"), enabled: keep, run: add });
  useCommand({ id: "new-hosted-site", label: t("add"), icon: <Globe aria-hidden />, words: "site hosting website add create take on", run: add }, keep);
  const adding = keep && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
      {t("add")}
    </Button>
  );
  return (
    <Needs permission="support.see">
      <Page
        title={t("title")}
        fill={shown !== "months"}
        actions={adding}
        tabs={<Tabs label={t("views")} value={shown} onChange={(next) => set({ list: next === "all" ? undefined : next, until: undefined })} tabs={siteViews.map((value) => ({ value, label: t(`view_${value}`) }))} />}
      >
        {shown === "months" ? (
          <Suspense fallback={null}>
            <Months until={search.until ?? monthOf(today)} client={of} onClient={(next) => set({ of: next })} onUntil={(until) => set({ until })} />
          </Suspense>
        ) : (
          <Sites search={search} set={set} adding={adding} />
        )}
        <Suspense fallback={null}>
          {open === "new" && keep && <NewSiteSheet client={of ?? null} onClose={() => set({ open: undefined })} />}
          {open !== undefined && open !== "new" && <SiteSheet key={open} id={open} onClose={() => set({ open: undefined })} />}
        </Suspense>
      </Page>
    </Needs>
  );
}

const rowId = (row: HostedSite) => row.id;

function Sites({ search, set, adding }: { search: SitesSearch; set: (part: { [K in keyof SitesSearch]?: SitesSearch[K] | undefined }) => void; adding: React.ReactNode }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [see, keep] = [useMay("support.see"), useMay("support.keep")];
  const { list, of } = search;
  const bare = useColumns(useNames(undefined));
  const ids = useMemo(() => bare.map((column) => column.id), [bare]);
  const view = useTableView(ids);
  const filter = useMemo(() => sitesFilter({ ...(list ? { list } : {}), ...(of ? { of } : {}) }, view.view.search, sortParam(view.view.sort, bare)), [list, of, view.view, bare]);
  const rows = useInfiniteQuery({ ...sitesQuery(filter), placeholderData: keepPreviousData, enabled: see });
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const columns = useColumns(useNames(items));
  const show = (row: HostedSite) => set({ open: row.id });
  const refresh = useCallback(() => Promise.all([queries.invalidateQueries({ queryKey: [keys.supportSites] }), queries.invalidateQueries({ queryKey: [keys.supportMonths] })]), [queries]);
  const archive = (row: HostedSite) => archiveSite(row.id).then(() => toastUndo({ label: t("archived"), undo: () => restoreSite(row.id).then(() => void refresh()) }), toast.error).finally(() => void refresh());
  const restore = (row: HostedSite) => restoreSite(row.id).then(() => toast.done(t("restored")), toast.error).finally(() => void refresh());
  const editing = useMemo(
    (): Editing<HostedSite> => ({
      version: (row) => row.version,
      save: saveSite,
      onSaved: (row) => {
        showIn(queries, ROWS, row);
        void queries.invalidateQueries({ queryKey: [keys.supportMonths] });
      },
    }),
    [queries],
  );
  const bulk = useMemo((): BulkWriting<HostedSite> => ({ save: (changes) => oneByOne(changes, saveSite), onDone: () => void refresh() }), [refresh]);
  return (
    <DataTable<HostedSite>
      id="support-sites"
      label={t("title")}
      columns={columns}
      view={view}
      rows={items}
      rowId={rowId}
      more={moreOf(rows)}
      error={rows.error}
      onRetry={() => void rows.refetch()}
      searchLabel={t("search")}
      toolbar={<ClientFilter client={of} onChange={(next) => set({ of: next })} />}
      empty={
        !list && !of
          ? { icon: <Globe aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: adding }
          : { icon: <Globe aria-hidden />, title: t("emptyView"), actions: <Button onClick={() => set({ list: undefined, of: undefined })}>{t("showAll")}</Button> }
      }
      onOpen={show}
      rowMenu={(row) => [
        { id: "open", label: t("openIt"), icon: <PanelRight aria-hidden />, onSelect: () => show(row) },
        { id: "only", label: t("onlyClient"), icon: <ListFilter aria-hidden />, onSelect: () => set({ of: row.clientId }) },
        ...(keep ? [null, row.archived ? { id: "restore", label: t("restore"), icon: <ArchiveRestore aria-hidden />, onSelect: () => void restore(row) } : { id: "archive", label: t("archive"), icon: <Archive aria-hidden />, danger: true, onSelect: () => void archive(row) }] : []),
      ]}
      {...(keep ? { editing, bulk } : {})}
    />
  );
}
