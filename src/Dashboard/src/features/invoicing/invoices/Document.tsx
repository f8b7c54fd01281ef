import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import type { Invoice, Money } from "@/api/types";
import { useCountries } from "@/i18n/countries";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { compareDecimals, isZero, showDecimal } from "@/lib/decimal";
import { Explain, MoneyText, Skeleton, type Amount } from "@/ui";
import { byGroup } from "./groups";
import { HowToPay, Letterhead } from "./Letterhead";
import { messages } from "./messages";
import { letterheadQuery } from "./queries";

/** The invoice as it is printed: who, what, and what it comes to; as it is now, its lines say how they came about. */
export function Document({ invoice, explained }: { invoice: Invoice; explained?: boolean }) {
  const t = useText(messages);
  const formats = useFormats();
  const { client } = invoice;
  const { data: letterhead } = useQuery(letterheadQuery("invoice", invoice.id));
  const asks = invoice.status === "draft" || (invoice.status !== "voided" && compareDecimals(invoice.outstanding.amount, "0") > 0);
  return (
    <PaperSheet kind="invoice" id={invoice.id} label={t("invoice")}>
      <DocumentHead client={client} label={t("billedTo")}>
        <DocumentFact name={t("number")}>{invoice.number ?? t("draft")}</DocumentFact>
        <DocumentFact name={t("issueDate")}>{invoice.issueDate && formats.day(invoice.issueDate)}</DocumentFact>
        <DocumentFact name={t("dueDate")}>{invoice.dueDate ? formats.day(invoice.dueDate) : t("termsDays", { count: invoice.termsDays })}</DocumentFact>
        {invoice.period && <DocumentFact name={t("period")}>{t("days", { from: formats.day(invoice.period.from), through: formats.day(invoice.period.through) })}</DocumentFact>}
        {invoice.purchaseOrder && <DocumentFact name={t("purchaseOrder")}>{invoice.purchaseOrder}</DocumentFact>}
      </DocumentHead>
      {invoice.shipTo && (
        <div className="mt-4">
          <p className="text-xs text-muted">{t("shipTo")}</p>
          <p className="break-words whitespace-pre-line">{invoice.shipTo}</p>
        </div>
      )}
      <DocumentLines lines={invoice.lines} {...(explained && { explained: (line: number) => ({ kind: "invoice-line", id: `${invoice.id}~${line}` }) })} />
      <Sums invoice={invoice} />
      {letterhead && asks && <HowToPay letterhead={letterhead} invoice={invoice} />}
      {[
        [t("notes"), invoice.notes],
        [t("terms"), invoice.terms],
      ].map(
        ([name, text]) =>
          text && (
            <section key={name} className="mt-6">
              <h2 className="text-xs text-muted">{name}</h2>
              <p className="break-words whitespace-pre-line">{text}</p>
            </section>
          ),
      )}
    </PaperSheet>
  );
}

/** What every document is printed on: who sends it at its head, in the look that held when it was issued, and the footer. */
export function PaperSheet({ kind, id, label, children }: { kind: Parameters<typeof letterheadQuery>[0]; id: string; label: string; children: ReactNode }) {
  const { data: letterhead, isPending } = useQuery(letterheadQuery(kind, id));
  return (
    <article aria-label={label} className="min-w-0 rounded-card border border-line bg-surface p-4 sm:p-8">
      {letterhead ? <Letterhead letterhead={letterhead} /> : isPending && <Skeleton className="mb-6 h-24 w-full" />}
      {children}
      {letterhead?.footer && <p className="mt-8 border-t border-line pt-3 text-center text-xs break-words whitespace-pre-line text-muted">{letterhead.footer}</p>}
    </article>
  );
}

/** Who the document is for, and its facts. */
export function DocumentHead({ client, label, children }: { client: Invoice["client"]; label: string; children: ReactNode }) {
  const t = useText(messages);
  const { name: country } = useCountries();
  return (
    <header className="flex justify-between gap-6 max-sm:flex-col">
      <address className="min-w-0 not-italic">
        <p className="text-xs text-muted">{label}</p>
        <p className="font-semibold break-words">{client.name}</p>
        {client.address && <p className="break-words whitespace-pre-line">{client.address}</p>}
        {client.country && <p>{country(client.country)}</p>}
        {client.taxId && (
          <p className="mt-1 text-table text-muted">
            {t("taxId")} {client.taxId}
          </p>
        )}
      </address>
      <dl className="grid shrink-0 grid-cols-[auto_auto] content-start justify-between gap-x-4 gap-y-0.5 text-table">{children}</dl>
    </header>
  );
}

export const DocumentFact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="text-muted">{name}</dt>
    <dd className="tabular text-right">{children ?? "–"}</dd>
  </>
);

/** The lines of a document, under their groups. */
export function DocumentLines({ lines: all, explained }: { lines: Invoice["lines"]; explained?: (line: number) => Amount }) {
  const t = useText(messages);
  const formats = useFormats();
  const groups = byGroup(all);
  return (
    <table className="mt-6 w-full text-table">
      <caption className="sr-only">{t("lines")}</caption>
      <thead className="border-b border-line-strong text-left text-xs text-muted">
        <tr>
          <th scope="col" className="py-1.5 pr-3 font-medium">{t("description")}</th>
          <th scope="col" className="py-1.5 pr-3 pl-6 text-right font-medium whitespace-nowrap max-sm:hidden">{t("quantity")}</th>
          <th scope="col" className="py-1.5 pr-3 pl-6 text-right font-medium whitespace-nowrap max-sm:hidden">{t("unitPrice")}</th>
          <th scope="col" className="py-1.5 pl-6 text-right font-medium whitespace-nowrap">{t("amount")}</th>
        </tr>
      </thead>
      {groups.map(([group, lines]) => (
        <tbody key={group}>
          {(group !== "" || groups.length > 1) && (
            <tr>
              <th scope="rowgroup" colSpan={4} className="pt-3 pb-1 text-left font-semibold">
                {group || t("otherLines")}
              </th>
            </tr>
          )}
          {lines.map((line, at) => (
            <tr key={at} className="border-b border-line align-top">
              <td className="w-full max-w-0 py-2 pr-3 break-words whitespace-pre-line">
                {line.description}
                {line.period && <span className="block text-xs text-muted">{t("days", { from: formats.day(line.period.from), through: formats.day(line.period.through) })}</span>}
                <span className="tabular block text-xs text-muted sm:hidden">{t("times", { quantity: showDecimal(line.quantity, formats.locale, 0), price: showDecimal(line.unitPrice, formats.locale, 2) })}</span>
                {line.discount && <span className="block text-xs text-muted">{t("lineDiscount", { amount: formats.money(line.discountAmount) })}</span>}
              </td>
              <td className="tabular py-2 pr-3 text-right max-sm:hidden">{showDecimal(line.quantity, formats.locale, 0)}</td>
              <td className="tabular py-2 pr-3 text-right max-sm:hidden">{showDecimal(line.unitPrice, formats.locale, 2)}</td>
              <td className="py-2 text-right">
                {explained ? (
                  <Explain of={explained(all.indexOf(line) + 1)}>
                    <MoneyText money={line.amount} bare />
                  </Explain>
                ) : (
                  <MoneyText money={line.amount} bare />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

type Summed = Pick<Invoice, "subtotal" | "discount" | "shipping" | "taxes" | "total" | "taxRules" | "taxTreatment"> & { taxReason?: string | null };

/** What the document comes to, line by line; as the server computed it. */
export function Sums({ invoice }: { invoice: Summed }) {
  const t = useText(messages);
  const formats = useFormats();
  const { taxTreatment: treatment } = invoice;
  return (
    <>
      <dl className="mt-4 ml-auto flex w-full max-w-sm flex-col gap-1 text-table">
        <Sum name={t("subtotal")} money={invoice.subtotal} />
        {!isZero(invoice.discount.amount) && <Sum name={t("discount")} money={{ ...invoice.discount, amount: `-${invoice.discount.amount}` }} />}
        {!isZero(invoice.shipping.amount) && <Sum name={t("shipping")} money={invoice.shipping} />}
        {invoice.taxes.map((tax, at) => (
          <Sum key={at} name={`${t("tax", { name: tax.name, rate: showDecimal(tax.rate, formats.locale, 0), on: formats.amount(tax.on) })}${invoice.taxRules.pricesIncludeTax ? ` (${t("included")})` : ""}`} money={tax.amount} />
        ))}
        <div className="mt-1 flex items-baseline justify-between gap-4 border-t border-line-strong pt-2">
          <dt className="font-semibold">{t("total")}</dt>
          <dd>
            <MoneyText money={invoice.total} className="text-base font-semibold" />
          </dd>
        </div>
      </dl>
      {treatment !== "standard" && <p className="mt-3 text-right text-xs text-muted">{invoice.taxReason ?? t(`treatment_${treatment}`)}</p>}
    </>
  );
}

const Sum = ({ name, money }: { name: string; money: Money }) => (
  <div className="flex items-baseline justify-between gap-4">
    <dt className={cx("min-w-0 break-words text-muted")}>{name}</dt>
    <dd>
      <MoneyText money={money} bare className="text-ink!" />
    </dd>
  </div>
);
