import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { DatePicker, Field, FieldRow, Input, Section, Select } from "@/ui";
import { Choice } from "@/ui/Choice";
import { frequencies, scheduleOf } from "@/ui/schedule/draft";
import { ScheduleEditor } from "@/ui/schedule/ScheduleEditor";
import { useScheduleWords } from "@/ui/schedule/words";
import type { FieldsPart } from "../editor/Editor";
import { Terms as PaymentTerms } from "../editor/invoiceKind";
import { messages } from "./messages";
import { readTerms, type RecurringTerms } from "./terms";

const offered = frequencies.filter((frequency) => frequency !== "custom");

/** On which days it bills, until when, and how far each invoice goes by itself. */
export function Terms({ extra, setExtra, checked }: FieldsPart<RecurringTerms>) {
  const t = useText(messages);
  const { today } = useFormats();
  const words = useScheduleWords();
  const schedule = scheduleOf(extra.schedule, today);
  const wrong = checked && readTerms(extra, today) === null;
  return (
    <div className="flex flex-col gap-6 rounded-card border border-line bg-surface p-4 sm:p-8">
      <Section title={t("when")}>
        <div className="grid gap-6 md:grid-cols-2">
          <div className="flex flex-col gap-4">
            <ScheduleEditor draft={extra.schedule} onChange={(next) => setExtra({ schedule: next })} offered={offered} />
            {schedule && <p className="text-table font-medium">{words.sentence(schedule)}</p>}
          </div>
          <div className="flex flex-col gap-4">
            <FieldRow>
              <Field label={t("from")} hint={t("fromHint")} error={wrong && !extra.from ? t("dayMissing") : undefined}>
                <DatePicker value={extra.from} onChange={(from) => setExtra({ from })} label={t("from")} />
              </Field>
              <Field label={t("ends")}>
                <Select value={extra.end} onChange={(end) => setExtra({ end })} options={(["never", "until", "times"] as const).map((value) => ({ value, label: t(`end_${value}`) }))} />
              </Field>
            </FieldRow>
            {extra.end === "until" && (
              <Field label={t("until")} error={wrong && !extra.until ? t("dayMissing") : undefined}>
                <DatePicker value={extra.until} onChange={(until) => setExtra({ until })} label={t("until")} />
              </Field>
            )}
            {extra.end === "times" && (
              <Field label={t("times")} error={/^\d{1,4}$/.test(extra.times.trim()) ? undefined : t("timesWrong")}>
                <Input inputMode="numeric" className="tabular" value={extra.times} onChange={(event) => setExtra({ times: event.target.value })} />
              </Field>
            )}
            <div className="flex flex-col gap-1.5">
              <span aria-hidden className="text-table font-medium">{t("then")}</span>
              <Choice label={t("then")} value={extra.then} onChange={(then) => setExtra({ then })} options={(["draft", "issue", "send"] as const).map((value) => ({ value, label: t(`then_${value}`), hint: t(`thenHint_${value}`) }))} />
            </div>
          </div>
        </div>
      </Section>
    </div>
  );
}

/** The one date that the document itself needs: within how many days it is to be paid. */
export const Payment = ({ draft, set, faults }: FieldsPart<RecurringTerms>) => <PaymentTerms days={draft.days} onChange={(days) => set({ days })} wrong={faults.has("days")} />;
