import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Archive, ArchiveRestore, Ellipsis, FolderPlus, Pencil, ReceiptText } from "lucide-react";
import { api, ask, ifMatch } from "@/api/client";
import { groupsQuery, keys } from "@/api/queries";
import type { Group } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, buttonClass, Checkbox, Confirm, EmptyState, ErrorText, IconButton, Loading, Menu, MoneyText, Pill, Skeleton, toast, toastUndo, useCommand, useShortcut } from "@/ui";
import { useScheduleWords } from "@/ui/schedule/words";
import { messages } from "./messages";
import type { SettingsSearch } from "./search";
import { GroupSheet } from "./GroupSheet";

export function Groups({ edit, onEdit }: { edit: SettingsSearch["edit"]; onEdit: (id: string | undefined) => void }) {
  const t = useText(messages);
  const [archived, setArchived] = useState(false);
  const { data, error, refetch } = useQuery(groupsQuery(archived ? "all" : "false"));
  const all = useQuery({ ...groupsQuery("all"), enabled: edit !== undefined && edit !== "new" });
  const edited = edit === "new" ? null : all.data?.items.find((group) => group.id === edit);
  useShortcut({ keys: "c", label: t("newGroup"), group: t("settings"), run: () => onEdit("new") });
  useCommand({ id: "new-group", label: t("newGroup"), icon: <FolderPlus aria-hidden />, words: "group gruppe create anlegen", run: () => onEdit("new") });

  const create = (
    <Button tone="primary" icon={<FolderPlus aria-hidden className="size-4" />} onClick={() => onEdit("new")}>
      {t("newGroup")}
    </Button>
  );
  return (
    <div className="p-4 sm:p-6">
      {error ? (
        <ErrorText error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading className="flex flex-col gap-3">
          {Array.from({ length: 4 }, (_, at) => (
            <Skeleton key={at} className="h-16 w-full" />
          ))}
        </Loading>
      ) : data.items.length === 0 && !archived ? (
        <EmptyState icon={<FolderPlus aria-hidden />} title={t("noGroups")} actions={create}>
          {t("noGroupsHelp")}
        </EmptyState>
      ) : (
        <>
          <div className="mb-3 flex items-center gap-4">
            <Checkbox visible checked={archived} onChange={setArchived} label={t("showArchived")} />
            <span className="ml-auto">{create}</span>
          </div>
          <ul className="divide-y divide-line rounded-card border border-line">
            {data.items.map((group) => (
              <GroupLine key={group.id} group={group} onEdit={() => onEdit(group.id)} />
            ))}
          </ul>
        </>
      )}
      {(edit === "new" || edited) && <GroupSheet group={edited ?? null} onClose={() => onEdit(undefined)} />}
    </div>
  );
}

function GroupLine({ group, onEdit }: { group: Group; onEdit: () => void }) {
  const t = useText(messages);
  const words = useScheduleWords();
  const [asking, setAsking] = useState(false);
  const { archive, restore } = useArchiving(group);
  return (
    <li className="flex items-center gap-3 px-3 py-2.5 hover:bg-hover sm:px-4">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          <button type="button" onClick={onEdit} className="truncate rounded font-medium hover:underline">
            {group.name}
          </button>
          {group.archived && <Pill>{t("archived")}</Pill>}
        </p>
        <p className="text-table">{words.sentence(group.schedule)}</p>
        <p className="text-table text-muted">
          {t("facilityCount", { count: group.facilities })} · {t("terms")}: {t("termsDays", { count: group.paymentTermsDays })} · {group.currency}
        </p>
      </div>
      <div className="hidden text-right phone:block">
        <p className="text-xs text-muted">{t("open")}</p>
        <MoneyText money={group.open} />
      </div>
      <Menu
        align="end"
        trigger={<IconButton label={t("actionsOf", { name: group.name })} icon={<Ellipsis aria-hidden />} />}
        items={[
          { id: "edit", label: t("edit"), icon: <Pencil aria-hidden />, onSelect: onEdit },
          group.archived
            ? { id: "restore", label: t("restore"), icon: <ArchiveRestore aria-hidden />, onSelect: () => restore.mutate() }
            : { id: "archive", label: t("archive"), icon: <Archive aria-hidden />, danger: true, onSelect: () => setAsking(true) },
        ]}
      />
      {!group.archived && (
        <Link to="/facilities" search={{ group: group.id }} aria-label={`${t("openBilling")}: ${group.name}`} className={buttonClass("ghost", "icon")}>
          <ReceiptText aria-hidden className="size-4 text-muted" />
        </Link>
      )}
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t("archiveGroup", { name: group.name })}
        description={t("archiveGroupHelp")}
        action={t("archive")}
        danger
        busy={archive.isPending}
        onConfirm={() => archive.mutate(undefined, { onSettled: () => setAsking(false) })}
      />
    </li>
  );
}

function useArchiving(group: Group) {
  const t = useText(messages);
  const queries = useQueryClient();
  const path = { params: { path: { id: group.id } } };
  const refresh = () => Promise.all([keys.groups, keys.facilities, keys.records].map((key) => queries.invalidateQueries({ queryKey: [key] })));
  const bringBack = () => ask(api.POST("/api/facility-groups/{id}/restore", path)).then(refresh);
  const archive = useMutation({
    mutationFn: () => ask(api.DELETE("/api/facility-groups/{id}", { ...path, headers: ifMatch(group.version) })),
    onSuccess: ({ outcome }) => (outcome === "archived" ? toastUndo({ label: t("groupArchived", { name: group.name }), undo: bringBack }) : toast.done(t("groupDeleted", { name: group.name }))),
    onError: (error) => toast.error(error),
    onSettled: refresh,
  });
  const restore = useMutation({ mutationFn: bringBack, onSuccess: () => toast.done(t("groupRestored", { name: group.name })), onError: (error) => toast.error(error) });
  return { archive, restore };
}
