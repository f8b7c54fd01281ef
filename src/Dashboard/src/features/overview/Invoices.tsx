import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Network } from "lucide-react";
import type { InvoiceStats, Money } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { isZero } from "@/lib/decimal";
import { Card, ErrorText, Explain, MoneyText, Section } from "@/ui";
import { messages } from "./messages";
import { invoiceSumsQuery, receivedQuery } from "./queries";
import { Waiting } from "./Waiting";

/** What is open, overdue and drafted of invoices, and what came in this month: a card for each currency, each amount the way to what it is made of. */
export function Invoices() {
  const t = useText(messages);
  const formats = useFormats();
  const sums = useQuery(invoiceSumsQuery);
  const received = useQuery(receivedQuery(formats.today));
  const items = sums.data?.items ?? [];
  if (sums.error) return <ErrorText error={sums.error} onRetry={() => void sums.refetch()} />;
  if (items.length === 0) return null;
  return (
    <Section
      title={t("invoices")}
      actions={
        <Link to="/statistics" className="rounded text-table text-accent-ink hover:underline">
          {t("statistics")}
        </Link>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="grid gap-4 md:grid-cols-2">
          {items.map((sum) => {
            const month = received.data?.items.find((one) => one.currency === sum.currency)?.months.at(-1);
            return <Sum key={sum.currency} sum={sum} month={month ? { period: month.period, money: month.received.sum } : undefined} alone={items.length === 1} />;
          })}
        </div>
        {received.error && <ErrorText error={received.error} onRetry={() => void received.refetch()} />}
        <Waiting drafts={items.reduce((count, sum) => count + sum.draft.count, 0)} overdue={items.reduce((count, sum) => count + sum.overdue.count, 0)} />
      </div>
    </Section>
  );
}

function Sum({ sum, month, alone }: { sum: InvoiceStats; month: { period: { from: string; through: string }; money: Money } | undefined; alone: boolean }) {
  const t = useText(messages);
  const { currency } = sum;
  const list = (list: "open" | "overdue" | "draft") => ({ list, filter: `currency.is.${currency}` });
  return (
    <Card className={alone ? "md:col-span-2" : ""}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 px-5 py-4 sm:flex sm:flex-wrap sm:gap-x-10">
        <Figure label={t("notLate")} count={sum.unpaid.count}>
          <Link to="/invoices" search={list("open")} className="explained">
            <MoneyText money={sum.unpaid.sum} large />
          </Link>
          <How amount="unpaid" currency={currency} />
        </Figure>
        <Figure label={t("overdue")} count={sum.overdue.count}>
          <Link to="/invoices" search={list("overdue")} className={isZero(sum.overdue.sum.amount) ? "explained text-muted" : "explained text-bad"}>
            <MoneyText money={sum.overdue.sum} large />
          </Link>
          <How amount="overdue" currency={currency} />
        </Figure>
        <Figure label={t("drafts")} count={sum.draft.count}>
          <Link to="/invoices" search={list("draft")} className="explained text-muted">
            <MoneyText money={sum.draft.sum} large />
          </Link>
        </Figure>
        <Figure label={t("receivedThisMonth")}>
          {month ? (
            <Link to="/payments" search={{ list: "counted", filter: `currency.is.${currency};receivedOn.between.${month.period.from}~${month.period.through}` }} className="explained text-good">
              <MoneyText money={month.money} large />
            </Link>
          ) : (
            <MoneyText money={null} large />
          )}
        </Figure>
      </dl>
    </Card>
  );
}

/** Beside an amount that leads to its list: how it came about. */
const How = (asked: { amount: string; currency: string }) => (
  <Explain of={{ kind: "receivables", id: "all", ...asked }} className="ml-2 text-muted">
    <Network aria-hidden className="inline size-4" />
  </Explain>
);

function Figure({ label, count, children }: { label: string; count?: number; children: React.ReactNode }) {
  const formats = useFormats();
  return (
    <div>
      <dt className="text-table text-muted">
        {label}
        {count !== undefined && count > 0 && <span className="tabular ml-1.5 text-xs">({formats.number(count)})</span>}
      </dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  );
}
