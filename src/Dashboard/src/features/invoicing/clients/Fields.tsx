import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { useCountries } from "@/i18n/countries";
import { useCurrencies } from "@/i18n/currencies";
import { useText } from "@/i18n/messages";
import { Combobox, Field, FieldRow, Input, InputWith, Section, Select, Switch, TextArea } from "@/ui";
import { languagesQuery, useLanguageName } from "../parts/languages";
import type { Draft, Field as DraftField } from "./draft";
import { messages } from "./messages";

/** Stands for "as the organisation" in the list of languages. */
const HOUSE = "house";

export interface FieldsProps {
  draft: Draft;
  onChange: (part: Partial<Draft>) => void;
  /** What is wrong with a field. */
  wrong: (field: DraftField) => string | undefined;
  disabled?: boolean;
  begin?: boolean;
}

/** Everything that is known of a client, to be filled in. */
export function Fields({ draft, onChange, wrong, disabled = false, begin = false }: FieldsProps) {
  const t = useText(messages);
  const countries = useCountries();
  const currencies = useCurrencies();
  const languages = useQuery(languagesQuery).data ?? [];
  const languageName = useLanguageName();
  const text = (field: DraftField & keyof typeof messages.en, more: { autoFocus?: boolean; type?: string; hint?: string } = {}) => {
    const { hint, ...rest } = more;
    return (
      <Field label={t(field as "name")} hint={hint} error={wrong(field)}>
        <Input value={String(draft[field] ?? "")} disabled={disabled} onChange={(event) => onChange({ [field]: event.target.value })} {...rest} />
      </Field>
    );
  };
  const several = (field: "emails" | "ccEmails", hint?: string) => (
    <Field label={t(field)} hint={hint} error={wrong(field)}>
      <TextArea rows={1} inputMode="email" spellCheck={false} className="field-sizing-content" value={draft[field]} disabled={disabled} onChange={(event) => onChange({ [field]: event.target.value })} />
    </Field>
  );
  return (
    <div className="flex flex-col gap-6">
      <Part>
        {text("name", { autoFocus: begin })}
        <FieldRow>
          {several("emails", t("emailsHint"))}
          {several("ccEmails")}
        </FieldRow>
        {text("phone", { type: "tel" })}
      </Part>
      <Part title={t("address")}>
        {text("line1")}
        {text("line2")}
        <FieldRow>
          {text("postalCode")}
          {text("city")}
        </FieldRow>
        <FieldRow>
          {text("state")}
          <Field label={t("country")} error={wrong("country")}>
            <Combobox label={t("country")} value={draft.country} disabled={disabled} onChange={(country) => onChange({ country })} options={countries.options} />
          </Field>
        </FieldRow>
      </Part>
      <Part title={t("agreed")}>
        <FieldRow>
          <Field label={t("currency")} error={wrong("currency")}>
            <Combobox label={t("currency")} value={draft.currency} disabled={disabled} onChange={(currency) => currency && onChange({ currency })} options={currencies} />
          </Field>
          <Field label={t("termsDays")} hint={t("termsHint")} error={wrong("terms")}>
            <InputWith after={t("daysUnit")} inputMode="numeric" value={draft.terms} disabled={disabled} onChange={(event) => onChange({ terms: event.target.value })} className="tabular" />
          </Field>
        </FieldRow>
        <FieldRow>
          <Field label={t("language")} error={wrong("language")}>
            <Select
              value={draft.language ?? HOUSE}
              disabled={disabled}
              onChange={(language) => onChange({ language: language === HOUSE ? null : language })}
              options={[{ value: HOUSE, label: t("languageHouse") }, ...[...new Set([...languages, ...(draft.language ? [draft.language] : [])])].map((value) => ({ value, label: languageName(value) }))]}
            />
          </Field>
        </FieldRow>
        <Switch checked={draft.reminders} disabled={disabled} onChange={(reminders) => onChange({ reminders })} label={t("reminders")} hint={t("remindersHint")} />
      </Part>
      <Part title={t("taxes")}>
        <FieldRow>
          {text("taxId")}
          <Field label={t("taxTreatment")} error={wrong("taxTreatment")}>
            <Select value={draft.taxTreatment} disabled={disabled} onChange={(taxTreatment) => onChange({ taxTreatment })} options={(["standard", "reverseCharge", "exempt"] as const).map((value) => ({ value, label: t(`treatment_${value}`) }))} />
          </Field>
        </FieldRow>
        {draft.taxTreatment === "exempt" && text("exemptionReason", { hint: t("exemptionHint") })}
      </Part>
      <Part title={t("outside")}>
        <FieldRow>
          {text("stripeId")}
          {text("accountingId")}
        </FieldRow>
        <FieldRow>
          {text("helpDeskId")}
          {text("crmId")}
        </FieldRow>
      </Part>
      <Field label={t("note")} error={wrong("note")}>
        <TextArea rows={3} value={draft.note} disabled={disabled} onChange={(event) => onChange({ note: event.target.value })} />
      </Field>
    </div>
  );
}

function Part({ title, children }: { title?: string; children: ReactNode }) {
  const fields = <div className="flex flex-col gap-4">{children}</div>;
  return title ? <Section title={title}>{fields}</Section> : fields;
}
