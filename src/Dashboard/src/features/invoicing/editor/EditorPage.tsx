import { useQuery } from "@tanstack/react-query";
import { Navigate, useParams, useSearch } from "@tanstack/react-router";
import type { Invoice, TaxCategory } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { ErrorText, Loading, Needs, Page, Skeleton } from "@/ui";
import { invoiceQuery } from "../invoices/queries";
import { invoicingSettingsQuery } from "../parts/languages";
import { draftOf, emptyDraft, type InvoiceDraft } from "./draft";
import { Editor } from "./Editor";
import { useInvoiceKind } from "./invoiceKind";
import { messages } from "./messages";

/** A new invoice; the address may name its client. */
export function NewInvoicePage() {
  const { client } = useSearch({ from: "/invoices/new" });
  const settings = useQuery(invoicingSettingsQuery);
  const kind = useInvoiceKind(null);
  return (
    <Needs permission="invoicing.bill">
      {settings.data ? <Editor was={null} kind={kind} extra={noExtra} begin={emptyDraft(client ?? null, settings.data)} categories={settings.data.taxCategories} /> : <Waiting error={settings.error} />}
    </Needs>
  );
}

/** A draft, to be written on. What is issued is only shown. */
export function EditInvoicePage() {
  const { id } = useParams({ from: "/invoices/$id/edit" });
  const formats = useFormats();
  const settings = useQuery(invoicingSettingsQuery);
  const invoice = useQuery(invoiceQuery(id));
  if (invoice.data && invoice.data.status !== "draft") return <Navigate to="/invoices/$id" params={{ id }} replace />;
  return (
    <Needs permission="invoicing.bill">
      {settings.data && invoice.data ? <Saved key={id} invoice={invoice.data} begin={draftOf(invoice.data, formats.locale)} categories={settings.data.taxCategories} /> : <Waiting error={settings.error ?? invoice.error} />}
    </Needs>
  );
}

const noExtra = {};

function Saved({ invoice, begin, categories }: { invoice: Invoice; begin: InvoiceDraft; categories: readonly TaxCategory[] }) {
  return <Editor was={invoice} kind={useInvoiceKind(invoice)} extra={noExtra} begin={begin} categories={categories} />;
}

/** What stands there until there is something to write on. */
export function Waiting({ error, title }: { error: unknown; title?: string }) {
  const t = useText(messages);
  return (
    <Page title={title ?? t("invoice")}>
      {error ? (
        <ErrorText error={error} className="m-6" />
      ) : (
        <Loading className="mx-auto flex w-full max-w-5xl flex-col gap-4 p-4 sm:p-6">
          <Skeleton className="h-24 w-full" />
          <Skeleton className="h-64 w-full" />
        </Loading>
      )}
    </Page>
  );
}
