import { Plus, X } from "lucide-react";
import { useCurrencies } from "@/i18n/currencies";
import { useText } from "@/i18n/messages";
import { Button, Chip, Combobox, Field, FieldRow, IconButton, Input, InputWith, Section, Select } from "@/ui";
import { messages } from "./messages";
import { Metered } from "./Metered";
import { isForeign, newComponent, type ComponentForm, type PlanFault, type PlanForm } from "./model";

export interface PartProps {
  form: PlanForm;
  set: (part: Partial<PlanForm>) => void;
  faults: ReadonlySet<PlanFault>;
  /** Somebody tried to save: what is missing is said, too. */
  checked: boolean;
}

/** What a plan asks for: components with a price in each currency. */
export function Components({ form, set, faults, checked, categories }: PartProps & { categories: readonly string[] }) {
  const t = useText(messages);
  const currencies = useCurrencies();
  const change = (id: number, part: Partial<ComponentForm>) => set({ components: form.components.map((one) => (one.id === id ? { ...one, ...part } : one)) });
  return (
    <Section title={t("components")}>
      <div className="flex flex-col gap-4">
        <div role="group" aria-label={t("currencies")} className="flex flex-wrap items-center gap-2">
          {form.currencies.map((currency) => (
            <Chip key={currency} name={currency} {...(form.currencies.length > 1 ? { onRemove: () => set({ currencies: form.currencies.filter((one) => one !== currency) }) } : {})}>
              {currency}
            </Chip>
          ))}
          {form.components.length > 0 && <Combobox label={t("addCurrency")} placeholder={t("addCurrency")} className="w-52" value={null} onChange={(currency) => currency && !form.currencies.includes(currency) && set({ currencies: [...form.currencies, currency] })} options={currencies.filter((one) => !form.currencies.includes(one.value))} />}
        </div>
        {form.components.length === 0 && <p className="text-table text-muted">{t("noComponents")}</p>}
        {form.components.map((one) => (
          <div key={one.id} role="group" aria-label={one.name || t("component")} className="flex flex-col gap-3 rounded-card border border-line bg-surface p-3">
            <div className="flex items-start gap-2">
              <Field label={t("componentName")} className="flex-1" error={checked && faults.has(`component ${one.id}`) ? t("nameMissing") : undefined}>
                <Input value={one.name} maxLength={100} onChange={(event) => change(one.id, { name: event.target.value })} />
              </Field>
              <IconButton label={t("removeComponent", { name: one.name || t("component") })} icon={<X aria-hidden />} className="mt-6" onClick={() => set({ components: form.components.filter((other) => other.id !== one.id) })} />
            </div>
            {isForeign(one) ? (
              <p className="text-table text-muted">{t("foreign", { kind: t(`kind_${one.kind}`) })}</p>
            ) : (
              <Counted one={one} change={(part) => change(one.id, part)} currencies={form.currencies} faults={faults} checked={checked} categories={categories} />
            )}
          </div>
        ))}
        <Button className="self-start" icon={<Plus aria-hidden className="size-4" />} onClick={() => set({ components: [...form.components, newComponent()] })}>
          {t("addComponent")}
        </Button>
      </div>
    </Section>
  );
}

interface CountedProps extends Pick<PartProps, "faults" | "checked"> {
  one: ComponentForm;
  change: (part: Partial<ComponentForm>) => void;
  currencies: readonly string[];
  categories: readonly string[];
}

/** How a component is counted, when it is billed, and its prices. */
function Counted({ one, change, currencies, faults, checked, categories }: CountedProps) {
  const t = useText(messages);
  const timing = fixedTiming(one);
  return (
    <>
      <FieldRow>
        <Field label={t("kind")}>
          <Select value={one.kind} onChange={(kind) => change({ kind })} options={(["fixed", "seats", "once", "metered"] as const).map((value) => ({ value, label: t(`kind_${value}`) }))} />
        </Field>
        <Field label={t("timing")}>
          <Select value={timing ?? one.timing} disabled={timing !== null} onChange={(next) => change({ timing: next })} options={(["advance", "arrears"] as const).map((value) => ({ value, label: t(`timing_${value}`) }))} />
        </Field>
        {one.kind !== "metered" &&
          currencies.map((currency) => (
            <Field key={currency} label={t("priceIn", { currency })} error={(checked || (one.prices[currency] ?? "") !== "") && faults.has(`price ${one.id} ${currency}`) ? t("priceWrong") : undefined}>
              <InputWith after={currency} inputMode="decimal" className="tabular" value={one.prices[currency] ?? ""} onChange={(event) => change({ prices: { ...one.prices, [currency]: event.target.value } })} />
            </Field>
          ))}
        {categories.length > 1 && (
          <Field label={t("taxCategory")}>
            <Select value={one.taxCategory ?? ""} onChange={(category) => change({ taxCategory: category || null })} options={[{ value: "", label: t("taxFirst") }, ...categories.map((value) => ({ value, label: value }))]} />
          </Field>
        )}
      </FieldRow>
      {one.kind === "metered" && <Metered metered={one.metered} currencies={currencies} checked={checked} faults={{ meter: faults.has(`metered ${one.id} meter`), included: faults.has(`metered ${one.id} included`) }} onChange={(metered) => change({ metered })} />}
    </>
  );
}

/** Of what is billed at one time only, that time. */
const fixedTiming = ({ kind }: ComponentForm) => (kind === "once" ? "advance" : kind === "metered" ? "arrears" : null);
