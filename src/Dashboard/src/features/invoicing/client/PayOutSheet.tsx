import { useId, useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import type { Client, Money } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { minorUnits, readDecimal, showDecimal } from "@/lib/decimal";
import { Button, DatePicker, ErrorText, Field, FieldRow, InputWith, Sheet, TextArea, toast } from "@/ui";
import { messages as invoiceMessages } from "../invoices/messages";
import { refreshMoney } from "../payments/refresh";
import { messages } from "./messages";
import { payOutCredit } from "./queries";

/** Credit is given back in money, whatever it came from. */
export function PayOutSheet({ client, credit, onClose }: { client: Client; credit: Money; onClose: () => void }) {
  const t = useText(messages);
  const words = useText(invoiceMessages);
  const formats = useFormats();
  const queries = useQueryClient();
  const form = useId();
  const { currency } = credit;
  const [draft, setDraft] = useState<{ amount: string; reason: string; on: Day | null }>({ amount: showDecimal(credit.amount, formats.locale, minorUnits(currency)), reason: "", on: formats.today });
  const [checked, setChecked] = useState(false);
  const [badDay, setBadDay] = useState<string | null>(null);
  const amount = readDecimal(draft.amount, formats.locale);
  const pay = useMutation({
    mutationFn: (out: { amount: string; on: Day }) => payOutCredit(client.id, { amount: out.amount, currency }, draft.reason.trim(), out.on),
    onSuccess: (after) => {
      toast.done(t("paidOut", { amount: formats.money(after.amount) }));
      onClose();
    },
    onSettled: () => refreshMoney(queries),
  });
  const problem = isProblem(pay.error) ? pay.error : null;
  const atAmount = problem && ["too-little-credit", "amount-not-positive"].includes(problem.code);
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (amount !== null && draft.on !== null && !badDay && draft.reason.trim() !== "") pay.mutate({ amount, on: draft.on });
  };
  return (
    <Sheet
      open
      onClose={onClose}
      dirty={draft.reason.trim() !== "" && !pay.isSuccess}
      title={t("payOutTitle")}
      description={t("payOutHelp")}
      actions={
        <>
          <Button onClick={onClose}>{words("cancel")}</Button>
          <Button type="submit" form={form} tone="primary" busy={pay.isPending}>
            {t("payOutAction")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <FieldRow>
          <Field label={words("amount")} hint={t("payOutAtMost", { amount: formats.money(credit) })} error={checked && amount === null ? words("notAnAmount", { example: formats.amount({ amount: "1234.50", currency }) }) : atAmount ? problem.message : undefined}>
            <InputWith after={currency} inputMode="decimal" autoFocus value={draft.amount} onChange={(event) => set({ amount: event.target.value })} className="tabular text-right" />
          </Field>
          <Field label={t("paidOutOn")} error={badDay ?? (checked && draft.on === null ? words("notADay") : undefined)}>
            <DatePicker value={draft.on} onChange={(on) => set({ on })} onProblem={setBadDay} label={t("paidOutOn")} />
          </Field>
        </FieldRow>
        <Field label={words("reason")} hint={t("payOutReason")} error={checked && draft.reason.trim() === "" ? words("reasonMissing") : undefined}>
          <TextArea rows={2} value={draft.reason} onChange={(event) => set({ reason: event.target.value })} />
        </Field>
        {!atAmount && <ErrorText error={pay.error} />}
      </form>
    </Sheet>
  );
}
