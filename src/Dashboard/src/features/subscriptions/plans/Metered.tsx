import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import { metersQuery } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { ErrorText, Field, FieldRow, Select } from "@/ui";
import { faultsOf } from "@/ui/price/faults";
import { ModelForm } from "@/ui/price/ModelForm";
import { NumberInput } from "@/ui/price/NumberInput";
import { messages } from "./messages";
import { includes, meteredKinds, priceIn, withPrice, type MeteredForm } from "./meteredModel";

export interface MeteredProps {
  metered: MeteredForm;
  currencies: readonly string[];
  onChange: (metered: MeteredForm) => void;
  faults: { meter: boolean; included: boolean };
  /** Somebody tried to save: what is missing is said, too. */
  checked: boolean;
}

/** What is metered: its meter, what costs nothing, whose usage it is, and a price in each currency. */
export function Metered({ metered, currencies, onChange, faults, checked }: MeteredProps) {
  const t = useText(messages);
  const asked = useQuery({ ...metersQuery, enabled: useMay("usage.see") });
  const meters = asked.data?.items;
  const offered = (meters ?? []).filter((meter) => !meter.retired || meter.code === metered.meter).map((meter) => ({ value: meter.code, label: meter.name, hint: meter.code }));
  const known = metered.meter === null || offered.some((meter) => meter.value === metered.meter);
  const set = (part: Partial<MeteredForm>) => onChange({ ...metered, ...part });
  return (
    <>
      {meters?.length === 0 && (
        <p className="text-table text-muted">
          {t("noMeter")}{" "}
          <Link to="/usage" className="text-accent-ink underline underline-offset-2">
            {t("toMeters")}
          </Link>
        </p>
      )}
      <ErrorText error={asked.error} />
      <FieldRow>
        <Field label={t("meter")} error={checked && faults.meter ? t("meterMissing") : undefined}>
          <Select value={metered.meter} placeholder={t("chooseMeter")} onChange={(meter) => set({ meter })} options={known ? offered : [{ value: metered.meter!, label: metered.meter! }, ...offered]} />
        </Field>
        <Field label={t("by")} hint={t(`byHint_${metered.by}`)}>
          <Select value={metered.by} onChange={(by) => set({ by })} options={(["client", "subscription"] as const).map((value) => ({ value, label: t(`by_${value}`) }))} />
        </Field>
        {includes(metered, currencies) && <NumberInput label={t("included")} optional passes hint={t("includedHint")} value={metered.included} wrong={faults.included} onChange={(included) => set({ included })} />}
      </FieldRow>
      {currencies.map((currency) => {
        const { price, key } = priceIn(metered, currency);
        const wrong = new Set([...faultsOf(price)].filter(([, how]) => checked || how === "wrong").map(([at]) => `/model${at}`));
        return (
          <div key={currency} role="group" aria-label={t("priceIn", { currency })} className="flex flex-col gap-3 border-t border-line pt-3">
            <h3 className="text-table font-medium">{t("priceIn", { currency })}</h3>
            <ModelForm key={key} model={price} of={meteredKinds} passes faults={wrong} onChange={(next) => onChange(withPrice(metered, currency, next))} />
          </div>
        );
      })}
    </>
  );
}
