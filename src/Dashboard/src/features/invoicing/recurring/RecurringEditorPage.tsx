import { useMemo } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Navigate, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { keys } from "@/api/queries";
import type { Recurring, RecurringPreview, TaxCategory } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { Needs, toast } from "@/ui";
import { draftOf, emptyDraft, type InvoiceDraft } from "../editor/draft";
import { Editor, type EditorKind } from "../editor/Editor";
import { Waiting } from "../editor/EditorPage";
import { invoicingSettingsQuery } from "../parts/languages";
import { messages } from "./messages";
import { Next } from "./Next";
import { askRecurring, recurringQuery, saveRecurring } from "./queries";
import { Payment, Terms } from "./Terms";
import { readTerms, recurringOf, termsOf, type RecurringTerms } from "./terms";

/** A new recurring invoice; the address may name its client. */
export function NewRecurringPage() {
  const t = useText(messages);
  const { client } = useSearch({ from: "/recurring-invoices/new" });
  const settings = useQuery(invoicingSettingsQuery);
  return (
    <Needs permission="invoicing.bill">
      {settings.data ? <Form was={null} begin={emptyDraft(client ?? null, settings.data)} categories={settings.data.taxCategories} /> : <Waiting error={settings.error} title={t("recurringInvoice")} />}
    </Needs>
  );
}

/** One that is there, to be written anew; invoices that are made stay. */
export function EditRecurringPage() {
  const t = useText(messages);
  const { id } = useParams({ from: "/recurring-invoices/$id/edit" });
  const formats = useFormats();
  const settings = useQuery(invoicingSettingsQuery);
  const recurring = useQuery(recurringQuery(id));
  if (recurring.data?.endedOn) return <Navigate to="/recurring-invoices/$id" params={{ id }} replace />;
  return (
    <Needs permission="invoicing.bill">
      {settings.data && recurring.data ? <Form key={id} was={recurring.data} begin={draftOf(recurring.data, formats.locale)} categories={settings.data.taxCategories} /> : <Waiting error={settings.error ?? recurring.error} title={t("recurringInvoice")} />}
    </Needs>
  );
}

function Form({ was, begin, categories }: { was: Recurring | null; begin: InvoiceDraft; categories: readonly TaxCategory[] }) {
  const t = useText(messages);
  const { today } = useFormats();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const kind = useMemo(
    (): EditorKind<Recurring, RecurringTerms, RecurringPreview> => ({
      title: t(was ? "editOne" : "newOne"), name: t("recurringInvoice"), save: t("save"), key: keys.recurring, charges: false, period: false,
      read: (terms) => readTerms(terms, today),
      ask: (_, body, terms, signal) => askRecurring(recurringOf(body, terms, today), signal),
      run: (onto, body, terms) => saveRecurring(onto, recurringOf(body, terms, today)),
      saved: (after) => {
        queries.setQueryData(recurringQuery(after.id).queryKey, after);
        for (const key of [keys.recurring, keys.invoices]) void queries.invalidateQueries({ queryKey: [key] });
        toast.done(t("saved"));
        void navigate({ to: "/recurring-invoices/$id", params: { id: after.id }, replace: true });
      },
      cancel: () => (was ? void navigate({ to: "/recurring-invoices/$id", params: { id: was.id } }) : void navigate({ to: "/recurring-invoices" })),
      extraOf: (saved) => termsOf(saved, today),
      before: (part) => <Terms {...part} />,
      fields: (part) => <Payment {...part} />,
      after: (preview) =>
        preview && (
          <>
            {was === null && preview.refusal && !preview.sums.refusal && <p className="text-table text-warn">{refusalText(preview.refusal.code, {}) ?? preview.refusal.detail}</p>}
            <Next next={preview.next} />
          </>
        ),
    }),
    [t, today, navigate, queries, was],
  );
  return <Editor was={was} begin={begin} extra={termsOf(was, today)} categories={categories} kind={kind} />;
}
