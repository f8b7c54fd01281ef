import { useId, useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import type { Payment } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { minorUnits, readDecimal, showDecimal } from "@/lib/decimal";
import { Button, DatePicker, ErrorText, Field, FieldRow, InputWith, Select, Sheet, TextArea, toast } from "@/ui";
import { messages as invoiceMessages } from "../invoices/messages";
import { messages } from "./messages";
import { refundPayment } from "./queries";
import { refreshMoney } from "./refresh";

/** Money is given back: it goes the way it came, so a payment is chosen. `suggested`: how much, where it is not all of it. */
export function RefundSheet({ payments, suggested, onClose }: { payments: readonly Pick<Payment, "id" | "reference" | "amount" | "refundable" | "receivedOn">[]; suggested?: Payment["amount"]; onClose: () => void }) {
  const t = useText(messages);
  const words = useText(invoiceMessages);
  const formats = useFormats();
  const queries = useQueryClient();
  const form = useId();
  const typed = (money: Payment["amount"]) => showDecimal(money.amount, formats.locale, minorUnits(money.currency));
  const [id, setId] = useState(payments[0]!.id);
  const payment = payments.find((one) => one.id === id) ?? payments[0]!;
  const { currency } = payment.amount;
  const [draft, setDraft] = useState<{ amount: string; reason: string; on: Day | null }>({ amount: typed(suggested ?? payment.refundable), reason: "", on: formats.today });
  const [checked, setChecked] = useState(false);
  const [badDay, setBadDay] = useState<string | null>(null);
  const amount = readDecimal(draft.amount, formats.locale);
  const refund = useMutation({
    mutationFn: (back: { amount: string; on: Day }) => refundPayment(payment.id, { amount: back.amount, currency }, draft.reason.trim(), back.on),
    onSuccess: (after) => {
      toast.done(t("refundDone", { reference: after.reference }));
      onClose();
    },
    onSettled: () => refreshMoney(queries),
  });
  const problem = isProblem(refund.error) ? refund.error : null;
  const atAmount = problem && ["refund-too-much", "amount-not-positive", "wrong-currency", "credit-used"].includes(problem.code);
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (amount !== null && draft.on !== null && !badDay && draft.reason.trim() !== "") refund.mutate({ amount, on: draft.on });
  };
  return (
    <Sheet
      open
      onClose={onClose}
      dirty={draft.reason.trim() !== "" && !refund.isSuccess}
      title={t("refundTitle")}
      description={t("refundHelp")}
      actions={
        <>
          <Button onClick={onClose}>{words("cancel")}</Button>
          <Button type="submit" form={form} tone="primary" busy={refund.isPending}>
            {t("refundAction")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("refundOf")} hint={payments.length > 1 ? t("refundOfHint") : undefined}>
          <Select value={payment.id} onChange={setId} disabled={payments.length === 1} options={payments.map((one) => ({ value: one.id, label: `${one.reference} · ${formats.day(one.receivedOn)}`, hint: formats.money(one.amount) }))} />
        </Field>
        <FieldRow>
          <Field label={words("amount")} hint={t("atMost", { amount: formats.money(payment.refundable) })} error={checked && amount === null ? words("notAnAmount", { example: formats.amount({ amount: "1234.50", currency }) }) : atAmount ? problem.message : undefined}>
            <InputWith after={currency} inputMode="decimal" autoFocus value={draft.amount} onChange={(event) => set({ amount: event.target.value })} className="tabular text-right" />
          </Field>
          <Field label={t("refundedOn")} error={badDay ?? (checked && draft.on === null ? words("notADay") : undefined)}>
            <DatePicker value={draft.on} onChange={(on) => set({ on })} onProblem={setBadDay} label={t("refundedOn")} />
          </Field>
        </FieldRow>
        <Field label={words("reason")} hint={t("reasonStays")} error={checked && draft.reason.trim() === "" ? words("reasonMissing") : undefined}>
          <TextArea rows={2} value={draft.reason} onChange={(event) => set({ reason: event.target.value })} />
        </Field>
        {!atAmount && <ErrorText error={refund.error} />}
      </form>
    </Sheet>
  );
}
