import { useMemo } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Navigate, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { keys } from "@/api/queries";
import type { Quote, TaxCategory } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { DatePicker, Field, Needs, toast } from "@/ui";
import { draftOf, emptyDraft, type InvoiceDraft } from "../editor/draft";
import { Editor, type EditorKind, type Previewed } from "../editor/Editor";
import { Waiting } from "../editor/EditorPage";
import { invoicingSettingsQuery } from "../parts/languages";
import { messages } from "./messages";
import { askQuote, quoteOf, quoteQuery, saveQuote } from "./queries";

interface Validity {
  validUntil: Day | null;
}

/** A new quote; the address may name its client. */
export function NewQuotePage() {
  const t = useText(messages);
  const { client } = useSearch({ from: "/quotes/new" });
  const settings = useQuery(invoicingSettingsQuery);
  return (
    <Needs permission="invoicing.bill">
      {settings.data ? <Form was={null} begin={emptyDraft(client ?? null, settings.data)} categories={settings.data.taxCategories} /> : <Waiting error={settings.error} title={t("quote")} />}
    </Needs>
  );
}

/** A quote's draft, to be written on. What is issued is only shown. */
export function EditQuotePage() {
  const t = useText(messages);
  const { id } = useParams({ from: "/quotes/$id/edit" });
  const formats = useFormats();
  const settings = useQuery(invoicingSettingsQuery);
  const quote = useQuery(quoteQuery(id));
  if (quote.data && quote.data.state !== "draft") return <Navigate to="/quotes/$id" params={{ id }} replace />;
  return (
    <Needs permission="invoicing.bill">
      {settings.data && quote.data ? <Form key={id} was={quote.data} begin={draftOf(quote.data, formats.locale)} categories={settings.data.taxCategories} /> : <Waiting error={settings.error ?? quote.error} title={t("quote")} />}
    </Needs>
  );
}

function Form({ was, begin, categories }: { was: Quote | null; begin: InvoiceDraft; categories: readonly TaxCategory[] }) {
  const t = useText(messages);
  const navigate = useNavigate();
  const queries = useQueryClient();
  const kind = useMemo(
    (): EditorKind<Quote, Validity, Previewed> => ({
      title: t(was ? "editQuote" : "newQuote"), name: t("quote"), save: t("save"), key: keys.quotes, charges: false, period: true,
      read: (extra) => extra,
      ask: async (_, body, { validUntil }, signal) => ({ sums: await askQuote(quoteOf(body, validUntil), signal) }),
      run: (onto, body, { validUntil }) => saveQuote(onto, quoteOf(body, validUntil)),
      saved: (after) => {
        queries.setQueryData(quoteQuery(after.id).queryKey, after);
        void queries.invalidateQueries({ queryKey: [keys.quotes] });
        toast.done(t("saved"));
        void navigate({ to: "/quotes/$id", params: { id: after.id }, replace: true });
      },
      cancel: () => (was ? void navigate({ to: "/quotes/$id", params: { id: was.id } }) : void navigate({ to: "/quotes" })),
      extraOf: ({ validUntil }) => ({ validUntil }),
      fields: ({ extra, setExtra, badDay, onBadDay }) => (
        <Field label={t("validUntil")} hint={t("validUntilHint")} error={badDay ?? undefined}>
          <DatePicker value={extra.validUntil} onChange={(validUntil) => setExtra({ validUntil })} onProblem={onBadDay} label={t("validUntil")} />
        </Field>
      ),
    }),
    [t, navigate, queries, was],
  );
  return <Editor was={was} begin={begin} extra={{ validUntil: was?.validUntil ?? null }} categories={categories} kind={kind} />;
}
