import type { Frequency } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { weekdays } from "@/lib/dates";
import { DatePicker, Field, FieldRow, Select } from "@/ui";
import { Choice } from "@/ui/Choice";
import { frequencies, isStepped, type ScheduleDraft } from "./draft";
import { messages } from "./messages";
import { ordinal } from "./words";

export interface ScheduleEditorProps {
  draft: ScheduleDraft;
  onChange: (draft: ScheduleDraft) => void;
  /** Frequencies to choose from; all unless said otherwise. */
  offered?: readonly Frequency[];
}

/** Frequency, period rule, and the parameters that the frequency needs. */
export function ScheduleEditor({ draft, onChange, offered = frequencies }: ScheduleEditorProps) {
  const t = useText(messages);
  const set = (part: Partial<ScheduleDraft>) => onChange({ ...draft, ...part });
  return (
    <div className="flex flex-col gap-4">
      <FieldRow>
        <Field label={t("frequency")}>
          <Select value={draft.frequency} onChange={(frequency) => set({ frequency })} options={offered.map((value) => ({ value, label: t(`frequency_${value}`) }))} />
        </Field>
        <Parameters draft={draft} set={set} />
      </FieldRow>
      {isStepped(draft.frequency) && <AnchorMonth draft={draft} set={set} />}
      {draft.frequency === "custom" ? (
        <p className="text-table text-muted">{t("customHint")}</p>
      ) : (
        <Choice
          label={t("rule")}
          value={draft.periodRule}
          onChange={(periodRule) => set({ periodRule })}
          options={[
            { value: "arrears", label: t("arrears"), hint: t("arrearsHint") },
            { value: "current", label: t("current"), hint: t("currentHint") },
          ]}
        />
      )}
    </div>
  );
}

interface Part {
  draft: ScheduleDraft;
  set: (part: Partial<ScheduleDraft>) => void;
}

function Parameters({ draft, set }: Part) {
  const t = useText(messages);
  const formats = useFormats();
  switch (draft.frequency) {
    case "weekly":
      return (
        <Field label={t("weekday")}>
          <Select
            value={draft.dayOfWeek}
            onChange={(dayOfWeek) => set({ dayOfWeek })}
            options={Array.from({ length: 7 }, (_, at) => (formats.weekStart + at) % 7).map((day) => ({ value: weekdays[day]!, label: formats.weekday(day, "long") }))}
          />
        </Field>
      );
    case "everyTwoWeeks":
      return (
        <Field label={t("anchor")} hint={t("anchorHint")}>
          <DatePicker value={draft.anchor} onChange={(anchor) => set({ anchor })} label={t("anchor")} />
        </Field>
      );
    case "semiMonthly":
      return (
        <div className="grid grid-cols-2 gap-2">
          <DayField label={t("firstDay")} value={draft.firstDay} onChange={(firstDay) => set({ firstDay })} />
          <DayField label={t("secondDay")} value={draft.secondDay} onChange={(secondDay) => set({ secondDay })} />
        </div>
      );
    case "custom":
      return null;
    default:
      return <DayField label={t("dayOfMonth")} value={draft.dayOfMonth} onChange={(dayOfMonth) => set({ dayOfMonth })} {...(draft.dayOfMonth > 28 ? { hint: t("dayHint") } : {})} />;
  }
}

function DayField({ label, value, onChange, hint }: { label: string; value: number; onChange: (day: number) => void; hint?: string }) {
  const { locale } = useFormats();
  return (
    <Field label={label} hint={hint}>
      <Select value={String(value)} onChange={(day) => onChange(Number(day))} options={Array.from({ length: 31 }, (_, at) => ({ value: String(at + 1), label: ordinal(at + 1, locale) }))} />
    </Field>
  );
}

function AnchorMonth({ draft, set }: Part) {
  const t = useText(messages);
  const { locale } = useFormats();
  const name = new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "long" });
  return (
    <Field label={t("anchorMonth")} hint={t("anchorMonthHint")}>
      <Select
        value={String(draft.anchorMonth)}
        onChange={(month) => set({ anchorMonth: Number(month) })}
        options={Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: name.format(new Date(Date.UTC(2023, at, 1))) }))}
      />
    </Field>
  );
}
