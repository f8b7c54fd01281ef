import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { Invoice } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { isZero } from "@/lib/decimal";
import { Button, Explain, MoneyText, Section } from "@/ui";
import { messages } from "./messages";

/** What an invoice comes to and what has come in for it. */
export function Facts({ invoice, onUndo, onRelease }: { invoice: Invoice; onUndo?: (payment: string, reference: string) => void; onRelease?: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <>
      <Section title={t("facts")}>
        <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-table">
          <Line name={t("total")}>
            <Explain of={{ kind: "invoice", id: invoice.id, amount: "total" }}>
              <MoneyText money={invoice.total} />
            </Explain>
          </Line>
          <Line name={t("paid")}>
            <Explain of={{ kind: "invoice", id: invoice.id, amount: "paid" }}>
              <MoneyText money={invoice.paid} />
            </Explain>
          </Line>
          {!isZero(invoice.credited.amount) && (
            <Line name={t("credited")}>
              <MoneyText money={invoice.credited} />
            </Line>
          )}
          <Line name={t("outstanding")}>
            <Explain of={{ kind: "invoice", id: invoice.id, amount: "outstanding" }}>
              <MoneyText money={invoice.outstanding} className="font-semibold" />
            </Explain>
          </Line>
          {invoice.dueDate && <Line name={t("dueDate")}>{formats.day(invoice.dueDate)}</Line>}
        </dl>
      </Section>
      {invoice.status !== "draft" && (
        <Section title={t("payments")}>
          {invoice.payments.length === 0 ? (
            <p className="text-table text-muted">{t("noPayments")}</p>
          ) : (
            <ul className="flex flex-col gap-2 text-table">
              {invoice.payments.map((payment, at) => (
                <li key={payment.paymentId ?? at} className="flex flex-wrap items-center gap-x-3">
                  <span className="min-w-0 flex-1">
                    {payment.paymentId ? (
                      <Link to="/payments" search={{ payment: payment.paymentId }} className="block truncate text-accent-ink underline">
                        {payment.reference}
                      </Link>
                    ) : (
                      <span className="block truncate">{t("credit")}</span>
                    )}
                    <span className="tabular block text-xs text-muted">{formats.day(payment.on)}</span>
                  </span>
                  <MoneyText money={payment.amount} />
                  {onUndo && payment.paymentId && payment.reference && (
                    <Button size="sm" tone="ghost" aria-label={t("undoOf", { reference: payment.reference })} onClick={() => onUndo(payment.paymentId!, payment.reference!)}>
                      {t("undo")}
                    </Button>
                  )}
                  {onRelease && payment.kind === "credit" && (
                    <Button size="sm" tone="ghost" aria-label={t("releaseCreditOf")} onClick={onRelease}>
                      {t("releaseCredit")}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      {invoice.creditNotes.length > 0 && (
        <Section title={t("creditNotes")}>
          <ul className="flex flex-col gap-1 text-table">
            {invoice.creditNotes.map((note) => (
              <li key={note.creditNoteId} className="flex justify-between gap-3">
                <span className="truncate">
                  <Link to="/credit-notes/$id" params={{ id: note.creditNoteId }} className="text-accent-ink underline">
                    {note.number}
                  </Link>{" "}
                  <span className="tabular text-xs text-muted">{formats.day(note.on)}</span>
                </span>
                <MoneyText money={note.amount} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-muted">{name}</dt>
    <dd className="tabular text-right">{children}</dd>
  </>
);
