import type { KeyboardEvent } from "react";
import { Plus, Trash2 } from "lucide-react";
import type { CustomDate } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, DatePicker, IconButton, Section, Select } from "@/ui";
import { faultOf, type DateDraft } from "./draft";
import { messages } from "./messages";

const periods: readonly CustomDate["period"][] = ["monthly", "semiMonthly", "twoWeekly", "weekly", "explicit"];

/** The billing dates of a group whose schedule is a list. */
export function DatesEditor({ dates, onChange, checked }: { dates: readonly DateDraft[]; onChange: (dates: DateDraft[]) => void; checked: boolean }) {
  const t = useText(messages);
  const formats = useFormats();
  const change = (key: number, part: Partial<DateDraft>) => onChange(dates.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const add = () => onChange([{ key: Math.max(-1, ...dates.map((one) => one.key)) + 1, date: null, period: dates[0]?.period ?? "monthly", from: null, through: null }, ...dates]);
  return (
    <Section
      title={t("dates")}
      actions={
        <Button size="sm" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
          {t("addDate")}
        </Button>
      }
    >
      <p className="mb-2 text-xs text-muted">{dates.length === 0 ? t("noDates") : t("datesHint")}</p>
      <ul className="flex flex-col gap-2">
        {dates.map((one) => {
          const fault = checked || one.date ? faultOf(one, dates) : null;
          // Enter ends a date; the form has its own button.
          const stay = (event: KeyboardEvent) => event.key === "Enter" && event.preventDefault();
          return (
            <li key={one.key} className="rounded-card border border-line p-2">
              <div className="grid grid-cols-[1fr_auto] gap-2 phone:grid-cols-[9.5rem_1fr_auto]">
                <DatePicker value={one.date} onChange={(date) => change(one.key, { date })} label={t("date")} onKeyDown={stay} autoFocus={one.date === null && !checked} />
                <div className="row-start-2 phone:row-start-auto">
                  <Select label={t("howPeriod")} value={one.period} onChange={(period) => change(one.key, { period })} options={periods.map((value) => ({ value, label: t(`period_${value}`) }))} />
                </div>
                <IconButton label={t("removeDate", { date: one.date ? formats.day(one.date) : "" })} icon={<Trash2 aria-hidden />} onClick={() => onChange(dates.filter((other) => other.key !== one.key))} />
                {one.period === "explicit" && (
                  <div className="col-span-full grid grid-cols-2 gap-2">
                    <DatePicker value={one.from} onChange={(from) => change(one.key, { from })} label={t("from")} onKeyDown={stay} />
                    <DatePicker value={one.through} onChange={(through) => change(one.key, { through })} label={t("through")} onKeyDown={stay} />
                  </div>
                )}
              </div>
              {fault && (
                <p role="alert" className="mt-1 text-xs text-bad">
                  {t(fault)}
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
