import { useState } from "react";
import { Globe } from "lucide-react";
import { useText } from "@/i18n/messages";
import type { Habits } from "@/lib/habits";
import { Button, Combobox, Field } from "@/ui";
import { useHabitChoices } from "../parts/habits";
import { messages } from "./messages";

/** Currency, time zone and locale as the browser has them: shown in one line, changed when that is wrong. */
export function HabitsFields({ habits, onChange }: { habits: Habits; onChange: (habits: Habits) => void }) {
  const t = useText(messages);
  const [open, setOpen] = useState(false);
  const choices = useHabitChoices(habits);
  const localeName = choices.locales.find((one) => one.value === habits.locale)?.label ?? habits.locale;
  if (!open)
    return (
      <div className="flex items-center gap-3 rounded-md border border-line bg-canvas py-2 pr-2 pl-3">
        <Globe aria-hidden className="size-4 shrink-0 text-muted" strokeWidth={1.75} />
        <div className="min-w-0 flex-1 text-table">
          <p className="text-xs text-muted">{t("found")}</p>
          <p className="break-words">
            {habits.currency} · {habits.timeZone.replaceAll("_", " ")} · {localeName}
          </p>
        </div>
        <Button size="sm" tone="ghost" onClick={() => setOpen(true)}>
          {t("change")}
        </Button>
      </div>
    );
  return (
    <div className="flex flex-col gap-4 rounded-md border border-line bg-canvas p-3">
      <Field label={t("currency")}>
        <Combobox label={t("currency")} value={habits.currency} onChange={(currency) => currency && onChange({ ...habits, currency })} options={choices.currencies} />
      </Field>
      <Field label={t("timeZone")}>
        <Combobox label={t("timeZone")} value={habits.timeZone} onChange={(timeZone) => timeZone && onChange({ ...habits, timeZone })} options={choices.timeZones} />
      </Field>
      <Field label={t("locale")}>
        <Combobox label={t("locale")} value={habits.locale} onChange={(locale) => locale && onChange({ ...habits, locale })} options={choices.locales} />
      </Field>
    </div>
  );
}
