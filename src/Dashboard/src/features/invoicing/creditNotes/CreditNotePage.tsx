import { useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { FileDown } from "lucide-react";
import { download } from "@/api/client";
import { useMay } from "@/api/may";
import type { CreditNote } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { isZero } from "@/lib/decimal";
import { Button, MoneyText, Page, Pill, Section, toast } from "@/ui";
import { RawData } from "@/ui/RawData";
import { DocumentFact, DocumentHead, DocumentLines, PaperSheet, Sums } from "../invoices/Document";
import { messages as invoiceMessages } from "../invoices/messages";
import { Fetched } from "@/ui/Fetched";
import { History } from "@/ui/history/History";
import { creditNoteWords } from "./history";
import { messages } from "./messages";
import { creditNoteHistoryQuery, creditNoteQuery } from "./queries";

/** One credit note: it looks like the document, beside it what it did. */
export function CreditNotePage() {
  const t = useText(messages);
  const { id } = useParams({ from: "/credit-notes/$id" });
  const note = useQuery({ ...creditNoteQuery(id), enabled: useMay("invoicing.see") });
  return (
    <Fetched needs="invoicing.see" title={t("creditNote")} query={note}>
      {(found) => <Loaded note={found} />}
    </Fetched>
  );
}

function Loaded({ note }: { note: CreditNote }) {
  const t = useText(messages);
  const words = useText(invoiceMessages);
  const formats = useFormats();
  const history = useQuery(creditNoteHistoryQuery(note.id));
  const told = useMemo(() => creditNoteWords(t, words, formats), [t, words, formats]);
  return (
    <Page
      title={note.number}
      about={
        <Link to="/clients/$id" params={{ id: note.client.id }} className="hover:underline">
          {note.client.name}
        </Link>
      }
      actions={
        <Button icon={<FileDown aria-hidden className="size-4" />} onClick={() => void download(`/api/credit-notes/${note.id}/pdf`, `${note.number}.pdf`).catch(toast.error)}>
          {words("pdf")}
        </Button>
      }
    >
      <div className="flex flex-col gap-6 p-4 sm:p-6">
        <div className="border-b border-line pb-5">
          <p className="flex items-center gap-2 text-table text-muted">
            {words("total")} <Pill tone="open">{t("creditNote")}</Pill>
          </p>
          <MoneyText money={note.total} large />
        </div>
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <PaperSheet kind="creditNote" id={note.id} label={t("creditNote")}>
            <DocumentHead client={note.client} label={t("creditedTo")}>
              <DocumentFact name={words("number")}>{note.number}</DocumentFact>
              <DocumentFact name={words("issueDate")}>{formats.day(note.issueDate)}</DocumentFact>
              <DocumentFact name={t("ofInvoice")}>{note.invoiceNumber}</DocumentFact>
            </DocumentHead>
            <DocumentLines lines={note.lines} />
            <Sums invoice={note} />
            <section className="mt-6">
              <h2 className="text-xs text-muted">{words("reason")}</h2>
              <p className="break-words whitespace-pre-line">{note.reason}</p>
            </section>
          </PaperSheet>
          <aside className="flex min-w-0 flex-col gap-8">
            <Section title={t("whatItDid")}>
              <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-table">
                <dt className="text-muted">{t("ofInvoice")}</dt>
                <dd className="text-right">
                  <Link to="/invoices/$id" params={{ id: note.invoiceId }} className="tabular text-accent-ink underline">
                    {note.invoiceNumber}
                  </Link>
                </dd>
                <dt className="text-muted">{t("offInvoice")}</dt>
                <dd className="text-right">
                  <MoneyText money={note.offInvoice} />
                </dd>
                {!isZero(note.toCredit.amount) && (
                  <>
                    <dt className="text-muted">{t("becameCredit")}</dt>
                    <dd className="text-right">
                      <MoneyText money={note.toCredit} />
                    </dd>
                  </>
                )}
              </dl>
            </Section>
            <History entries={history.data?.items} error={history.error} words={told} />
          </aside>
        </div>
        <RawData of={note} />
      </div>
    </Page>
  );
}
