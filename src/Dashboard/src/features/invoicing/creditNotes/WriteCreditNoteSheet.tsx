import { useId, useRef, useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CreditNote, CreditNotePreview, Invoice } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { isZero, showDecimal } from "@/lib/decimal";
import { Button, ErrorText, Field, Input, InputWith, Loading, MoneyText, Section, Select, Sheet, Skeleton, TextArea, toast } from "@/ui";
import { Choice } from "@/ui/Choice";
import { useRested } from "@/lib/useRested";
import { Sums } from "../invoices/Document";
import { messages as invoiceMessages } from "../invoices/messages";
import { refreshMoney } from "../payments/refresh";
import { draftFor, readCreditNote, scopes, taxesOf, type CreditNoteDraft } from "./draft";
import { messages } from "./messages";
import { creditNotePreviewQuery, writeCreditNote } from "./queries";

/** Credits an invoice: all of it, some of its lines, or an amount. What it would come to and leave stands there before it is issued. */
export function WriteCreditNoteSheet({ invoice, onClose, onIssued }: { invoice: Invoice; onClose: () => void; onIssued: (note: CreditNote) => void }) {
  const t = useText(messages);
  const words = useText(invoiceMessages);
  const formats = useFormats();
  const queries = useQueryClient();
  const form = useId();
  const [draft, setDraft] = useState(() => draftFor(invoice, formats.locale));
  const begun = useRef(JSON.stringify(draft));
  const [checked, setChecked] = useState(false);
  const read = readCreditNote(draft, invoice, formats.locale);
  // The reason changes no amount: typing it asks for nothing anew.
  const asked = read.body && JSON.stringify({ ...read.body, reason: "" });
  const rested = useRested(asked, 200);
  const preview = useQuery(creditNotePreviewQuery(invoice.id, rested ? (JSON.parse(rested) as NonNullable<typeof read.body>) : null));
  const issue = useMutation({
    mutationFn: (body: NonNullable<typeof read.body>) => writeCreditNote(invoice.id, body),
    onSuccess: (note) => {
      toast.done(t("issued", { number: note.number }));
      void refreshMoney(queries);
      onIssued(note);
    },
  });
  const set = (part: Partial<CreditNoteDraft>) => {
    if (issue.error) issue.reset();
    setDraft((before) => ({ ...before, ...part }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (read.body && read.faults.size === 0) issue.mutate(read.body);
  };
  const number = invoice.number ?? "";
  const taxes = taxesOf(invoice);
  const credited = invoice.creditNotes.length > 0;
  const refusal = asked === rested && !preview.isPlaceholderData ? preview.data?.refusal : null;
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      dirty={JSON.stringify(draft) !== begun.current && !issue.isSuccess}
      title={t("creditOf", { number })}
      description={invoice.client.name}
      actions={
        <>
          <Button onClick={onClose}>{words("cancel")}</Button>
          <Button type="submit" form={form} tone="primary" busy={issue.isPending}>
            {t("issue")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <Choice
          label={t("scope")}
          className={credited ? "" : "phone:grid-cols-3"}
          value={draft.scope}
          onChange={(scope) => set({ scope })}
          options={scopes.filter((scope) => scope !== "whole" || !credited).map((value) => ({ value, label: t(`scope_${value}`), hint: t(`scopeHint_${value}`) }))}
        />
        {draft.scope === "lines" && (
          <Section title={t("scope_lines")}>
            <ul className="border-t border-line text-table">
              {invoice.lines.map((line, at) => (
                <li key={at} className="grid grid-cols-[minmax(0,1fr)_6rem] items-center gap-x-4 border-b border-line py-2">
                  <span className="min-w-0">
                    <span className="block break-words">{line.description}</span>
                    <span className="tabular block text-xs text-muted">
                      {words("times", { quantity: showDecimal(line.quantity, formats.locale, 0), price: showDecimal(line.unitPrice, formats.locale, 2) })} = {formats.amount(line.amount)}
                    </span>
                  </span>
                  <Input
                    aria-label={t("quantityOf", { line: line.description })}
                    aria-invalid={read.faults.has(`quantity.${at}`) || undefined}
                    inputMode="decimal"
                    value={draft.quantities[at] ?? ""}
                    onChange={(event) => set({ quantities: draft.quantities.map((text, index) => (index === at ? event.target.value : text)) })}
                    className="tabular text-right"
                  />
                </li>
              ))}
            </ul>
            <p className="mt-1 text-xs text-muted">{t("linesHelp")}</p>
            {checked && read.body === null && <p role="alert" className="mt-1 text-xs text-bad">{t("nothingChosen")}</p>}
          </Section>
        )}
        {draft.scope === "amount" && (
          <>
            <Field label={words("description")} error={checked && read.faults.has("description") ? t("descriptionMissing") : undefined}>
              <Input value={draft.description} onChange={(event) => set({ description: event.target.value })} />
            </Field>
            <Field label={t(invoice.taxRules.pricesIncludeTax ? "amountWithTax" : "amountBeforeTax")} error={checked && read.faults.has("amount") ? words("notAnAmount", { example: formats.amount({ amount: "1234.50", currency: invoice.currency }) }) : undefined}>
              <InputWith after={invoice.currency} inputMode="decimal" value={draft.amount} onChange={(event) => set({ amount: event.target.value })} className="tabular text-right" />
            </Field>
            {taxes.length > 1 && (
              <Field label={t("taxes")}>
                <Select
                  value={JSON.stringify(draft.taxes)}
                  onChange={(chosen) => set({ taxes: taxes.find((one) => JSON.stringify(one) === chosen) ?? [] })}
                  options={taxes.map((one) => ({ value: JSON.stringify(one), label: one.length === 0 ? t("noTax") : one.map((tax) => `${tax.name} ${showDecimal(tax.rate, formats.locale, 0)} %`).join(" + ") }))}
                />
              </Field>
            )}
          </>
        )}
        <Field label={words("reason")} hint={t("reasonHint")} error={checked && read.faults.has("reason") ? words("reasonMissing") : undefined}>
          <TextArea rows={2} value={draft.reason} autoFocus onChange={(event) => set({ reason: event.target.value })} />
        </Field>
        {read.body && preview.data ? (
          <Section title={t("outcome")}>
            {refusal ? (
              <p role="alert" className="text-table text-bad">
                {refusalText(refusal.code, { left: preview.data.creditable }) ?? refusal.detail}
              </p>
            ) : (
              <Outcome invoice={invoice} preview={preview.data} />
            )}
          </Section>
        ) : (
          read.body && (
            <Loading>
              <Skeleton className="h-28 w-full" />
            </Loading>
          )
        )}
        <ErrorText error={issue.error ?? preview.error} />
      </form>
    </Sheet>
  );
}

/** What the credit note comes to, and what is due before and after it. */
function Outcome({ invoice, preview }: { invoice: Invoice; preview: CreditNotePreview }) {
  const t = useText(messages);
  return (
    <div aria-live="polite">
      <Sums invoice={preview} />
      <dl className="mt-4 ml-auto grid max-w-sm grid-cols-[1fr_auto] gap-x-4 gap-y-1 rounded-card border border-line bg-canvas p-3 text-table">
        <dt className="text-muted">{t("dueNow", { number: invoice.number ?? "" })}</dt>
        <dd className="text-right">
          <MoneyText money={invoice.outstanding} />
        </dd>
        <dt className="font-semibold">{t("dueAfter")}</dt>
        <dd className="text-right">
          <MoneyText money={preview.outstanding} className="font-semibold" />
        </dd>
        {!isZero(preview.toCredit.amount) && (
          <>
            <dt className="text-muted">{t("becomesCredit")}</dt>
            <dd className="text-right">
              <MoneyText money={preview.toCredit} />
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}
