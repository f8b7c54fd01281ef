import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Card, ErrorText, MoneyText, Section } from "@/ui";
import { messages } from "./messages";
import { latestPaymentsQuery } from "./queries";

/** The payments that came in last; a click opens one. */
export function Latest() {
  const t = useText(messages);
  const formats = useFormats();
  const { data, error, refetch } = useQuery(latestPaymentsQuery);
  if (!error && !data?.items.length) return null;
  return (
    <Section
      title={t("latestPayments")}
      actions={
        <Link to="/payments" className="rounded text-table text-accent-ink hover:underline">
          {t("allPayments")}
        </Link>
      }
    >
      <Card className="overflow-hidden">
        {error && <ErrorText className="m-3" error={error} onRetry={() => void refetch()} />}
        <ul className="text-table">
          {data?.items.map((payment) => (
            <li key={payment.id} className="border-b border-line last:border-b-0">
              <Link to="/payments" search={{ payment: payment.id }} className="flex min-h-9 items-center gap-3 px-4 py-1.5 hover:bg-hover">
                <span className="min-w-0 flex-1 truncate font-medium">{payment.clientName}</span>
                <span className="tabular text-muted">{formats.day(payment.receivedOn)}</span>
                <MoneyText money={payment.amount} />
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
