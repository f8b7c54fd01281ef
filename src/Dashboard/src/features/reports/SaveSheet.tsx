import { useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { SavedDays } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Field, Input, Select, Sheet, toast } from "@/ui";
import { messages } from "./messages";
import { saveReport } from "./queries";
import type { ReportSearch } from "./search";

const FORM = "save-report-form";
const relative: readonly SavedDays[] = ["lastTwelveMonths", "thisMonth", "lastMonth", "lastSevenDays", "thisYear", "lastYear"];

/** Saves a report under a name, with days that go along with time, or with those that are shown. */
export function SaveSheet({ report, name: suggested, days: shown, search, onClose }: { report: string; name: string; days: { from: string; to: string } | null; search: ReportSearch; onClose: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [name, setName] = useState(suggested);
  const [days, setDays] = useState<SavedDays>(shown && (search.from ?? search.to) ? "fixed" : "lastTwelveMonths");
  const save = useMutation({
    mutationFn: () => saveReport({ name, report, days, from: days === "fixed" && shown ? shown.from : null, through: days === "fixed" && shown ? shown.to : null }),
    onSuccess: () => {
      toast.done(t("savedDone"));
      onClose();
      return queries.invalidateQueries({ queryKey: [keys.reports, "saved"] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) save.mutate();
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={t("save")}
      description={t("saveHelp")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={FORM} tone="primary" disabled={!name.trim()} busy={save.isPending}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <Field label={t("savedName")}>
          <Input autoFocus maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        {shown && (
          <Field label={t("days")}>
            <Select<SavedDays> value={days} onChange={setDays} options={[...relative, "fixed" as const].map((value) => ({ value, label: t(`days_${value}`) }))} />
          </Field>
        )}
        <ErrorText error={save.error} />
      </form>
    </Sheet>
  );
}
