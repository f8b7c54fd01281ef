import { Plus, X } from "lucide-react";
import type { Meter } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Card, Field, FieldRow, IconButton, Input, Section, Select } from "@/ui";
import { beginnings } from "@/ui/price/model";
import { ModelForm } from "@/ui/price/ModelForm";
import { NumberInput } from "@/ui/price/NumberInput";
import { messages } from "./messages";
import { newCharge, newLimit, type ChargeForm, type LimitForm, type TermsForm } from "./model";

export interface TermsEditorProps {
  form: TermsForm;
  meters: readonly Meter[];
  /** What the server says is wrong, by pointer under the terms. */
  faults: ReadonlySet<string>;
  onChange: (form: TermsForm) => void;
}

/** The name, the charges, the bounds and the limits of a plan. */
export function TermsEditor({ form, meters, faults, onChange }: TermsEditorProps) {
  const t = useText(messages);
  const set = (part: Partial<TermsForm>) => onChange({ ...form, ...part });
  const setCharge = (at: number, part: Partial<ChargeForm>) => set({ charges: form.charges.map((charge, index) => (index === at ? { ...charge, ...part } : charge)) });
  const setLimit = (at: number, part: Partial<LimitForm>) => set({ limits: form.limits.map((limit, index) => (index === at ? { ...limit, ...part } : limit)) });
  const measured = meters.map((meter) => ({ value: meter.code, label: meter.name, hint: meter.code }));
  return (
    <div className="flex flex-col gap-8">
      <Field label={t("name")} error={faults.has("/name") ? t("wrong") : undefined}>
        <Input value={form.name} onChange={(event) => set({ name: event.target.value })} />
      </Field>
      <Section title={t("charges")}>
        <ul className="flex flex-col gap-4">
          {form.charges.map((charge, index) => {
            const meter = meters.find((one) => one.code === charge.meter);
            const wrong = (field: string) => faults.has(`/charges/${index}/${field}`);
            const price = new Set([...faults].filter((fault) => fault.startsWith(`/charges/${index}/price/`)).map((fault) => fault.replace(`/charges/${index}/price`, "/model")));
            return (
              <li key={charge.id}>
                <Card className="flex flex-col gap-4 p-4">
                  <div className="flex items-center justify-between gap-2">
                    <h3 className="text-sm font-medium">{charge.name || t("chargeN", { n: index + 1 })}</h3>
                    {form.charges.length > 1 && <IconButton label={t("removeCharge", { n: index + 1 })} size="iconSm" icon={<X aria-hidden />} onClick={() => set({ charges: form.charges.filter((_, at) => at !== index) })} />}
                  </div>
                  <FieldRow>
                    <Field label={t("chargeName")} error={wrong("name") || wrong("code") ? t("wrong") : undefined}>
                      <Input value={charge.name} onChange={(event) => setCharge(index, { name: event.target.value })} />
                    </Field>
                    <Field label={t("meter")} error={wrong("meter") ? t("wrong") : undefined}>
                      <Select
                        value={charge.meter ?? ""}
                        onChange={(code) => setCharge(index, code === "" ? { meter: null, by: null, where: {}, code: charge.code ?? `fee-${charge.id}`, price: beginnings.flat } : { meter: code, by: null, where: {}, code: charge.meter === null ? null : charge.code, price: charge.price.type === "flat" ? beginnings["per-unit"] : charge.price })}
                        options={[{ value: "", label: t("noMeter") }, ...measured]}
                      />
                    </Field>
                    {meter && meter.rule.groupBy.length > 0 && (
                      <Field label={t("by")}>
                        <Select value={charge.by ?? ""} onChange={(by) => setCharge(index, { by: by || null, where: Object.fromEntries(Object.entries(charge.where).filter(([property]) => property !== by)) })} options={[{ value: "", label: t("byNone") }, ...meter.rule.groupBy.map((property) => ({ value: property, label: property }))]} />
                      </Field>
                    )}
                  </FieldRow>
                  {meter && meter.rule.groupBy.some((property) => property !== charge.by) && (
                    <FieldRow>
                      {meter.rule.groupBy
                        .filter((property) => property !== charge.by)
                        .map((property) => (
                          <Field key={property} label={t("where", { property })} hint={t("whereHint")} error={wrong("where") ? t("wrong") : undefined}>
                            <Input value={charge.where[property] ?? ""} onChange={(event) => setCharge(index, { where: { ...charge.where, [property]: event.target.value } })} autoCapitalize="none" spellCheck={false} />
                          </Field>
                        ))}
                    </FieldRow>
                  )}
                  <ModelForm model={charge.price} faults={price} onChange={(next) => setCharge(index, { price: next })} />
                  <FieldRow>
                    <NumberInput label={t("least")} optional value={charge.minimum} wrong={wrong("minimum")} onChange={(minimum) => setCharge(index, { minimum })} />
                    <NumberInput label={t("most")} optional value={charge.maximum} wrong={wrong("maximum")} onChange={(maximum) => setCharge(index, { maximum })} />
                  </FieldRow>
                </Card>
              </li>
            );
          })}
        </ul>
        <Button size="sm" className="mt-4" onClick={() => set({ charges: [...form.charges, newCharge(meters[0]?.code ?? null)] })}>
          <Plus aria-hidden className="size-4" />
          {t("addCharge")}
        </Button>
      </Section>
      <Section title={t("bounds")} about={t("boundsHelp")}>
        <div className="grid grid-cols-1 gap-4 phone:grid-cols-2">
          <NumberInput label={t("least")} optional value={form.minimum} wrong={faults.has("/minimum")} onChange={(minimum) => set({ minimum })} />
          <NumberInput label={t("most")} optional value={form.maximum} wrong={faults.has("/maximum")} onChange={(maximum) => set({ maximum })} />
          <NumberInput label={t("commitment")} optional value={form.commitment} wrong={faults.has("/commitment/amount")} onChange={(commitment) => set({ commitment })} />
          <NumberInput label={t("overageFactor")} optional value={form.overageFactor} wrong={faults.has("/commitment/overageFactor")} onChange={(overageFactor) => set({ overageFactor })} />
        </div>
      </Section>
      {(meters.length > 0 || form.limits.length > 0) && (
        <Section title={t("limits")}>
          <ul className="flex flex-col gap-4">
            {form.limits.map((limit, index) => (
              <li key={limit.id}>
                <Card className="flex flex-col gap-4 p-4">
                  <div className="flex items-center justify-between gap-2">
                    <h3 className="text-sm font-medium">{t("limitN", { n: index + 1 })}</h3>
                    <IconButton label={t("removeLimit", { n: index + 1 })} size="iconSm" icon={<X aria-hidden />} onClick={() => set({ limits: form.limits.filter((_, at) => at !== index) })} />
                  </div>
                  <FieldRow>
                    <Field label={t("meter")}>
                      <Select value={limit.meter} onChange={(meter) => setLimit(index, { meter })} options={measured} />
                    </Field>
                    <NumberInput label={t("limit")} value={limit.limit} wrong={faults.has(`/limits/${index}/limit`)} onChange={(value) => setLimit(index, { limit: value })} />
                    <Field label={t("kind")}>
                      <Select value={limit.kind} onChange={(kind) => setLimit(index, { kind })} options={(["soft", "hard"] as const).map((value) => ({ value, label: t(value) }))} />
                    </Field>
                    <Field label={t("thresholds")} error={faults.has(`/limits/${index}/thresholds`) || faults.has(`/limits/${index}/code`) ? t("wrong") : undefined}>
                      <Input value={limit.thresholds} inputMode="numeric" onChange={(event) => setLimit(index, { thresholds: event.target.value })} />
                    </Field>
                  </FieldRow>
                </Card>
              </li>
            ))}
          </ul>
          {meters[0] && (
            <Button size="sm" className={form.limits.length > 0 ? "mt-4" : ""} onClick={() => set({ limits: [...form.limits, newLimit(meters[0]!.code)] })}>
              <Plus aria-hidden className="size-4" />
              {t("addLimit")}
            </Button>
          )}
        </Section>
      )}
    </div>
  );
}
