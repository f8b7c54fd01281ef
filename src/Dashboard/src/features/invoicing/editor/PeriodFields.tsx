import { useText } from "@/i18n/messages";
import { DatePicker, Field, FieldRow } from "@/ui";
import type { PeriodDraft } from "./draft";
import { messages } from "./messages";

/** What stands in a field for a day and is none, by the field. */
export type BadDays = Readonly<Record<string, string>>;
export type OnBadDay = (field: string, problem: string | null) => void;

export interface PeriodFieldsProps {
  /** Goes before the names of its two fields. */
  of: string;
  period: PeriodDraft;
  onChange: (period: PeriodDraft) => void;
  wrong: boolean;
  badDays: BadDays;
  onBadDay: OnBadDay;
}

/** The days that something is for: first and last, both included. */
export function PeriodFields({ of, period, onChange, wrong, badDays, onBadDay }: PeriodFieldsProps) {
  const t = useText(messages);
  const day = (name: keyof PeriodDraft, error: string | undefined) => (
    <Field label={t(name)} error={badDays[of + name] ?? error}>
      <DatePicker value={period[name]} onChange={(next) => onChange({ ...period, [name]: next })} onProblem={(problem) => onBadDay(of + name, problem)} label={t(name)} />
    </Field>
  );
  return (
    <FieldRow>
      {day("from", wrong ? t("periodWrong") : undefined)}
      {day("through", undefined)}
    </FieldRow>
  );
}
