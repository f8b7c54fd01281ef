import { useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { AiAlertRule } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { readDecimal } from "@/lib/decimal";
import { useDraft } from "@/lib/useDraft";
import { Button, Checkbox, Combobox, ErrorText, Field, FieldRow, Input, InputWith, Select, Sheet, toast } from "@/ui";
import { providersQuery } from "../accounts/queries";
import { AccountField } from "../accounts/AccountField";
import { messages } from "./messages";
import { addRule, arrangeRule } from "./queries";
import { audiences, fieldOf, isLoudItself, isWhole, levels, newRule, ownKinds, ruleOf, ruleTermsOf, scopes, severities, type RuleField } from "./rule";

const itself = "itself";

/** A new rule, or what is arranged about one. What it looks for is said once. */
export function RuleSheet({ rule, onClose }: { rule?: AiAlertRule; onClose: () => void }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const queries = useQueryClient();
  const currencies = useCurrencies();
  // What was there when the sheet was opened: somebody else's change since then is a conflict.
  const [seen] = useState(rule);
  const { draft, dirty, set } = useDraft(() => (seen ? ruleOf(seen, locale) : newRule));
  const providers = useQuery({ ...providersQuery, enabled: draft.scope === "provider" });
  const save = useMutation({
    mutationFn: () => (seen ? arrangeRule(seen, ruleTermsOf(draft, locale)!) : addRule(draft.kind, ruleTermsOf(draft, locale)!)),
    onSuccess: () => {
      toast.done(t(seen ? "ruleSaved" : "ruleAdded"));
      void queries.invalidateQueries({ queryKey: [keys.aiAlertRules] });
      onClose();
    },
  });
  const at = fieldOf(save.error);
  const error = (field: RuleField) => (at === field && isProblem(save.error) ? { error: save.error.message } : {});
  const ready = ruleTermsOf(draft, locale) !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) save.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={t(seen ? "ruleTitle" : "addRule")} dirty={dirty && !save.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {seen ? (
          <p className="font-medium">{t(`kind_${seen.kind}`)}</p>
        ) : (
          <Field label={t("looksFor")}>
            <Select value={draft.kind} onChange={(kind) => set({ kind, level: isLoudItself(kind) ? "" : draft.level || "warning" })} options={ownKinds.map((value) => ({ value, label: t(`kind_${value}`) }))} />
          </Field>
        )}
        <Field label={t("ruleName")} optional={t("optional")} hint={t("ruleNameHint")} {...error("name")}>
          <Input value={draft.name} onChange={(event) => set({ name: event.target.value })} maxLength={100} />
        </Field>
        {draft.kind !== "budget" && (
          <Field label={t("scope")} {...error("scope")}>
            <Select value={draft.scope} onChange={(scope) => set({ scope })} options={scopes.map((value) => ({ value, label: t(`scope_${value}`) }))} />
          </Field>
        )}
        {draft.scope === "account" && <AccountField value={draft.account} onChange={(account) => set({ account })} {...error("account")} />}
        {draft.scope === "provider" && (
          <Field label={t("provider")} {...error("provider")}>
            <Select value={draft.provider || null} onChange={(provider) => set({ provider })} placeholder={t("chooseProvider")} options={(providers.data?.items ?? []).map((one) => ({ value: one.code, label: one.name }))} />
          </Field>
        )}
        {draft.scope === "tag" && (
          <Field label={t("tag")} hint={t("tagHint")}>
            <Input value={draft.tag} onChange={(event) => set({ tag: event.target.value })} maxLength={50} />
          </Field>
        )}
        {draft.kind === "syncStale" && (
          <Field label={t("hours")} {...(isWhole(draft.hours, 720) ? error("hours") : { error: t("badHours") })}>
            <InputWith value={draft.hours} onChange={(event) => set({ hours: event.target.value })} inputMode="numeric" after={t("hoursUnit")} />
          </Field>
        )}
        {draft.kind === "serviceDown" && (
          <Field label={t("minutes")} {...(isWhole(draft.minutes, 1440) ? error("minutes") : { error: t("badMinutes") })}>
            <InputWith value={draft.minutes} onChange={(event) => set({ minutes: event.target.value })} inputMode="numeric" after={t("minutesUnit")} />
          </Field>
        )}
        {draft.kind === "balanceLow" && (
          <FieldRow>
            <Field label={t("amount")} hint={t("amountHint")} {...(draft.amount.trim() !== "" && readDecimal(draft.amount, locale) === null ? { error: t("badAmount") } : error("amount"))}>
              <InputWith value={draft.amount} onChange={(event) => set({ amount: event.target.value })} inputMode="decimal" after={draft.currency} />
            </Field>
            <Field label={t("currency")}>
              <Combobox label={t("currency")} value={draft.currency} onChange={(currency) => currency && set({ currency })} options={currencies} />
            </Field>
          </FieldRow>
        )}
        {draft.kind === "anomaly" && (
          <Field label={t("severity")}>
            <Select value={draft.severity} onChange={(severity) => set({ severity })} options={severities.map((value) => ({ value, label: t(`severity_${value}`) }))} />
          </Field>
        )}
        {draft.kind !== "budget" && (
          <Field label={t("level")}>
            <Select
              value={draft.level || itself}
              onChange={(level) => set({ level: level === itself ? "" : level })}
              options={[...(isLoudItself(draft.kind) ? [{ value: itself, label: t("asLoud") } as const] : []), ...levels.map((value) => ({ value, label: t(`level_${value}`) }))]}
            />
          </Field>
        )}
        <Field label={t("told")} hint={t("toldHint")}>
          <Select value={draft.told} onChange={(told) => set({ told })} options={audiences.map((value) => ({ value, label: t(`told_${value}`) }))} />
        </Field>
        <Checkbox visible checked={draft.on} onChange={(on) => set({ on })} label={t("makesAlerts")} />
        {!at && <ErrorText error={save.error} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={save.isPending} disabled={!ready}>
            {t(seen ? "save" : "addRule")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
