import { useRef, useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { AiBudget } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { readDecimal } from "@/lib/decimal";
import { useDraft } from "@/lib/useDraft";
import { Button, Combobox, ErrorText, Field, FieldRow, IconButton, Input, InputWith, Select, Sheet, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { AccountField } from "../accounts/AccountField";
import { draftOf, fieldOf, inputOf, isShare, levels, newDraft, scopes, termsOf, withThreshold, type Draft, type DraftField, type ThresholdDraft } from "./draft";
import { messages } from "./messages";
import { arrangeBudget, openBudget } from "./queries";

/** A new budget, or what is agreed about one. Whose costs it counts is said once. */
export function BudgetSheet({ budget, onClose }: { budget?: AiBudget; onClose: () => void }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const queries = useQueryClient();
  const currencies = useCurrencies();
  // What was there when the sheet was opened: somebody else's change since then is a conflict.
  const [seen] = useState(budget);
  const { draft, dirty, set } = useDraft(() => (seen ? draftOf(seen, locale) : newDraft("USD")));
  const save = useMutation({
    mutationFn: () => (seen ? arrangeBudget(seen, termsOf(draft, locale)!) : openBudget(inputOf(draft, locale)!)),
    onSuccess: () => {
      toast.done(t(seen ? "saved" : "opened"));
      void queries.invalidateQueries({ queryKey: [keys.aiBudgets] });
      onClose();
    },
  });
  const at = fieldOf(save.error);
  const error = (field: DraftField) => (at === field && isProblem(save.error) ? { error: save.error.message } : {});
  const badAmount = draft.amount.trim() !== "" && readDecimal(draft.amount, locale) === null;
  const ready = (seen ? termsOf(draft, locale) : inputOf(draft, locale)) !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) save.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={t(seen ? "changeTitle" : "add")} dirty={dirty && !save.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("name")} {...error("name")}>
          <Input value={draft.name} onChange={(event) => set({ name: event.target.value })} maxLength={100} />
        </Field>
        {!seen && (
          <>
            <Field label={t("scope")} {...error("scope")}>
              <Select value={draft.scope} onChange={(scope) => set({ scope })} options={scopes.map((value) => ({ value, label: t(`scope_${value}`) }))} />
            </Field>
            {draft.scope === "account" && <AccountField value={draft.account} onChange={(account) => set({ account })} {...error("account")} />}
            {draft.scope === "client" && (
              <Field label={t("client")} hint={t("clientHint")} {...error("client")}>
                <ClientPicker label={t("client")} value={draft.client} onChange={(client) => set({ client })} />
              </Field>
            )}
            {draft.scope === "tag" && (
              <Field label={t("tag")} hint={t("tagHint")}>
                <Input value={draft.tag} onChange={(event) => set({ tag: event.target.value })} maxLength={50} />
              </Field>
            )}
          </>
        )}
        <FieldRow>
          <Field label={t("amount")} hint={t(seen ? "amountAnew" : "amountHint")} {...(badAmount ? { error: t("badAmount") } : error("amount"))}>
            <InputWith value={draft.amount} onChange={(event) => set({ amount: event.target.value })} inputMode="decimal" after={draft.currency} />
          </Field>
          <Field label={t("currency")} hint={t("currencyHint")}>
            <Combobox label={t("currency")} value={draft.currency} onChange={(currency) => currency && set({ currency })} options={currencies} />
          </Field>
        </FieldRow>
        <Thresholds draft={draft} onChange={(thresholds) => set({ thresholds })} {...error("thresholds")} />
        {!at && <ErrorText error={save.error} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={save.isPending} disabled={!ready}>
            {t(seen ? "save" : "open")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

/** At which shares of the amount somebody is told, and how loudly. */
function Thresholds({ draft, onChange, error }: { draft: Draft; onChange: (thresholds: readonly ThresholdDraft[]) => void; error?: string }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const adding = useRef<HTMLButtonElement>(null);
  const put = (key: number, part: Partial<ThresholdDraft>) => onChange(draft.thresholds.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-table font-medium">{t("thresholds")}</legend>
      <p className="text-xs text-muted">{t("thresholdsHint")}</p>
      {draft.thresholds.map(({ key, at, level }, row) => (
        <div key={key} className="flex items-start gap-2">
          <Field label={t("share", { number: row + 1 })} quiet className="w-28" {...(at.trim() !== "" && !isShare(at, locale) ? { error: t("badShare") } : {})}>
            <InputWith value={at} onChange={(event) => put(key, { at: event.target.value })} inputMode="decimal" after="%" />
          </Field>
          <Field label={t("levelOf", { number: row + 1 })} quiet className="flex-1">
            <Select value={level} onChange={(next) => put(key, { level: next })} options={levels.map((value) => ({ value, label: t(`level_${value}`) }))} />
          </Field>
          <IconButton
            label={t("without", { number: row + 1 })}
            icon={<X aria-hidden />}
            onClick={() => {
              onChange(draft.thresholds.filter((one) => one.key !== key));
              adding.current?.focus();
            }}
          />
        </div>
      ))}
      {error && <p role="alert" className="text-xs text-bad">{error}</p>}
      <Button ref={adding} size="sm" className="self-start" icon={<Plus aria-hidden className="size-4" />} onClick={() => onChange(withThreshold(draft).thresholds)}>
        {t("addThreshold")}
      </Button>
    </fieldset>
  );
}
