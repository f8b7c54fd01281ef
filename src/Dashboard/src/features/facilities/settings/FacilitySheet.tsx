import { useId, useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { isProblem } from "@/api/problem";
import { groupsQuery, keys } from "@/api/queries";
import type { Facility } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Field, Input, Select, Sheet, toast } from "@/ui";
import { Conflict } from "@/ui/conflict/Conflict";
import { refreshRecords } from "../record/queries";
import { messages } from "./messages";

/** Adds a facility to a group; renames one or moves it. */
export function FacilitySheet({ facility: given, groupId, onClose }: { facility: Facility | null; groupId?: string | undefined; onClose: () => void }) {
  const t = useText(messages);
  // As it was when the sheet was opened: a save is a save onto that.
  const [facility] = useState(given);
  const form = useId();
  const queries = useQueryClient();
  const known = useQuery(groupsQuery());
  const groups = known.data?.items ?? [];
  const only = groups.length === 1 ? groups[0]!.id : null;
  const [name, setName] = useState(facility?.name ?? "");
  const [chosen, setChosen] = useState<string | null>(facility?.groupId ?? groupId ?? null);
  const [checked, setChecked] = useState(false);
  const group = chosen ?? only;

  const save = useMutation({
    mutationFn: (version: number | undefined) => {
      const body = { name: name.trim(), groupId: group! };
      return facility ? ask(api.PUT("/api/facilities/{id}", { params: { path: { id: facility.id } }, body, headers: ifMatch(version ?? facility.version) })) : ask(api.POST("/api/facilities", { body }));
    },
    onSuccess: (saved) => {
      toast.done(t(facility ? "facilitySaved" : "facilityCreated", { name: saved.name }));
      onClose();
    },
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: [keys.facilities] }), refreshRecords(queries)]),
  });
  const problem = isProblem(save.error) ? save.error : null;
  const theirs = problem?.current<Facility>();
  const nameFault = problem?.code === "name-taken" ? problem.message : (problem?.fieldError("name") ?? (checked && name.trim() === "" ? t("facilityNameMissing") : undefined));
  const groupName = (id: string | null) => groups.find((one) => one.id === id)?.name ?? "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() !== "" && group) save.mutate(undefined);
  };

  return (
    <Sheet
      open
      onClose={onClose}
      dirty={(name !== (facility?.name ?? "") || (chosen ?? groupId ?? null) !== (facility?.groupId ?? groupId ?? null)) && !save.isSuccess}
      title={facility?.name ?? t("newFacility")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} tone="primary" busy={save.isPending}>
            {t(facility ? "save" : "createFacility")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4" noValidate>
        <ErrorText error={known.error} onRetry={() => void known.refetch()} />
        <Field label={t("name")} error={nameFault}>
          <Input value={name} onChange={(event) => setName(event.target.value)} autoFocus />
        </Field>
        <Field label={t("group")} error={checked && !group ? t("groupMissing") : problem?.fieldError("groupId")}>
          <Select value={group} onChange={setChosen} placeholder={t("groupMissing")} options={groups.map((one) => ({ value: one.id, label: one.name }))} />
        </Field>
        {theirs ? (
          <Conflict
            differences={[
              { field: t("name"), theirs: theirs.name, yours: name.trim() },
              { field: t("group"), theirs: theirs.groupName, yours: groupName(group) },
            ].filter((one) => one.theirs !== one.yours)}
            onTheirs={onClose}
            onMine={() => save.mutate(theirs.version)}
          />
        ) : (
          problem?.code !== "name-taken" && <ErrorText error={save.error} />
        )}
      </form>
    </Sheet>
  );
}
