import { useCallback, useEffect, useMemo, useState } from "react";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Archive, ArchiveRestore, Building2, FileUp, Pencil, Plus, ReceiptText } from "lucide-react";
import { useNavigate } from "@tanstack/react-router";
import { api, ask, ifMatch } from "@/api/client";
import { isProblem } from "@/api/problem";
import { groupsQuery, keys } from "@/api/queries";
import type { Facility } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, buttonClass, Checkbox, Pill, toast, toastUndo, useCommand, useShortcut } from "@/ui";
import { DataTable, useClientRows, useTableView, type BulkWriting, type Column, type Editing } from "@/ui/table";
import { refreshRecords } from "../record/queries";
import { FacilitySheet } from "./FacilitySheet";
import { messages } from "./messages";

const rowId = (facility: Facility) => facility.id;
const save = (facility: Facility, change: { name?: string; groupId?: string }) => ask(api.PUT("/api/facilities/{id}", { params: { path: { id: facility.id } }, body: { name: facility.name, groupId: facility.groupId, ...change }, headers: ifMatch(facility.version) }));

/** Every facility, all pages: there are hundreds, not millions. */
function useFacilities(archived: boolean) {
  const filter = { archived: archived ? ("all" as const) : ("false" as const), limit: 200 };
  const list = useInfiniteQuery({
    queryKey: [keys.facilities, "every", filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/facilities", { params: { query: { ...filter, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => void (hasNextPage && !isFetchingNextPage && fetchNextPage()), [hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { ...list, facilities: useMemo(() => list.data?.pages.flatMap((page) => page.items), [list.data]) };
}

export function Facilities({ edit, onEdit }: { edit: string | undefined; onEdit: (id: string | undefined) => void }) {
  const t = useText(messages);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [archived, setArchived] = useState(false);
  const { facilities, error, refetch } = useFacilities(archived);
  const groups = useQuery(groupsQuery()).data?.items;
  const refresh = useCallback(() => Promise.all([queries.invalidateQueries({ queryKey: [keys.facilities] }), refreshRecords(queries)]), [queries]);

  const columns = useMemo((): readonly Column<Facility>[] => {
    const options = (groups ?? []).map((group) => ({ value: group.id, label: group.name }));
    return [
      { id: "name", header: t("facility"), kind: "text", width: 280, pinned: true, sort: "name", card: "title", value: (row) => row.name, edit: { field: "name", required: true, when: (row) => !row.archived } },
      { id: "group", header: t("group"), kind: "choice", width: 220, sort: "group", card: "under", value: (row) => row.groupId, text: (row) => row.groupName, render: (row) => <span className="truncate">{row.groupName}</span>, filter: { operators: ["is"], options }, edit: { field: "groupId", options, required: true, bulk: true, when: (row) => !row.archived } },
      { id: "records", header: t("records"), kind: "number", width: 110, sort: "records", value: (row) => row.records },
      { id: "state", header: t("state"), kind: "choice", width: 130, card: "side", value: (row) => (row.archived ? "archived" : "active"), text: (row) => t(row.archived ? "archived" : "active"), render: (row) => (row.archived ? <Pill>{t("archived")}</Pill> : <span className="text-muted">{t("active")}</span>) },
    ];
  }, [groups, t]);
  const ids = useMemo(() => columns.map((column) => column.id), [columns]);
  const view = useTableView(ids);
  const rows = useClientRows(facilities, columns, view.view);
  const edited = facilities?.find((one) => one.id === edit);

  const restore = useCallback(async (one: Facility) => (await ask(api.POST("/api/facilities/{id}/restore", { params: { path: { id: one.id } } })), refresh()), [refresh]);
  const archive = useCallback(
    async (chosen: Facility[]) => {
      const gone: { one: Facility; outcome: string }[] = [];
      try {
        for (const one of chosen.filter((facility) => !facility.archived)) gone.push({ one, outcome: (await ask(api.DELETE("/api/facilities/{id}", { params: { path: { id: one.id } }, headers: ifMatch(one.version) }))).outcome });
      } catch (failed) {
        toast.error(failed);
      }
      await refresh();
      const kept = gone.filter(({ outcome }) => outcome === "archived").map(({ one }) => one);
      const name = gone.map(({ one }) => one.name).join(", ");
      if (kept.length > 0) toastUndo({ label: t("facilityArchived", { name }), undo: async () => void (await Promise.all(kept.map(restore))) });
      else if (gone.length > 0) toast.done(t("facilityDeleted", { name }));
    },
    [refresh, restore, t],
  );

  const editing = useMemo((): Editing<Facility> => ({ version: (facility) => facility.version, save, onSaved: () => void refresh() }), [refresh]);
  const bulk = useMemo(
    (): BulkWriting<Facility> => ({
      save: (changes) => Promise.all(changes.map(({ row, change }) => save(row, change).then((saved) => ({ row: saved }), (failed: unknown) => ({ problem: isProblem(failed) ? failed.message : String(failed) })))),
      onDone: () => void refresh(),
      actions: [{ id: "archive", label: t("archive"), icon: <Archive aria-hidden className="size-4" />, danger: true, run: (chosen) => void archive(chosen) }],
    }),
    [refresh, archive, t],
  );
  useShortcut({ keys: "c", label: t("newFacility"), group: t("settings"), run: () => onEdit("new") });
  useCommand({ id: "new-facility", label: t("newFacility"), icon: <Building2 aria-hidden />, words: "facility einrichtung", run: () => onEdit("new") });

  const create = (
    <Button tone="primary" size="sm" className="pointer-coarse:h-9" icon={<Plus aria-hidden className="size-4" />} onClick={() => onEdit("new")}>
      {t("newFacility")}
    </Button>
  );
  return (
    <>
      <DataTable
        id="facilities"
        label={t("facilities")}
        columns={columns}
        rows={rows}
        rowId={rowId}
        view={view}
        error={error}
        onRetry={() => void refetch()}
        searchLabel={t("searchFacilities")}
        toolbar={
          <>
            {create}
            <Checkbox visible checked={archived} onChange={setArchived} label={t("showArchived")} />
          </>
        }
        empty={{
          icon: <Building2 aria-hidden />,
          title: t("noFacilities"),
          text: t("noFacilitiesHelp"),
          actions: (
            <Link to="/facilities/import" className={buttonClass()}>
              <FileUp aria-hidden className="size-4" />
              {t("importFile")}
            </Link>
          ),
        }}
        onOpen={(row) => onEdit(row.id)}
        rowMenu={(row) =>
          row.archived
            ? [{ id: "restore", label: t("restore"), icon: <ArchiveRestore aria-hidden />, onSelect: () => void restore(row).then(() => toast.done(t("facilityRestored", { name: row.name })), toast.error) }]
            : [
                { id: "edit", label: t("rename"), icon: <Pencil aria-hidden />, onSelect: () => onEdit(row.id) },
                { id: "billing", label: t("openBilling"), icon: <ReceiptText aria-hidden />, onSelect: () => void navigate({ to: "/facilities", search: { group: row.groupId, facility: row.id } }) },
                null,
                { id: "archive", label: t("archive"), icon: <Archive aria-hidden />, danger: true, onSelect: () => void archive([row]) },
              ]
        }
        editing={editing}
        bulk={bulk}
      />
      {(edit === "new" || edited) && <FacilitySheet key={edit} facility={edited ?? null} onClose={() => onEdit(undefined)} />}
    </>
  );
}
