import { useState } from "react";
import { ChevronRight } from "lucide-react";
import { useCurrencies } from "@/i18n/currencies";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { Combobox, Field, Select } from "@/ui";
import type { InvoiceDraft } from "./draft";
import { messages } from "./messages";
import { PeriodFields, type BadDays, type OnBadDay } from "./PeriodFields";

export interface OptionsProps {
  draft: InvoiceDraft;
  set: (part: Partial<InvoiceDraft>) => void;
  /** It is for certain days. */
  period: boolean;
  wrongPeriod: boolean;
  /** Of the sums; undefined while nobody knows. */
  currency: string | undefined;
  badDays: BadDays;
  onBadDay: OnBadDay;
}

/** What few documents say otherwise than their client and the settings: another currency, the days it is for, how tax is computed. Folded, it says it in a line. */
export function Options({ draft, set, period, wrongPeriod, currency, badDays, onBadDay }: OptionsProps) {
  const t = useText(messages);
  const currencies = useCurrencies();
  const [open, setOpen] = useState(draft.period.from !== null);
  const { rules } = draft;
  const setRules = (part: Partial<InvoiceDraft["rules"]>) => set({ rules: { ...rules, ...part } });
  const said = [draft.currency ?? currency, t(rules.pricesIncludeTax ? "prices_with" : "prices_without"), t(`rounding_${rules.rounding}`), rules.beforeDiscount ? t("discounted_before") : undefined].filter((one) => one !== undefined);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="border-b border-line pb-4">
      <summary className="flex w-fit max-w-full list-none flex-wrap items-center gap-x-2 rounded text-table hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className={cx("size-4 shrink-0 text-muted", open && "rotate-90")} />
        <span className="font-medium">{t("options")}</span>
        {!open && <span className="text-muted">{said.join(" · ")}</span>}
      </summary>
      <div className="mt-3 flex flex-col gap-4">
        <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
          <Field label={t("currency")} hint={t("currencyHint")}>
            <Combobox label={t("currency")} value={draft.currency} onChange={(next) => set({ currency: next })} options={currencies} {...(currency ? { placeholder: currency } : {})} />
          </Field>
          {period && <PeriodFields of="" period={draft.period} onChange={(next) => set({ period: next })} wrong={wrongPeriod} badDays={badDays} onBadDay={onBadDay} />}
        </div>
        <div className="grid gap-x-6 gap-y-4 md:grid-cols-3">
          <Field label={t("prices")}>
            <Select value={rules.pricesIncludeTax ? "with" : "without"} onChange={(next) => setRules({ pricesIncludeTax: next === "with" })} options={(["without", "with"] as const).map((value) => ({ value, label: t(`prices_${value}`) }))} />
          </Field>
          <Field label={t("rounding")}>
            <Select value={rules.rounding} onChange={(rounding) => setRules({ rounding })} options={(["perDocument", "perLine"] as const).map((value) => ({ value, label: t(`rounding_${value}`) }))} />
          </Field>
          <Field label={t("discounted")}>
            <Select value={rules.beforeDiscount ? "before" : "after"} onChange={(next) => setRules({ beforeDiscount: next === "before" })} options={(["after", "before"] as const).map((value) => ({ value, label: t(`discounted_${value}`) }))} />
          </Field>
        </div>
      </div>
    </details>
  );
}
