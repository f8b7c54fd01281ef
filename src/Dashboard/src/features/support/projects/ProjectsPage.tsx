import { Suspense, useCallback, useMemo } from "react";
import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Archive, ArchiveRestore, CalendarCheck2, CircleCheck, CirclePause, FolderKanban, ListFilter, PanelRight, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { SupportProject } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, Needs, Page, Tabs, toast, toastUndo, useCommand, useShortcut } from "@/ui";
import { DataTable, moreOf, sortParam, useTableView, type BulkWriting, type Editing } from "@/ui/table";
import { ClientFilter } from "../parts/ClientFilter";
import { everyPage, showIn, withPart } from "../parts/lists";
import { monthOf } from "../parts/month";
import { oneByOne } from "../parts/oneByOne";
import { useNames } from "../parts/useNames";
import { projectsFilter } from "./filter";
import { messages } from "./messages";
import { archiveProject, projectsQuery, readProjects, restoreProject, ROWS, saveProject } from "./queries";
import { projectViews, type ProjectsSearch, type ProjectView } from "./search";
import { isFree, useColumns } from "./useColumns";

const ProjectSheet = late(() => import("./ProjectSheet").then((part) => ({ default: part.ProjectSheet })));
const NewProjectSheet = late(() => import("./ProjectSheet").then((part) => ({ default: part.NewProjectSheet })));

const rowId = (row: SupportProject) => row.id;

/** The projects of clients, from the plan to the payment. View, client, filters and order are in the address. */
export function ProjectsPage() {
  const t = useText(messages);
  const { today } = useFormats();
  const search = useSearch({ from: "/support/projects" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [see, keep] = [useMay("support.see"), useMay("support.keep")];
  const { list, of, open } = search;
  const shown: ProjectView = list ?? "all";
  const bare = useColumns(useNames(undefined));
  const ids = useMemo(() => bare.map((column) => column.id), [bare]);
  const view = useTableView(ids);
  const filter = useMemo(() => projectsFilter({ ...(list ? { list } : {}), ...(of ? { of } : {}) }, view.view, sortParam(view.view.sort, bare), today), [list, of, view.view, bare, today]);
  const rows = useInfiniteQuery({ ...projectsQuery(filter), placeholderData: keepPreviousData, enabled: see });
  const items = useMemo(() => rows.data?.pages.flatMap((page) => page.items), [rows.data]);
  const columns = useColumns(useNames(items));
  const counts = rows.data?.pages[0]?.counts;
  const set = useCallback((part: { [K in keyof ProjectsSearch]?: ProjectsSearch[K] | undefined }) => void navigate({ to: "/support/projects", search: withPart(search, part) }), [navigate, search]);
  const show = useCallback((row: SupportProject) => set({ open: row.id }), [set]);
  const refresh = useCallback(() => Promise.all([queries.invalidateQueries({ queryKey: [keys.supportProjects] }), queries.invalidateQueries({ queryKey: [keys.supportMonths] })]), [queries]);
  const add = () => set({ open: "new" });
  useShortcut({ keys: "c", label: t("add"), group: t("title"), enabled: keep, run: add });
  useCommand({ id: "new-support-project", label: t("add"), icon: <FolderKanban aria-hidden />, words: "project projekt add create write", run: add }, keep);
  const adding = keep && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
      {t("add")}
    </Button>
  );
  const archive = (row: SupportProject) => archiveProject(row.id).then(() => toastUndo({ label: t("archived"), undo: () => restoreProject(row.id).then(() => void refresh()) }), toast.error).finally(() => void refresh());
  const restore = (row: SupportProject) => restoreProject(row.id).then(() => toast.done(t("restored")), toast.error).finally(() => void refresh());
  const judge = (row: SupportProject) => saveProject(row, { status: row.status === "ready" ? "notReady" : "ready" }).catch(toast.error).finally(() => void refresh());

  const editing = useMemo(
    (): Editing<SupportProject> => ({
      version: (row) => row.version,
      save: saveProject,
      onSaved: (row) => {
        showIn(queries, ROWS, row);
        void queries.invalidateQueries({ queryKey: [keys.supportMonths] });
      },
    }),
    [queries],
  );
  const bulk = useMemo(
    (): BulkWriting<SupportProject> => ({
      save: (changes) => oneByOne(changes, saveProject),
      onDone: () => void refresh(),
      all: (signal) => everyPage((cursor) => readProjects(filter, cursor, signal)),
      actions: [{ id: "ready", label: t("makeReady"), icon: <CircleCheck aria-hidden className="size-4" />, change: (row) => (isFree(row) && row.status === "notReady" ? { status: "ready" } : null) }],
    }),
    [filter, refresh, t],
  );

  return (
    <Needs permission="support.see">
      <Page
        title={t("title")}
        fill
        actions={adding}
        tabs={
          <Tabs
            label={t("views")}
            value={shown}
            onChange={(next) => set({ list: next === "all" ? undefined : next })}
            tabs={projectViews.map((value) => ({ value, label: t(`view_${value}`), ...(shown === "archived" || value === "archived" || counts?.[value] === undefined ? {} : { count: counts[value] }) }))}
          />
        }
      >
        <DataTable<SupportProject>
          id="support-projects"
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
            shown === "all" && !of
              ? { icon: <FolderKanban aria-hidden />, title: t("empty"), text: t("emptyHelp"), actions: adding }
              : { icon: <FolderKanban aria-hidden />, title: t("emptyView"), actions: <Button onClick={() => set({ list: undefined, of: undefined })}>{t("showAll")}</Button> }
          }
          onOpen={show}
          rowMenu={(row) => [
            { id: "open", label: t("openIt"), icon: <PanelRight aria-hidden />, onSelect: () => show(row) },
            { id: "only", label: t("onlyClient"), icon: <ListFilter aria-hidden />, onSelect: () => set({ of: row.clientId }) },
            ...(row.completedOn ? [{ id: "month", label: t("toMonth"), icon: <CalendarCheck2 aria-hidden />, onSelect: () => void navigate({ to: "/support/months/$month", params: { month: monthOf(row.completedOn!) }, search: { client: row.clientId } }) }] : []),
            ...(keep && isFree(row)
              ? [
                  null,
                  { id: "ready", label: t(row.status === "ready" ? "holdBack" : "makeReady"), icon: row.status === "ready" ? <CirclePause aria-hidden /> : <CircleCheck aria-hidden />, onSelect: () => void judge(row) },
                  { id: "archive", label: t("archive"), icon: <Archive aria-hidden />, danger: true, onSelect: () => void archive(row) },
                ]
              : []),
            ...(keep && row.archived ? [{ id: "restore", label: t("restore"), icon: <ArchiveRestore aria-hidden />, onSelect: () => void restore(row) }] : []),
          ]}
          {...(keep ? { editing, bulk } : {})}
        />
        <Suspense fallback={null}>
          {open === "new" && keep && <NewProjectSheet client={of ?? null} onClose={() => set({ open: undefined })} />}
          {open !== undefined && open !== "new" && <ProjectSheet key={open} id={open} onClose={() => set({ open: undefined })} />}
        </Suspense>
      </Page>
    </Needs>
  );
}
