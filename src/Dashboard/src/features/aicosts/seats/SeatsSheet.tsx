import { useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { AiSeats } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { useDraft } from "@/lib/useDraft";
import { Button, Combobox, DatePicker, ErrorText, Field, FieldRow, Input, InputWith, Sheet, toast } from "@/ui";
import { AccountField } from "../accounts/AccountField";
import { useToday } from "../parts/useToday";
import { draftOf, fieldOf, inputOf, newDraft, numberOf, priceOf, termsOf, type DraftField } from "./draft";
import { messages } from "./messages";
import { agreeSeats, bookSeats } from "./queries";

/** New seats, or another number or price of them from a day on. At which account and in which currency is said once. */
export function SeatsSheet({ seats, account = "", onClose }: { seats?: AiSeats; account?: string; onClose: () => void }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const today = useToday();
  const queries = useQueryClient();
  const currencies = useCurrencies();
  // What was there when the sheet was opened: somebody else's change since then is a conflict.
  const [seen] = useState(seats);
  const { draft, dirty, set } = useDraft(() => (seen ? draftOf(seen, today, locale) : newDraft(today, account)));
  const [badDay, setBadDay] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: () => (seen ? agreeSeats(seen, termsOf(draft, locale)!) : bookSeats(inputOf(draft, locale)!)),
    onSuccess: () => {
      toast.done(t(seen ? "saved" : "booked"));
      for (const key of [keys.aiSeats, keys.aiUsage, keys.aiBudgets, keys.aiAccounts]) void queries.invalidateQueries({ queryKey: [key] });
      onClose();
    },
  });
  const at = fieldOf(save.error);
  const error = (field: DraftField, bad?: string | false | null) => (bad ? { error: bad } : at === field && isProblem(save.error) ? { error: save.error.message } : {});
  const least = seen ? 0 : 1;
  const ready = badDay === null && (seen ? termsOf(draft, locale) : inputOf(draft, locale)) !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) save.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={t(seen ? "changeTitle" : "add")} {...(seen ? { description: seen.name } : {})} dirty={dirty && !save.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        {!seen && (
          <>
            <AccountField value={draft.account} onChange={(account) => set({ account })} {...error("account")} />
            <Field label={t("name")} hint={t("nameHint")} {...error("name")}>
              <Input value={draft.name} onChange={(event) => set({ name: event.target.value })} maxLength={100} />
            </Field>
          </>
        )}
        <Field label={t("number")} {...(seen ? { hint: t("numberHint") } : {})} {...error("seats", draft.seats.trim() !== "" && numberOf(draft.seats, least) === null && t("badNumber", { least }))}>
          <Input value={draft.seats} onChange={(event) => set({ seats: event.target.value })} inputMode="numeric" className="tabular" />
        </Field>
        <FieldRow>
          <Field label={t("price")} {...error("price", draft.price.trim() !== "" && priceOf(draft.price, locale) === null && t("badPrice"))}>
            <InputWith value={draft.price} onChange={(event) => set({ price: event.target.value })} inputMode="decimal" after={draft.currency} />
          </Field>
          {!seen && (
            <Field label={t("currency")}>
              <Combobox label={t("currency")} value={draft.currency} onChange={(currency) => currency && set({ currency })} options={currencies} />
            </Field>
          )}
        </FieldRow>
        <Field label={t(seen ? "agreedFrom" : "from")} hint={t(seen ? "agreedFromHint" : "fromHint")} {...error("from", badDay)}>
          <DatePicker value={draft.from} onChange={(from) => set({ from })} onProblem={setBadDay} label={t(seen ? "agreedFrom" : "from")} />
        </Field>
        {!at && <ErrorText error={save.error} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={save.isPending} disabled={!ready}>
            {t(seen ? "save" : "book")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
