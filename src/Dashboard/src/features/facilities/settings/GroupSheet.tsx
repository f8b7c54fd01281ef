import { useRef, useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { isProblem } from "@/api/problem";
import { keys, statusSetsQuery } from "@/api/queries";
import type { CustomDates, Group, GroupInput } from "@/api/types";
import { useHouse } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Combobox, ErrorText, Field, FieldRow, Input, InputWith, Loading, Select, Sheet, Skeleton, toast } from "@/ui";
import { Conflict } from "@/ui/conflict/Conflict";
import { useCurrencies } from "@/i18n/currencies";
import { CyclePreview } from "@/ui/schedule/CyclePreview";
import { DatesEditor } from "@/ui/schedule/DatesEditor";
import { customDatesOf, datesOf, draftOf, scheduleOf, type DateDraft, type ScheduleDraft } from "@/ui/schedule/draft";
import { ScheduleEditor } from "@/ui/schedule/ScheduleEditor";
import { useScheduleWords } from "@/ui/schedule/words";
import { groupDifferences } from "./differences";
import { messages } from "./messages";

const FORM = "group-form";

/** Makes a group or changes one. The dates of a custom schedule are loaded first, so that the form starts whole. */
export function GroupSheet({ group, onClose }: { group: Group | null; onClose: () => void }) {
  const t = useText(messages);
  const dates = useQuery({
    queryKey: [keys.customDates, group?.id],
    queryFn: ({ signal }) => ask(api.GET("/api/custom-dates/{groupId}", { params: { path: { groupId: group!.id } }, signal })),
    enabled: group?.schedule.frequency === "custom",
  });
  const sets = useQuery(statusSetsQuery);
  const waiting = sets.isPending || (dates.isPending && dates.isEnabled);
  if (!waiting) return <Form key={group?.id ?? "new"} group={group} dates={dates.data ?? { items: [], version: 0 }} onClose={onClose} />;
  return (
    <Sheet open wide onClose={onClose} title={group?.name ?? t("newGroup")}>
      {(sets.error ?? dates.error) ? (
        <ErrorText error={sets.error ?? dates.error} onRetry={() => void Promise.all([...(sets.error ? [sets.refetch()] : []), ...(dates.error ? [dates.refetch()] : [])])} />
      ) : (
        <Loading className="flex flex-col gap-4">
          <Skeleton className="h-8 w-full" />
          <Skeleton className="h-8 w-full" />
          <Skeleton className="h-64 w-full" />
        </Loading>
      )}
    </Sheet>
  );
}

interface Draft {
  name: string;
  schedule: ScheduleDraft;
  dates: DateDraft[];
  statusSetId: string | null;
  terms: string;
  currency: string;
}

function Form({ group, dates, onClose }: { group: Group | null; dates: CustomDates; onClose: () => void }) {
  const t = useText(messages);
  const words = useScheduleWords();
  const house = useHouse();
  const queries = useQueryClient();
  const currencies = useCurrencies();
  const sets = useQuery(statusSetsQuery).data?.items ?? [];
  const [checked, setChecked] = useState(false);
  const [draft, setDraft] = useState<Draft>(() => ({
    name: group?.name ?? "",
    schedule: draftOf(group?.schedule, house.today),
    dates: datesOf(dates.items),
    statusSetId: group?.statusSetId ?? sets.find((set) => set.isDefault)?.id ?? sets[0]?.id ?? null,
    terms: String(group?.paymentTermsDays ?? 30),
    currency: group?.currency ?? house.currency,
  }));
  const begun = useRef(JSON.stringify(draft));
  // The name as it was when the sheet was opened: what comes in meanwhile is not mixed with what is typed.
  const [title] = useState(group?.name ?? t("newGroup"));
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });

  const schedule = scheduleOf(draft.schedule, house.today);
  const custom = draft.schedule.frequency === "custom";
  const customDates = custom ? customDatesOf(draft.dates) : undefined;
  const terms = /^\d{1,3}$/.test(draft.terms.trim()) && Number(draft.terms) <= 365 ? Number(draft.terms) : null;
  const ready = draft.name.trim() !== "" && schedule !== null && customDates !== null && terms !== null;

  // The group may be saved while its dates were refused: the second try goes on from there.
  const saved = useRef(group);
  const save = useMutation({
    mutationFn: async (version: number | undefined) => {
      const input: GroupInput = {
        name: draft.name.trim(), schedule: schedule!, paymentTermsDays: terms!, currency: draft.currency, ...(draft.statusSetId ? { statusSetId: draft.statusSetId } : {}),
      };
      const known = saved.current;
      const next = known ? await ask(api.PUT("/api/facility-groups/{id}", { params: { path: { id: known.id } }, body: input, headers: ifMatch(version ?? known.version) })) : await ask(api.POST("/api/facility-groups", { body: input }));
      saved.current = next;
      if (customDates && JSON.stringify(customDates) !== JSON.stringify(customDatesOf(datesOf(dates.items)))) {
        const headers = dates.version > 0 ? ifMatch(dates.version) : {};
        await ask(api.PUT("/api/custom-dates/{groupId}", { params: { path: { groupId: next.id } }, body: { items: customDates }, headers }));
      }
      return next;
    },
    onSuccess: ({ name }) => {
      toast.done(t(group ? "groupSaved" : "groupCreated", { name }));
      onClose();
    },
    onSettled: () => Promise.all([keys.groups, keys.cycles, keys.customDates, keys.records].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  const problem = isProblem(save.error) ? save.error : null;
  const current = problem?.current<Group | CustomDates>();
  const theirs = current && "schedule" in current ? current : undefined;
  const nameFault = problem?.code === "name-taken" ? problem.message : (problem?.fieldError("name") ?? (checked && draft.name.trim() === "" ? t("nameMissing") : undefined));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (ready) save.mutate(undefined);
  };

  return (
    <Sheet
      open
      wide
      onClose={onClose}
      dirty={JSON.stringify(draft) !== begun.current && !save.isSuccess}
      title={title}
      description={schedule ? words.sentence(schedule) : undefined}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={FORM} tone="primary" busy={save.isPending}>
            {t(group ? "save" : "createGroup")}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} className="flex flex-col gap-6" noValidate>
        <Field label={t("name")} error={nameFault}>
          <Input value={draft.name} onChange={(event) => set({ name: event.target.value })} autoFocus={!group} />
        </Field>
        <ScheduleEditor draft={draft.schedule} onChange={(next) => set({ schedule: next })} />
        {group && <p className="-mt-3 text-xs text-muted">{t("savedKeepDates")}</p>}
        {custom && <DatesEditor dates={draft.dates} onChange={(next) => set({ dates: next })} checked={checked} />}
        <CyclePreview schedule={schedule} {...(customDates === undefined ? {} : { customDates })} />
        <FieldRow>
          <Field label={t("statusSet")} hint={t("statusSetHint")}>
            <Select value={draft.statusSetId} onChange={(statusSetId) => set({ statusSetId })} options={sets.map((one) => ({ value: one.id, label: one.name }))} />
          </Field>
          <Field label={t("terms")} hint={t("termsHint")} error={terms === null ? t("termsWrong") : problem?.fieldError("paymentTermsDays")}>
            <InputWith after={t("daysUnit")} inputMode="numeric" value={draft.terms} onChange={(event) => set({ terms: event.target.value })} />
          </Field>
        </FieldRow>
        <FieldRow>
          <Field label={t("groupCurrency")} error={problem?.fieldError("currency")}>
            <Combobox label={t("groupCurrency")} value={draft.currency} onChange={(currency) => currency && set({ currency })} options={currencies} />
          </Field>
        </FieldRow>
        {checked && customDates === null && <p role="alert" className="text-table text-bad">{t("datesUnfinished")}</p>}
        {theirs && group ? (
          <Conflict
            differences={groupDifferences(theirs, { ...group, name: draft.name, schedule: schedule ?? group.schedule, paymentTermsDays: terms ?? 0, currency: draft.currency, statusSetId: draft.statusSetId ?? "" }, { t, words, sets })}
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
