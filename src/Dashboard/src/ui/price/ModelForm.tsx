import type { PriceTerms } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Field, Select } from "@/ui";
import { messages } from "./messages";
import { beginnings, fieldsOf, kinds, withField, type Kind } from "./model";
import { NumberInput } from "./NumberInput";
import { TierTable } from "./TierTable";

export interface ModelFormProps {
  model: PriceTerms;
  /** What is wrong with it, by pointer: /model/unitPrice. */
  faults: ReadonlySet<string>;
  onChange: (model: PriceTerms) => void;
  /** Those to choose from, where not every model fits. */
  of?: readonly Kind[];
  /** Numbers that cannot be read are passed on as they are typed. */
  passes?: boolean;
}

/** Which price, and what belongs to it. */
export function ModelForm({ model, faults, onChange, of = kinds, passes = false }: ModelFormProps) {
  const t = useText(messages);
  const kind = model.type as Kind;
  const { needed, optional = [], columns } = fieldsOf[kind];
  return (
    <div className="flex flex-col gap-4">
      <Field label={t("model")} hint={t(`${kind}Rule`)}>
        <Select value={kind} onChange={(next) => onChange(beginnings[next])} options={of.map((value) => ({ value, label: t(value) }))} />
      </Field>
      {kind === "blocks" && (
        <Field label={t("policy")}>
          <Select value={model.policy ?? "all-tiers"} onChange={(policy) => onChange({ ...model, policy })} options={(["all-tiers", "top-tier"] as const).map((value) => ({ value, label: t(value) }))} />
        </Field>
      )}
      {needed.length + optional.length > 0 && (
        <div className="grid grid-cols-1 gap-4 phone:grid-cols-2">
          {[...needed, ...optional].map((field) => (
            <NumberInput key={`${kind} ${field}`} label={t(field === "rate" ? "rateOfEvent" : field)} passes={passes} optional={optional.includes(field)} value={model[field] ?? ""} wrong={faults.has(`/model/${field}`)} onChange={(value) => onChange(withField(model, field, value))} />
          ))}
          {kind === "percentage" && <NumberInput label={t("freeEvents")} passes={passes} optional value={model.freeEvents?.toString() ?? ""} wrong={faults.has("/model/freeEvents")} onChange={(value) => (passes || /^\d{0,6}$/.test(value)) && onChange({ ...model, freeEvents: value === "" ? null : Number(value) })} />}
        </div>
      )}
      {columns && <TierTable key={kind} model={model} faults={faults} passes={passes} onChange={onChange} />}
    </div>
  );
}
