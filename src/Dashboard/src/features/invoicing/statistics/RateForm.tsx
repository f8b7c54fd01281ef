import { useState, type FormEvent } from "react";
import { useMutation } from "@tanstack/react-query";
import { useCurrencies } from "@/i18n/currencies";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { readDecimal } from "@/lib/decimal";
import { Button, Combobox, DatePicker, ErrorText, Field, Input, toast } from "@/ui";
import { messages } from "./messages";
import { enterRate } from "./queries";

/** Enters what one unit of a currency was worth on a day, and where that was read. */
export function RateForm({ from: first, to, on: day, onEntered }: { from: string; to: string; on: string; onEntered: () => void }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const currencies = useCurrencies();
  const [from, setFrom] = useState(first);
  const [on, setOn] = useState(day);
  const [rate, setRate] = useState("");
  const [source, setSource] = useState("");
  const read = readDecimal(rate, locale);
  const enter = useMutation({
    mutationFn: (value: string) => enterRate({ from, to, on, rate: value, source }),
    onSuccess: () => {
      toast.done(t("entered"));
      setRate("");
      onEntered();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (read !== null) enter.mutate(read);
  };
  return (
    <form onSubmit={submit} noValidate aria-label={t("enter")} className="flex flex-col gap-3 rounded-card border border-line p-4">
      <h3 className="text-table font-medium">{t("enter")}</h3>
      <div className="grid grid-cols-1 gap-4 phone:grid-cols-2">
        <Field label={t("oneUnitOf")}>
          <Combobox label={t("oneUnitOf")} value={from || null} onChange={(next) => next && setFrom(next)} options={currencies} />
        </Field>
        <Field label={t("isWorth", { currency: to })} error={rate !== "" && read === null ? t("rateWrong") : undefined}>
          <Input inputMode="decimal" className="tabular" value={rate} onChange={(event) => setRate(event.target.value)} />
        </Field>
        <Field label={t("dayOfRate")}>
          <DatePicker value={on} onChange={(next) => next && setOn(next)} label={t("dayOfRate")} />
        </Field>
        <Field label={t("source")} hint={t("sourceHint")}>
          <Input value={source} onChange={(event) => setSource(event.target.value)} />
        </Field>
      </div>
      <ErrorText error={enter.error} />
      <Button type="submit" className="self-start" busy={enter.isPending} disabled={read === null || from === ""}>
        {t("enterAction")}
      </Button>
    </form>
  );
}
