import { useId, useRef, useState, type FormEvent } from "react";
import { useMutation } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { isProblem } from "@/api/problem";
import type { Invoice } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, DatePicker, ErrorText, Field, FieldRow, Input, InputWith, Select, Sheet, TextArea, toast } from "@/ui";
import { messages } from "./messages";
import { paymentOf, readPayment, type PaymentDraft, type PaymentFault } from "./payment";

const methods = ["bankTransfer", "card", "cash", "cheque", "other"] as const;
const fieldOf: Record<string, PaymentFault> = { "amount-not-positive": "amount", "wrong-currency": "amount", "reference-missing": "reference", "reference-used": "reference", "fee-out-of-range": "fee", "date-out-of-range": "on" };

/** Money that came in for an invoice. */
export function PaymentSheet({ invoice, onClose, onSaved }: { invoice: Invoice; onClose: () => void; onSaved: (invoice: Invoice) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const form = useId();
  const [draft, setDraft] = useState(() => paymentOf(invoice, formats.today, formats.locale));
  const begun = useRef(JSON.stringify(draft));
  const [checked, setChecked] = useState(false);
  const [badDay, setBadDay] = useState<string | null>(null);
  const read = readPayment(draft, invoice.currency, formats.locale);
  const number = invoice.number ?? "";
  const save = useMutation({
    mutationFn: (body: Extract<typeof read, { body: unknown }>["body"]) => ask(api.POST("/api/invoices/{id}/payments", { params: { path: { id: invoice.id } }, body })),
    onSuccess: (after, body) => {
      toast.done(t("paymentRecorded", { amount: formats.money(body.amount), number }));
      onSaved(after);
    },
  });
  const problem = isProblem(save.error) ? save.error : null;
  const fault = problem ? fieldOf[problem.code] : undefined;
  const example = formats.amount({ amount: "1234.50", currency: invoice.currency });
  const wrong = (field: PaymentFault, sentence: string) => (checked && "faults" in read && read.faults.includes(field) ? sentence : fault === field ? problem?.message : problem?.fieldError(field === "on" ? "receivedOn" : field));
  const set = (part: Partial<PaymentDraft>) => setDraft((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if ("body" in read && !badDay) save.mutate(read.body);
  };
  return (
    <Sheet
      open
      onClose={onClose}
      dirty={JSON.stringify(draft) !== begun.current && !save.isSuccess}
      title={t("paymentFor", { number })}
      description={invoice.client.name}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} tone="primary" busy={save.isPending}>
            {t("recordPayment")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("amount")} hint={t("paymentAmountHint", { outstanding: formats.money(invoice.outstanding) })} error={wrong("amount", t("notAnAmount", { example }))}>
          <InputWith after={invoice.currency} inputMode="decimal" value={draft.amount} autoFocus onChange={(event) => set({ amount: event.target.value })} className="tabular text-right" />
        </Field>
        <FieldRow>
          <Field label={t("receivedOn")} error={badDay ?? wrong("on", t("notADay"))}>
            <DatePicker value={draft.on} onChange={(on) => set({ on })} onProblem={setBadDay} label={t("receivedOn")} />
          </Field>
          <Field label={t("method")}>
            <Select value={draft.method} onChange={(method) => set({ method })} options={methods.map((value) => ({ value, label: t(`method_${value}`) }))} />
          </Field>
        </FieldRow>
        <Field label={t("reference")} hint={t("referenceHint")} error={wrong("reference", t("referenceMissing"))}>
          <Input value={draft.reference} onChange={(event) => set({ reference: event.target.value })} />
        </Field>
        <Field label={t("fee")} hint={t("feeHint")} error={wrong("fee", t("notAnAmount", { example }))}>
          <InputWith after={invoice.currency} inputMode="decimal" value={draft.fee} onChange={(event) => set({ fee: event.target.value })} className="tabular text-right" />
        </Field>
        <Field label={t("note")}>
          <TextArea rows={2} value={draft.note} onChange={(event) => set({ note: event.target.value })} />
        </Field>
        {!fault && <ErrorText error={save.error} />}
      </form>
    </Sheet>
  );
}
