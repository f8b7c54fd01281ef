import { type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { AiProvider } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { useDraft } from "@/lib/useDraft";
import { Button, Combobox, DatePicker, ErrorText, Field, FieldRow, Input, InputWith, Select, Sheet, toast } from "@/ui";
import { useToday } from "../parts/useToday";
import { messages } from "./messages";
import { isBad, newPrice, priced, priceOf } from "./price";
import { writePrice } from "./queries";

/** A price of one's own: it goes before every catalogue. */
export function PriceSheet({ providers, onClose }: { providers: readonly AiProvider[]; onClose: () => void }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const today = useToday();
  const queries = useQueryClient();
  const currencies = useCurrencies();
  const { draft, dirty, set } = useDraft(() => newPrice(today));
  const body = priceOf(draft, locale);
  const save = useMutation({
    mutationFn: () => writePrice(body!),
    onSuccess: () => {
      toast.done(t("saved"));
      void queries.invalidateQueries({ queryKey: [keys.aiPrices] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (body) save.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={t("addTitle")} dirty={dirty && !save.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("provider")}>
          <Select value={draft.provider || null} onChange={(provider) => set({ provider })} placeholder={t("chooseProvider")} options={providers.map((one) => ({ value: one.code, label: one.name }))} />
        </Field>
        <Field label={t("model")} hint={t("modelHint")}>
          <Input value={draft.model} onChange={(event) => set({ model: event.target.value })} autoCapitalize="none" spellCheck={false} />
        </Field>
        <p className="text-table text-muted">{t("per")}</p>
        <FieldRow>
          {priced.map((kind) => (
            <Field key={kind} label={t(kind)} {...(isBad(draft.prices[kind], locale) ? { error: t("badPrice") } : {})}>
              <InputWith value={draft.prices[kind]} onChange={(event) => set({ prices: { ...draft.prices, [kind]: event.target.value } })} inputMode="decimal" after={draft.currency} />
            </Field>
          ))}
        </FieldRow>
        <FieldRow>
          <Field label={t("currency")}>
            <Combobox label={t("currency")} value={draft.currency} onChange={(currency) => currency && set({ currency })} options={currencies} />
          </Field>
          <Field label={t("from")}>
            <DatePicker value={draft.from} onChange={(from) => set({ from })} label={t("from")} />
          </Field>
        </FieldRow>
        <Field label={t("source")} hint={t("sourceHint")}>
          <Input value={draft.source} onChange={(event) => set({ source: event.target.value })} />
        </Field>
        <ErrorText error={save.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={save.isPending} disabled={!body}>
            {t("save")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
