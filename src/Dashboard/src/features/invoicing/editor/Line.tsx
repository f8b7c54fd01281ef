import { useState } from "react";
import { ArrowUp, CalendarRange, X } from "lucide-react";
import type { Money, TaxCategory, TaxRate } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Field, IconButton, Input, MoneyText, Pill, Select, TextArea } from "@/ui";
import { writeTaxes } from "../parts/taxes";
import type { LineDraft } from "./draft";
import { messages } from "./messages";
import { PeriodFields, type BadDays, type OnBadDay } from "./PeriodFields";

export interface LineProps {
  line: LineDraft;
  /** From 1. */
  n: number;
  /** What the server says it adds; undefined while nobody knows. */
  amount: Money | undefined;
  categories: readonly TaxCategory[];
  faults: ReadonlySet<string>;
  /** What the server would refuse about it. */
  refusal: string | undefined;
  onChange: (part: Partial<LineDraft>) => void;
  onRemove: () => void;
  onUp: (() => void) | undefined;
  badDays: BadDays;
  onBadDay: OnBadDay;
}

const NONE = "none";
const OWN = "own";
const nameOf = (taxes: readonly TaxRate[]) => (taxes.length === 0 ? NONE : JSON.stringify(taxes.map(({ name, rate }) => [name, rate])));
const words = (taxes: readonly TaxRate[]) => taxes.map(({ name, rate }) => `${name} ${rate} %`).join(" + ");

/** One line of the document, as it is typed; on a phone a card. */
export function Line({ line, n, amount, categories, faults, refusal, onChange, onRemove, onUp, badDays, onBadDay }: LineProps) {
  const t = useText(messages);
  const formats = useFormats();
  const [days, setDays] = useState(line.period.from !== null);
  const choices = new Map<string, { label: string; taxes: readonly TaxRate[] }>([[NONE, { label: t("noTax"), taxes: [] }]]);
  for (const { name, taxes } of categories) choices.set(nameOf(taxes), { label: taxes.length === 0 ? name : `${name} · ${words(taxes)}`, taxes });
  if (!choices.has(nameOf(line.taxes))) choices.set(nameOf(line.taxes), { label: words(line.taxes), taxes: line.taxes });
  choices.set(OWN, { label: t("otherTaxes"), taxes: line.taxes });
  const choose = (name: string) => onChange(name === OWN ? { ownTaxes: writeTaxes(line.taxes, formats.locale) } : { taxes: choices.get(name)?.taxes ?? [], ownTaxes: null });
  const wrong = (field: string, sentence: string) => (faults.has(`${line.key}.${field}`) ? sentence : undefined);
  const example = t("notANumber", { example: formats.amount({ amount: "12.50", currency: "EUR" }) });
  return (
    <fieldset className="grid grid-cols-2 gap-x-3 gap-y-2 border-b border-line py-3 lg:grid-cols-[minmax(0,1fr)_5.5rem_7.5rem_10rem_6.5rem_7.5rem]">
      <legend className="sr-only">{t("lineN", { n })}</legend>
      <div className="col-span-2 flex flex-col gap-2 lg:col-span-1">
        <Field label={t("description")} error={refusal}>
          <TextArea rows={1} className="field-sizing-content" value={line.description} onChange={(event) => onChange({ description: event.target.value })} />
        </Field>
        <Field label={t("group")} quiet>
          <Input value={line.group} placeholder={`${t("group")}: ${t("groupHint")}`} onChange={(event) => onChange({ group: event.target.value })} />
        </Field>
      </div>
      <Field label={t("quantity")} error={wrong("quantity", example)}>
        <Input inputMode="decimal" className="tabular text-right" value={line.quantity} onChange={(event) => onChange({ quantity: event.target.value })} />
      </Field>
      <Field label={t("price")} error={wrong("price", example)}>
        <Input inputMode="decimal" className="tabular text-right" value={line.price} onChange={(event) => onChange({ price: event.target.value })} />
      </Field>
      <div className="flex flex-col gap-2">
        <Field label={t("taxes")}>
          <Select value={line.ownTaxes === null ? nameOf(line.taxes) : OWN} onChange={choose} options={[...choices].map(([value, { label }]) => ({ value, label }))} />
        </Field>
        {line.ownTaxes !== null && (
          <Field label={t("otherTaxes")} quiet hint={t("otherTaxesHint")} error={wrong("taxes", t("otherTaxesWrong"))}>
            <Input value={line.ownTaxes} autoFocus={line.ownTaxes === ""} onChange={(event) => onChange({ ownTaxes: event.target.value })} />
          </Field>
        )}
        <Field label={t("kind")} quiet>
          <Select label={t("kind")} value={line.kind} onChange={(kind) => onChange({ kind })} options={(["item", "shipping"] as const).map((value) => ({ value, label: t(value) }))} />
        </Field>
      </div>
      <Field label={t("lineDiscount")} error={wrong("discount", t("notADiscount"))}>
        <Input className="tabular text-right" placeholder="–" title={t("discountHint")} value={line.discount} onChange={(event) => onChange({ discount: event.target.value })} />
      </Field>
      <div className="col-span-2 flex items-center justify-between gap-2 lg:col-span-1 lg:flex-col lg:items-end">
        <span className="flex flex-col items-start gap-1 lg:items-end">
          <span aria-hidden className="text-table font-medium">{t("amount")}</span>
          <output aria-label={t("amount")} className="min-h-8 content-center">
            <MoneyText money={amount} bare />
          </output>
        </span>
        <span className="flex items-center">
          {line.charges.length > 0 && <Pill>{t("fromCharge")}</Pill>}
          <IconButton label={t("moreOf", { n })} size="iconSm" aria-expanded={days} icon={<CalendarRange aria-hidden />} onClick={() => setDays(!days)} />
          {onUp && <IconButton label={t("moveUp", { n })} size="iconSm" icon={<ArrowUp aria-hidden />} onClick={onUp} />}
          <IconButton label={t("removeLine", { n })} size="iconSm" icon={<X aria-hidden />} onClick={onRemove} />
        </span>
      </div>
      {days && (
        <div className="col-span-full max-w-md">
          <PeriodFields of={`${line.key}.`} period={line.period} onChange={(period) => onChange({ period })} wrong={faults.has(`${line.key}.period`)} badDays={badDays} onBadDay={onBadDay} />
        </div>
      )}
    </fieldset>
  );
}
