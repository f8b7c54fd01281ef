import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { Download, ExternalLink, ReceiptText } from "lucide-react";
import { download } from "@/api/client";
import type { PortalInvoice } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { buttonClass, CardRows, EmptyState, IconButton, Listed, MoneyText, Pill, toast } from "@/ui";
import { messages } from "./messages";
import { invoicesQuery } from "./queries";

/** The client's invoices that are out, newest first. */
export function Invoices() {
  const t = useText(messages);
  const list = useInfiniteQuery(invoicesQuery);
  return (
    <Listed
      list={list}
      more={t("more")}
      empty={
        <EmptyState icon={<ReceiptText aria-hidden />} title={t("invoicesNone")}>
          {t("invoicesNoneHelp")}
        </EmptyState>
      }
    >
      {(items) => <CardRows label={t("view_invoices")} items={items} rowKey={(one) => one.id} row={(one) => <Row invoice={one} />} />}
    </Listed>
  );
}

const tones = { open: "open", overdue: "bad", paid: "good" } as const;

function Row({ invoice }: { invoice: PortalInvoice }) {
  const t = useText(messages);
  const { day } = useFormats();
  const save = useMutation({ mutationFn: () => download(`/api/portal/invoices/${invoice.id}/pdf`, `${invoice.number}.pdf`), onError: toast.error });
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
      <div className="min-w-0 flex-1 basis-48">
        <span className="font-medium wrap-anywhere">{invoice.number}</span> <Pill tone={tones[invoice.state]}>{t(`invoice_${invoice.state}`)}</Pill>
        <p className="text-table text-muted">{t("issuedDue", { issued: day(invoice.issuedOn), due: day(invoice.dueOn) })}</p>
      </div>
      <MoneyText money={invoice.total} />
      {invoice.printed ? (
        <IconButton label={t("pdf", { number: invoice.number })} busy={save.isPending} icon={<Download aria-hidden />} onClick={() => save.mutate()} />
      ) : (
        invoice.page && (
          <a href={invoice.page} target="_blank" rel="noopener noreferrer" aria-label={t("elsewhere", { number: invoice.number })} className={buttonClass("ghost", "icon")}>
            <ExternalLink aria-hidden className="size-4" />
          </a>
        )
      )}
    </div>
  );
}
