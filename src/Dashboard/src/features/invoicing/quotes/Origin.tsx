import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Invoice } from "@/api/types";
import { useText } from "@/i18n/messages";
import { ErrorText } from "@/ui";
import { messages as recurringMessages } from "../recurring/messages";
import { messages } from "./messages";
import { quoteQuery } from "./queries";

/** The quote or the recurring invoice that an invoice came of, and the way to it. */
export function Origin({ invoice }: { invoice: Invoice }) {
  const t = useText(messages);
  const r = useText(recurringMessages);
  const quote = useQuery({ ...quoteQuery(invoice.quote ?? ""), enabled: invoice.quote !== null });
  const link = "text-table text-accent-ink underline underline-offset-2";
  if (invoice.quote)
    return (
      <div className="flex flex-col items-start gap-2">
        <Link to="/quotes/$id" params={{ id: invoice.quote }} className={link}>
          {quote.isError ? t("fromAQuote") : t("fromQuote", { number: quote.data?.number ?? "…" })}
        </Link>
        <ErrorText error={quote.error} onRetry={() => void quote.refetch()} />
      </div>
    );
  if (invoice.recurring) return <Link to="/recurring-invoices/$id" params={{ id: invoice.recurring }} className={link}>{r("recurringInvoice")}</Link>;
  return null;
}
