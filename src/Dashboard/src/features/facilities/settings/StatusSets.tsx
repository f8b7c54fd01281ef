import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, Palette, Pencil, Plus, Trash2 } from "lucide-react";
import { api, ask, ifMatch } from "@/api/client";
import { groupsQuery, keys, statusSetsQuery } from "@/api/queries";
import type { StatusSet } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Confirm, ErrorText, IconButton, Loading, Menu, Pill, Skeleton, StatusPill, toast, useCommand, useShortcut } from "@/ui";
import { messages } from "./messages";
import { statusesOf } from "./statuses";
import { StatusSetSheet } from "./StatusSetSheet";

export function StatusSets({ edit, onEdit }: { edit: string | undefined; onEdit: (id: string | undefined) => void }) {
  const t = useText(messages);
  const { data, error, refetch } = useQuery(statusSetsQuery);
  const groups = useQuery(groupsQuery("all")).data?.items ?? [];
  const edited = data?.items.find((set) => set.id === edit);
  useShortcut({ keys: "c", label: t("newStatusSet"), group: t("settings"), run: () => onEdit("new") });
  useCommand({ id: "new-status-set", label: t("newStatusSet"), icon: <Palette aria-hidden />, words: "status colour farbe", run: () => onEdit("new") });
  if (error) return <ErrorText error={error} onRetry={() => void refetch()} className="m-6" />;
  return (
    <div className="max-w-3xl p-4 sm:p-6">
      <div className="mb-3 flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-64 text-muted">{t("statusSetsHelp")}</p>
        <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => onEdit("new")}>
          {t("newStatusSet")}
        </Button>
      </div>
      {!data ? (
        <Loading>
          <Skeleton className="h-20 w-full" />
        </Loading>
      ) : (
        <ul className="divide-y divide-line rounded-card border border-line">
          {data.items.map((set) => (
            <SetLine key={set.id} set={set} groups={groups.filter((group) => group.statusSetId === set.id).length} onEdit={() => onEdit(set.id)} />
          ))}
        </ul>
      )}
      {(edit === "new" || edited) && <StatusSetSheet key={edit} set={edited ?? null} onClose={() => onEdit(undefined)} />}
    </div>
  );
}

function SetLine({ set, groups, onEdit }: { set: StatusSet; groups: number; onEdit: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => ask(api.DELETE("/api/status-sets/{id}", { params: { path: { id: set.id } }, headers: ifMatch(set.version) })),
    onSuccess: () => toast.done(t("setDeleted", { name: set.name })),
    onError: (error) => toast.error(error),
    onSettled: () => {
      setAsking(false);
      return queries.invalidateQueries({ queryKey: [keys.statusSets] });
    },
  });
  return (
    <li className="flex items-start gap-3 px-3 py-3 hover:bg-hover sm:px-4">
      <div className="min-w-0 flex-1">
        <p className="flex items-center gap-2">
          <button type="button" onClick={onEdit} className="truncate rounded font-medium hover:underline">
            {set.name}
          </button>
          {set.isDefault && <Pill>{t("default")}</Pill>}
          <span className="text-table text-muted">{t("usedBy", { count: groups })}</span>
        </p>
        <ul className="mt-2 flex flex-wrap gap-1.5">
          {statusesOf(set).map((one) => (
            <li key={one.key} className="flex items-center gap-1">
              <StatusPill name={one.name} color={one.color} />
            </li>
          ))}
        </ul>
      </div>
      <Menu
        align="end"
        trigger={<IconButton label={t("actionsOf", { name: set.name })} icon={<Ellipsis aria-hidden />} />}
        items={[
          { id: "edit", label: t("edit"), icon: <Pencil aria-hidden />, onSelect: onEdit },
          { id: "delete", label: t("deleteSet"), icon: <Trash2 aria-hidden />, danger: true, disabled: set.isDefault, onSelect: () => setAsking(true) },
        ]}
      />
      <Confirm open={asking} onClose={() => setAsking(false)} title={t("deleteSetTitle", { name: set.name })} description={t("deleteSetHelp")} action={t("deleteSet")} danger busy={remove.isPending} onConfirm={() => remove.mutate()} />
    </li>
  );
}
