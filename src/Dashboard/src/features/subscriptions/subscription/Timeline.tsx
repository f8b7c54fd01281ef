import { Link } from "@tanstack/react-router";
import type { Subscription, SubscriptionBill, SubscriptionHistory } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { DateText, MoneyText, Pill, Section } from "@/ui";
import { Lines } from "../parts/Lines";
import { messages } from "./messages";
import { timelineOf } from "./timeline";
import { eventText } from "./words";

/** The periods that were billed with their invoices, changes and pauses; newest first. */
export function Timeline({ subscription, items, then }: { subscription: Subscription; items: SubscriptionHistory["items"] | undefined; then: boolean }) {
  const t = useText(messages);
  const moments = timelineOf(subscription, items);
  return (
    <Section title={t("timeline")}>
      {moments.length === 0 ? (
        <p className="text-table text-muted">{t("noTimeline")}</p>
      ) : (
        <ol aria-label={t("timeline")} className="border-t border-line text-table">
          {moments.map((moment) => (
            <li key={moment.key} className="border-b border-line py-2">
              {"bill" in moment ? (
                <Bill bill={moment.bill} then={then} />
              ) : (
                <span className="flex flex-wrap items-baseline gap-x-3">
                  <DateText day={moment.day} className="tabular w-24 shrink-0 text-muted" />
                  <span>{eventText(t, moment.event)}</span>
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Bill({ bill, then }: { bill: SubscriptionBill; then: boolean }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <>
      <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <DateText day={bill.on} className="tabular w-24 shrink-0 text-muted" />
        <span className="font-medium">{t(`reason_${bill.reason}`)}</span>
        {!then && <Invoice invoice={bill.invoice} />}
        <MoneyText money={bill.amount} className="ml-auto" />
      </span>
      <details className="phone:ml-27">
        <summary className="w-fit rounded py-1 text-xs text-muted hover:text-ink">
          {t("lines")} <span className="sr-only">{formats.day(bill.on)}</span>
        </summary>
        <Lines label={`${t(`reason_${bill.reason}`)}, ${formats.day(bill.on)}`} lines={bill.lines} total={bill.amount} />
      </details>
    </>
  );
}

function Invoice({ invoice }: { invoice: SubscriptionBill["invoice"] }) {
  const t = useText(messages);
  if (invoice?.invoiceId)
    return (
      <Link to="/invoices/$id" params={{ id: invoice.invoiceId }} className="tabular underline decoration-line-strong underline-offset-2 hover:text-accent-ink">
        {invoice.invoiceNumber ?? t("invoice_made")}
      </Link>
    );
  if (invoice?.state === "parked") return <Pill tone="bad">{t("invoice_parked")}</Pill>;
  return <span className="text-xs text-muted">{t(invoice?.state === "carried" ? "invoice_carried" : "invoice_wanted")}</span>;
}
