import { useId, useRef, useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { GripVertical, Plus, Trash2 } from "lucide-react";
import { api, ask, ifMatch } from "@/api/client";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { StatusSet } from "@/api/types";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { Button, Dialog, Dot, ErrorText, Field, IconButton, Input, Section, Select, Sheet, StatusPill, toast } from "@/ui";
import { Conflict } from "@/ui/conflict/Conflict";
import { useReorder } from "../parts/useReorder";
import { ColorPicker } from "./ColorPicker";
import { messages } from "./messages";
import { freeColor, inputOf, moved, readColor, removedInUse, statusesOf, statusFault, type StatusDraft } from "./statuses";

/** Makes a status set or changes one; asks what records get whose status goes. */
export function StatusSetSheet({ set, onClose }: { set: StatusSet | null; onClose: () => void }) {
  const t = useText(messages);
  const form = useId();
  const queries = useQueryClient();
  const [base, setBase] = useState(set);
  const [name, setName] = useState(set?.name ?? "");
  const [statuses, setStatuses] = useState<StatusDraft[]>(() => statusesOf(set));
  const begun = useRef(JSON.stringify([name, statuses]));
  const [checked, setChecked] = useState(false);
  const [asked, setAsked] = useState<{ replacements: Record<string, string> } | null>(null);
  const removed = removedInUse(base, statuses);

  const save = useMutation({
    mutationFn: ({ replacements, version }: { replacements: Record<string, string>; version?: number }) => {
      const body = inputOf(name, statuses, replacements);
      return base ? ask(api.PUT("/api/status-sets/{id}", { params: { path: { id: base.id } }, body, headers: ifMatch(version ?? base.version) })) : ask(api.POST("/api/status-sets", { body }));
    },
    onSuccess: (saved) => {
      toast.done(t("setSaved", { name: saved.name }));
      void queries.invalidateQueries({ queryKey: [keys.statusSets] });
      void queries.invalidateQueries({ queryKey: [keys.records] });
      onClose();
    },
    // Records got a removed status since the sheet was opened: read the set again and ask.
    onError: async (error) => {
      if (!isProblem(error, "status-in-use") || !base) return;
      const inUse = (error.body.inUse ?? []) as { statusId: string; records: number }[];
      setBase({ ...base, statuses: base.statuses.map((one) => ({ ...one, records: inUse.find(({ statusId }) => statusId === one.id)?.records ?? one.records })) });
      setAsked({ replacements: {} });
    },
  });
  const problem = isProblem(save.error) ? save.error : null;
  const theirs = problem?.current<StatusSet>();
  const nameFault = problem?.code === "name-taken" ? problem.message : checked && name.trim() === "" ? t("setNameMissing") : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() === "" || statuses.length === 0 || statuses.some((one) => statusFault(one, statuses))) return;
    if (removed.length > 0) setAsked({ replacements: {} });
    else save.mutate({ replacements: {} });
  };

  return (
    <Sheet
      open
      onClose={onClose}
      dirty={JSON.stringify([name, statuses]) !== begun.current && !save.isSuccess}
      title={set?.name ?? t("newStatusSet")}
      description={t("statusSetsHelp")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} tone="primary" busy={save.isPending}>
            {t(set ? "save" : "createSet")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-6" noValidate>
        <Field label={t("name")} error={nameFault}>
          <Input value={name} onChange={(event) => setName(event.target.value)} autoFocus={!set} />
        </Field>
        <StatusList statuses={statuses} onChange={setStatuses} checked={checked} />
        {theirs && base ? (
          <Conflict
            differences={[{ field: t("statuses"), theirs: [theirs.name, ...statusesOf(theirs).map((one) => one.name)].join(", "), yours: [name, ...statuses.map((one) => one.name)].join(", ") }]}
            onTheirs={onClose}
            onMine={() => save.mutate({ replacements: asked?.replacements ?? {}, version: theirs.version })}
          />
        ) : (
          problem?.code !== "name-taken" && problem?.code !== "status-in-use" && <ErrorText error={save.error} />
        )}
      </form>
      {asked && (
        <Dialog
          open
          onClose={() => setAsked(null)}
          title={t("replaceTitle")}
          description={t("replaceHelp")}
          actions={
            <>
              <Button onClick={() => setAsked(null)}>{t("cancel")}</Button>
              <Button tone="primary" disabled={removed.some((one) => !asked.replacements[one.id])} busy={save.isPending} onClick={() => save.mutate({ replacements: asked.replacements }, { onSettled: () => setAsked(null) })}>
                {t("replaceAndSave")}
              </Button>
            </>
          }
        >
          <div className="flex flex-col gap-3">
            {removed.map((one) => (
              <Field key={one.id} label={t("replaceWith", { count: one.records, name: one.name })}>
                <Select
                  value={asked.replacements[one.id] ?? null}
                  onChange={(kept) => setAsked({ replacements: { ...asked.replacements, [one.id]: kept } })}
                  // A status that is new itself has no id to point at until it is saved.
                  options={statuses.flatMap((kept) => (kept.id ? [{ value: kept.id, label: kept.name, mark: <Dot color={kept.color} /> }] : []))}
                />
              </Field>
            ))}
          </div>
        </Dialog>
      )}
    </Sheet>
  );
}

function StatusList({ statuses, onChange, checked }: { statuses: StatusDraft[]; onChange: (statuses: StatusDraft[]) => void; checked: boolean }) {
  const t = useText(messages);
  const [said, setSaid] = useState("");
  const { list, dragged, handle } = useReorder((from, to) => {
    const next = moved(statuses, from, to);
    onChange(next);
    setSaid(t("moved", { name: statuses[from]!.name, place: next.indexOf(statuses[from]!) + 1 }));
  });
  const change = (key: string, part: Partial<StatusDraft>) => onChange(statuses.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <Section
      title={t("statuses")}
      actions={
        <Button size="sm" icon={<Plus aria-hidden className="size-4" />} onClick={() => onChange([...statuses, { key: crypto.randomUUID(), name: "", color: freeColor(statuses), records: 0 }])}>
          {t("addStatus")}
        </Button>
      }
    >
      <p aria-hidden className="mb-2 flex flex-wrap gap-1.5">
        {statuses.map((one) => one.name.trim() !== "" && <StatusPill key={one.key} name={one.name} color={readColor(one.color) ?? "#D1D5DB"} />)}
      </p>
      <p className="mb-2 text-xs text-muted">{statuses.length === 0 ? t("noStatuses") : t("moveStatusHint")}</p>
      <ul ref={list} className="flex flex-col gap-1">
        {statuses.map((one, index) => {
          const fault = checked || one.name !== "" ? statusFault(one, statuses) : null;
          return (
            <li key={one.key} className={cx("rounded-md border border-transparent p-1", dragged === index && "border-line-strong bg-hover")}>
              <div className="flex items-center gap-1.5">
                <button type="button" aria-label={t("moveStatus", { name: one.name })} className="flex h-8 w-6 shrink-0 touch-none items-center justify-center rounded text-faint hover:text-ink" {...handle(index)}>
                  <GripVertical aria-hidden className="size-4" />
                </button>
                <ColorPicker name={one.name} value={one.color} onChange={(color) => change(one.key, { color })} />
                <Input aria-label={t("statusName")} aria-invalid={fault !== null || undefined} value={one.name} onChange={(event) => change(one.key, { name: event.target.value })} autoFocus={one.name === "" && !one.id} />
                <IconButton label={t("removeStatus", { name: one.name })} icon={<Trash2 aria-hidden />} onClick={() => onChange(statuses.filter((other) => other.key !== one.key))} />
              </div>
              {(fault !== null || one.records > 0) && (
                <p className="pt-1 pl-17 text-xs text-muted">
                  {fault ? <span className="text-bad">{t(fault)}</span> : t("usedRecords", { count: one.records })}
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </Section>
  );
}
