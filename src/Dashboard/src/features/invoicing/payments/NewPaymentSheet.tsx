import { useId, useRef, useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import { clientQuery } from "@/api/queries";
import type { Payment } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Combobox, DatePicker, ErrorText, Field, FieldRow, Input, InputWith, Select, Sheet, TextArea, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { messages as invoiceMessages } from "../invoices/messages";
import { useRested } from "@/lib/useRested";
import { messages } from "./messages";
import { byHandOf, emptyPayment, methods, readByHand, readClientPayment, trialOf, type ClientPayment, type ClientPaymentFault } from "./payment";
import { recordPayment, trialQuery } from "./queries";
import { refreshMoney } from "./refresh";
import { Spread } from "./Spread";

const fieldOf: Record<string, ClientPaymentFault> = {
  "unknown-client": "client", "amount-not-positive": "amount", "wrong-currency": "amount", "reference-missing": "reference", "reference-used": "reference", "fee-out-of-range": "fee", "date-out-of-range": "on",
};

/** Money that came in from a client: which invoices it pays, and what becomes credit, stand there before it is saved. */
export function NewPaymentSheet({ client: given, onClose, onSaved }: { client: string | null; onClose: () => void; onSaved: (payment: Payment) => void }) {
  const t = useText(messages);
  const words = useText(invoiceMessages);
  const formats = useFormats();
  const currencies = useCurrencies();
  const queries = useQueryClient();
  const form = useId();
  const [draft, setDraft] = useState<ClientPayment>(() => emptyPayment(given, formats.currency, formats.today));
  const begun = useRef(JSON.stringify(draft));
  const [checked, setChecked] = useState(false);
  const [badDay, setBadDay] = useState<string | null>(null);
  const client = useQuery({ ...clientQuery(draft.clientId ?? ""), enabled: draft.clientId !== null }).data;
  // A client is paid in its currency, unless somebody says otherwise.
  const [follows, setFollows] = useState<string | null>(null);
  if (client && client.id === draft.clientId && follows !== client.id) {
    setFollows(client.id);
    setDraft({ ...draft, currency: client.currency, byHand: null });
  }
  const trial = useRested(JSON.stringify(trialOf(draft, formats.locale)), 150);
  const preview = useQuery(trialQuery(JSON.parse(trial) as ReturnType<typeof trialOf>));
  const fresh = !preview.isPlaceholderData && trial === JSON.stringify(trialOf(draft, formats.locale));
  const shown = draft.clientId ? preview.data : undefined;
  const save = useMutation({
    mutationFn: async () => {
      // What is saved is what was shown for exactly this amount.
      const asked = trialOf(draft, formats.locale);
      const read = readClientPayment(draft, asked ? await queries.fetchQuery(trialQuery(asked)) : undefined, formats.locale);
      return "body" in read ? recordPayment(read.body) : null;
    },
    onSuccess: (payment) => {
      if (!payment) return;
      toast.done(t("recorded", { amount: formats.money(payment.amount), name: client?.name ?? "" }));
      void refreshMoney(queries);
      onSaved(payment);
    },
  });
  const read = readClientPayment(draft, shown, formats.locale);
  const problem = isProblem(save.error) ? save.error : null;
  const fault = problem ? fieldOf[problem.code] : undefined;
  const example = formats.amount({ amount: "1234.50", currency: draft.currency });
  const wrong = (field: ClientPaymentFault, sentence: string) =>
    checked && "faults" in read && read.faults.includes(field) ? sentence : fault === field ? problem?.message : problem?.fieldError(field === "on" ? "receivedOn" : field);
  const set = (part: Partial<ClientPayment>) => {
    if (save.error) save.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if ("body" in read && !badDay) save.mutate();
  };
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      dirty={JSON.stringify({ ...draft, currency: "" }) !== JSON.stringify({ ...(JSON.parse(begun.current) as ClientPayment), currency: "" }) && !save.isSuccess}
      title={words("recordPayment")}
      description={t("recordHelp")}
      actions={
        <>
          <Button onClick={onClose}>{words("cancel")}</Button>
          <Button type="submit" form={form} tone="primary" busy={save.isPending}>
            {words("recordPayment")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={words("client")} error={wrong("client", t("clientMissing"))}>
          <ClientPicker label={words("client")} placeholder={t("findClient")} autoFocus={given === null} value={draft.clientId} onChange={(clientId) => set({ clientId, byHand: null })} />
        </Field>
        <FieldRow>
          <Field label={words("amount")} error={wrong("amount", words("notAnAmount", { example }))}>
            <InputWith after={draft.currency} inputMode="decimal" value={draft.amount} autoFocus={given !== null} onChange={(event) => set({ amount: event.target.value })} className="tabular text-right" />
          </Field>
          <Field label={words("currency")}>
            <Combobox label={words("currency")} value={draft.currency} onChange={(currency) => currency && set({ currency, byHand: null })} options={currencies} />
          </Field>
        </FieldRow>
        <FieldRow>
          <Field label={words("receivedOn")} error={badDay ?? wrong("on", words("notADay"))}>
            <DatePicker value={draft.on} onChange={(on) => set({ on })} onProblem={setBadDay} label={words("receivedOn")} />
          </Field>
          <Field label={words("reference")} hint={words("referenceHint")} error={wrong("reference", words("referenceMissing"))}>
            <Input value={draft.reference} onChange={(event) => set({ reference: event.target.value })} />
          </Field>
        </FieldRow>
        {draft.clientId && (
          <Spread
            preview={shown}
            fresh={fresh}
            error={preview.error}
            typed={draft.byHand}
            faulty={draft.byHand ? readByHand(draft.byHand, draft.currency, formats.locale).faulty : []}
            onHand={(byHand) => set({ byHand })}
            onChoose={(hand) => set({ byHand: hand ? byHandOf(shown, formats.locale) : null })}
          />
        )}
        <FieldRow>
          <Field label={words("method")}>
            <Select value={draft.method} onChange={(method) => set({ method })} options={methods.map((value) => ({ value, label: words(`method_${value}`) }))} />
          </Field>
          <Field label={words("fee")} hint={words("feeHint")} error={wrong("fee", words("notAnAmount", { example }))}>
            <InputWith after={draft.currency} inputMode="decimal" value={draft.fee} onChange={(event) => set({ fee: event.target.value })} className="tabular text-right" />
          </Field>
        </FieldRow>
        <Field label={words("note")}>
          <TextArea rows={2} value={draft.note} onChange={(event) => set({ note: event.target.value })} />
        </Field>
        {!fault && <ErrorText error={save.error} />}
      </form>
    </Sheet>
  );
}
