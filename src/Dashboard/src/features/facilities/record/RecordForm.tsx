import { useEffect, useState, type FormEvent } from "react";
import { useMutation } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import { isProblem } from "@/api/problem";
import type { BillingRow } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, DatePicker, Dot, ErrorText, Field, FieldRow, InputWith, Section, Select, TextArea } from "@/ui";
import { Conflict } from "@/ui/conflict/Conflict";
import { draftOf, changeOf, faultField, type Draft } from "./draft";
import { messages } from "./messages";
import { fieldText, type Field as RowField } from "./rows";
import { useRowActions } from "./useRowActions";
import type { Statuses } from "./useStatuses";
import { fieldWords, valueWords } from "./words";

/** Stands for "no status" in the list. */
const NONE = "none";

interface RecordFormProps {
  /** What is shown: the row as it is, or as it was. */
  row: BillingRow;
  now: BillingRow;
  past: boolean;
  statuses: Statuses;
  /** Something is typed that is not saved. */
  onDirty: (dirty: boolean) => void;
  onSaved: (row: BillingRow) => void;
}

/** The facts of a record, to be changed; of a past version, to be read, with what differs now marked. */
export function RecordForm({ row: latest, now, past, statuses, onDirty, onSaved }: RecordFormProps) {
  const t = useText(messages);
  const formats = useFormats();
  const actions = useRowActions(statuses);
  const [row, setRow] = useState(latest);
  const [draft, setDraft] = useState<Draft>(() => draftOf(latest, formats));
  const change = changeOf(row, draft, formats);
  const dirty = Object.keys(change).length > 0;
  useEffect(() => {
    onDirty(dirty && !past);
    return () => onDirty(false);
  }, [dirty, past, onDirty]);
  const startFrom = (next: BillingRow) => {
    setRow(next);
    setDraft(draftOf(next, formats));
  };
  // A newer version shows at once where nothing is being typed; else it waits for the save and its conflict.
  if (latest.version > row.version && !dirty) startFrom(latest);

  const save = useMutation({
    mutationFn: (onto: BillingRow) => actions.save(onto, change, t("saved", { facility: onto.facilityName })),
    onSuccess: (saved) => {
      startFrom(saved);
      onSaved(saved);
    },
  });
  const problem = isProblem(save.error) ? save.error : null;
  const theirs = problem?.current<BillingRow>();
  const at = problem ? faultField(problem, change) : null;
  const wrong = (field: RowField) => (at === field ? problem?.message : undefined);
  const differs = (field: RowField) => (past && fieldText(row, field, formats) !== fieldText(now, field, formats) ? t("differs") : undefined);
  const locked = !useMay("facilities.bill") || past || Boolean(row.withdrawn);
  const set = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (dirty) save.mutate(row);
  };
  const day = (field: "billingDate" | "from" | "through" | "paidOn") => (
    <Field label={t(field)} hint={differs(field)} error={wrong(field)}>
      <DatePicker value={draft[field]} onChange={(next) => set({ [field]: next })} label={t(field)} disabled={locked} />
    </Field>
  );
  const amount = (field: "billed" | "paid") => (
    <Field label={t(field)} hint={differs(field)} error={wrong(field)}>
      <InputWith after={row.currency} inputMode="decimal" value={draft[field]} disabled={locked} onChange={(event) => set({ [field]: event.target.value })} className="tabular text-right" />
    </Field>
  );

  return (
    <Section title={t("facts")}>
      <form
        onSubmit={submit}
        onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && dirty && save.mutate(row)}
        className="flex flex-col gap-4"
        noValidate
      >
        <Field label={t("statusId")} hint={differs("statusId")} error={wrong("statusId")}>
          <Select
            value={draft.statusId ?? NONE}
            disabled={locked}
            onChange={(id) => set({ statusId: id === NONE ? null : id })}
            options={[{ value: NONE, label: t("noStatus") }, ...(statuses.setOf(row.groupId)?.statuses ?? []).map((one) => ({ value: one.id, label: one.name, mark: <Dot color={one.color} /> }))]}
          />
        </Field>
        <FieldRow>
          {amount("billed")}
          {day("billingDate")}
        </FieldRow>
        <FieldRow>
          {amount("paid")}
          {day("paidOn")}
        </FieldRow>
        <FieldRow>
          {day("from")}
          {day("through")}
        </FieldRow>
        <Field label={t("note")} hint={differs("note")} error={wrong("note")}>
          <TextArea value={draft.note} rows={2} disabled={locked} onChange={(event) => set({ note: event.target.value })} />
        </Field>
        {theirs ? (
          <Conflict
            differences={(Object.keys(change) as RowField[]).map((field) => ({ field: fieldWords(field, t), theirs: valueWords(field, theirs[field], t, formats, statuses), yours: valueWords(field, change[field], t, formats, statuses) }))}
            onTheirs={() => {
              startFrom(theirs);
              save.reset();
            }}
            onMine={() => save.mutate(theirs)}
          />
        ) : (
          !at && <ErrorText error={save.error} />
        )}
        {!locked && (dirty || row.id === null) && (
          <div className="flex flex-wrap gap-2">
            <Button type="submit" tone="primary" busy={save.isPending} disabled={!dirty}>
              {t(row.id === null ? "saveNew" : "save")}
            </Button>
            {dirty && <Button onClick={() => startFrom(row)}>{t("discard")}</Button>}
          </div>
        )}
      </form>
    </Section>
  );
}
