import { useState, type FormEvent } from "react";
import { useMutation } from "@tanstack/react-query";
import type { RateCard } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { readDecimal } from "@/lib/decimal";
import { Button, DatePicker, ErrorText, Field, FieldRow, InputWith, Sheet, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { messages as words, urgencies } from "../parts/messages";
import { useCurrency } from "../parts/useCurrency";
import { ratesDraft, ratesOf, type RatesDraft } from "./draft";
import { messages } from "./messages";
import { agreeRates } from "./queries";
import { useRefreshTerms } from "./useRefreshTerms";

/** What an hour costs from a day on. `card`: the one to write anew, or the one to begin with. */
export function RatesSheet({ card, fixed, onClose }: { card: RateCard; fixed: boolean; onClose: () => void }) {
  const t = useText(messages);
  const w = useText(words);
  const { locale, today } = useFormats();
  const [draft, setDraft] = useState(() => ratesDraft(card, fixed ? card.from : today, locale));
  const [dirty, setDirty] = useState(false);
  const currency = useCurrency(draft.client);
  const refresh = useRefreshTerms();
  const set = (part: Partial<RatesDraft>) => {
    setDraft({ ...draft, ...part });
    setDirty(true);
  };
  const body = ratesOf(draft, fixed ? card.currency : currency, locale);
  const save = useMutation({
    mutationFn: () => agreeRates(body!),
    onSuccess: () => {
      toast.done(t("agreed"));
      onClose();
    },
    onSettled: refresh,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (body) save.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={t(fixed ? "editRates" : "addRates")} dirty={dirty && !save.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("whose")} hint={t("whoseHint")}>
          <ClientPicker label={t("whose")} placeholder={t("everybody")} value={draft.client} onChange={(client) => set({ client })} disabled={fixed} />
        </Field>
        <Field label={t("from")}>
          <DatePicker value={draft.from} onChange={(from) => set({ from })} label={t("from")} disabled={fixed} />
        </Field>
        <FieldRow>
          {urgencies.map((urgency) => (
            <Field key={urgency} label={w(`urgency_${urgency}`)} {...(draft.prices[urgency].trim() !== "" && readDecimal(draft.prices[urgency], locale) === null ? { error: w("badAmount") } : {})}>
              <InputWith value={draft.prices[urgency]} onChange={(event) => set({ prices: { ...draft.prices, [urgency]: event.target.value } })} inputMode="decimal" after={fixed ? card.currency : currency} />
            </Field>
          ))}
        </FieldRow>
        <ErrorText error={save.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{w("cancel")}</Button>
          <Button type="submit" tone="primary" busy={save.isPending} disabled={!body}>
            {w("save")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
