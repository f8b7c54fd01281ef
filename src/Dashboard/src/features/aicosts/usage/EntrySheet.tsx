import { type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import { isProblem } from "@/api/problem";
import type { AiRecord } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { readDecimal } from "@/lib/decimal";
import { useDraft } from "@/lib/useDraft";
import { Button, Combobox, DatePicker, ErrorText, Field, FieldRow, Input, InputWith, Select, Sheet, TextArea, toast } from "@/ui";
import { useFollowedAccounts } from "../accounts/useAccountNames";
import { useToday } from "../parts/useToday";
import { bodyOf, countOf, entryOf, fieldOf, newEntry, type EntryDraft } from "./entry";
import { messages } from "./messages";
import { correctEntry, writeEntry } from "./queries";

/** Usage is written down by hand, or what was written is corrected. */
export function EntrySheet({ record, onClose }: { record?: AiRecord; onClose: () => void }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const today = useToday();
  const queries = useQueryClient();
  const currencies = useCurrencies();
  const followed = useFollowedAccounts();
  const { draft, dirty, set } = useDraft(() => (record ? entryOf(record, locale) : newEntry(today)));
  const body = bodyOf(draft, !record, locale);
  const save = useMutation({
    mutationFn: () => (record ? correctEntry(record.id, body!) : writeEntry(body!)),
    onSuccess: () => {
      toast.done(t(record ? "corrected" : "written"));
      void queries.invalidateQueries({ queryKey: [keys.aiUsage] });
      onClose();
    },
  });
  const at = fieldOf(save.error);
  const error = (field: keyof EntryDraft, bad?: string | false) => (bad ? { error: bad } : at === field && isProblem(save.error) ? { error: save.error.message } : {});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (body) save.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={t(record ? "correctTitle" : "writeTitle")} dirty={dirty && !save.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {!record && <ErrorText error={followed.error} onRetry={() => void followed.retry()} />}
        {!record && (
          <Field label={t("account")} {...error("account")}>
            <Select value={draft.account} onChange={(account) => set({ account })} options={followed.accounts.map((one) => ({ value: one.id, label: one.name, hint: one.providerName }))} />
          </Field>
        )}
        <Field label={t("day")} hint={t("dayHint")} {...error("date")}>
          <DatePicker value={draft.date} onChange={(date) => set({ date })} label={t("day")} />
        </Field>
        <FieldRow>
          <Field label={t("cost")} {...error("cost", draft.cost.trim() !== "" && readDecimal(draft.cost, locale) === null && t("badAmount"))}>
            <InputWith value={draft.cost} onChange={(event) => set({ cost: event.target.value })} inputMode="decimal" after={draft.currency} />
          </Field>
          <Field label={t("currency")}>
            <Combobox label={t("currency")} value={draft.currency} onChange={(currency) => currency && set({ currency })} options={currencies} />
          </Field>
        </FieldRow>
        <Field label={t("model")} optional={t("optional")}>
          <Input value={draft.model} onChange={(event) => set({ model: event.target.value })} />
        </Field>
        <FieldRow>
          <Field label={t("input")} optional={t("optional")} {...error("input", countOf(draft.input) === undefined && t("badCount"))}>
            <Input value={draft.input} onChange={(event) => set({ input: event.target.value })} inputMode="numeric" className="tabular" />
          </Field>
          <Field label={t("output")} optional={t("optional")} {...error("output", countOf(draft.output) === undefined && t("badCount"))}>
            <Input value={draft.output} onChange={(event) => set({ output: event.target.value })} inputMode="numeric" className="tabular" />
          </Field>
        </FieldRow>
        <Field label={t("note")} optional={t("optional")}>
          <TextArea value={draft.note} onChange={(event) => set({ note: event.target.value })} />
        </Field>
        {!at && <ErrorText error={save.error} />}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={save.isPending} disabled={!body}>
            {t("save")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
