import { useText } from "@/i18n/messages";
import { Field, FieldRow, Input, InputWith, Section, Select } from "@/ui";
import { messages } from "./messages";
import type { PlanDraft } from "./plan";

/** Stands for "as the first category" in the list. */
const FIRST = "first category";

/** What reminders cost late clients. */
export function Fee({ draft, faults, categories, onChange }: { draft: PlanDraft; faults: ReadonlySet<string>; categories: readonly string[]; onChange: (part: Partial<PlanDraft>) => void }) {
  const t = useText(messages);
  return (
    <Section title={t("lateFee")}>
      <div className="flex flex-col gap-4">
        <p className="text-table text-muted">{t("lateFeeHelp")}</p>
        <FieldRow>
          <Field label={t("lateFee")}>
            <Select value={draft.fee} onChange={(fee) => onChange({ fee })} options={(["none", "percent", "amount"] as const).map((value) => ({ value, label: t(`fee_${value}`) }))} />
          </Field>
          {draft.fee === "percent" && (
            <Field label={t("share")} error={faults.has("percent") ? t("percentWrong") : undefined}>
              <InputWith after="%" inputMode="decimal" className="tabular" value={draft.percent} onChange={(event) => onChange({ percent: event.target.value })} />
            </Field>
          )}
          {draft.fee === "amount" && (
            <Field label={t("amounts")} hint={t("amountsHint")} error={faults.has("amounts") ? t("amountsWrong") : undefined}>
              <Input className="tabular" value={draft.amounts} onChange={(event) => onChange({ amounts: event.target.value })} />
            </Field>
          )}
        </FieldRow>
        {draft.fee !== "none" && (
          <>
            <FieldRow>
              <Field label={t("grace")} hint={t("graceHint")} error={faults.has("grace") ? t("daysWrong") : undefined}>
                <InputWith after={t("daysShort")} inputMode="numeric" className="tabular" value={draft.grace} onChange={(event) => onChange({ grace: event.target.value })} />
              </Field>
              <Field label={t("cap")} hint={t("capHint")} error={faults.has("caps") ? t("amountsWrong") : undefined}>
                <Input className="tabular" value={draft.caps} onChange={(event) => onChange({ caps: event.target.value })} />
              </Field>
            </FieldRow>
            <FieldRow>
              <Field label={t("goes")}>
                <Select value={draft.goes} onChange={(goes) => onChange({ goes })} options={(["onNextInvoice", "intoDraft"] as const).map((value) => ({ value, label: t(`goes_${value}`) }))} />
              </Field>
              {categories.length > 0 && (
                <Field label={t("taxCategory")}>
                  <Select value={draft.taxCategory || FIRST} onChange={(category) => onChange({ taxCategory: category === FIRST ? "" : category })} options={[{ value: FIRST, label: t("firstCategory") }, ...categories.map((value) => ({ value, label: value }))]} />
                </Field>
              )}
            </FieldRow>
          </>
        )}
      </div>
    </Section>
  );
}
