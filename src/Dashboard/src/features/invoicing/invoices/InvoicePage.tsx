import { Suspense, useMemo, useState, type ReactNode } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Banknote, Ellipsis, ExternalLink, FileDown, FileMinus, Link2, Network, Send } from "lucide-react";
import { download } from "@/api/client";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { Invoice } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { compareDecimals } from "@/lib/decimal";
import { Button, buttonClass, Confirm, ErrorText, ExplainSheet, IconButton, Menu, MoneyText, Page, Pill, toast } from "@/ui";
import { RawData } from "@/ui/RawData";
import { History } from "@/ui/history/History";
import { Fetched } from "@/ui/Fetched";
import { Origin } from "../quotes/Origin";
import { applyCredit, creditQuery, releaseCredit } from "../client/queries";
import { messages as creditNoteMessages } from "../creditNotes/messages";
import { refreshMoney } from "../payments/refresh";
import { Reminders } from "../reminders/Reminders";
import type { MailedDocument } from "../sending/mail";
import { messages as sendingMessages } from "../sending/messages";
import { linksQuery, sendingsQuery } from "../sending/queries";
import { Sendings } from "../sending/Sendings";
import { Document } from "./Document";
import { Facts } from "./Facts";
import { entriesOf, invoiceWords } from "./history";
import { messages } from "./messages";
import { dropDraft, duplicateInvoice, giveUpInvoice, invoiceHistoryQuery, invoiceQuery, issueInvoice, undoPayment, voidInvoice } from "./queries";
import { ReasonDialog } from "./ReasonDialog";
import type { InvoiceSearch } from "./search";
import { StatePill } from "./StatePill";

const PaymentSheet = late(() => import("./PaymentSheet").then((part) => ({ default: part.PaymentSheet })));
const SendSheet = late(() => import("../sending/SendSheet").then((part) => ({ default: part.SendSheet })));
const LinkDialog = late(() => import("../sending/LinkDialog").then((part) => ({ default: part.LinkDialog })));
const WriteCreditNoteSheet = late(() => import("../creditNotes/WriteCreditNoteSheet").then((part) => ({ default: part.WriteCreditNoteSheet })));

/** What is asked before it is done. */
type Question = "issue" | "drop" | "void" | "giveUp" | { undo: { id: string; reference: string } };

/** One invoice: what it says, how it stands, what happened to it, and what can be done. */
export function InvoicePage() {
  const { id } = useParams({ from: "/invoices/$id" });
  const t = useText(messages);
  const invoice = useQuery({ ...invoiceQuery(id), enabled: useMay("invoicing.see") });
  return (
    <Fetched needs="invoicing.see" title={t("invoice")} query={invoice}>
      {(found) => <Loaded key={id} invoice={found} />}
    </Fetched>
  );
}

function Loaded({ invoice }: { invoice: Invoice }) {
  const t = useText(messages);
  const s = useText(sendingMessages);
  const notes = useText(creditNoteMessages);
  const formats = useFormats();
  const search = useSearch({ from: "/invoices/$id" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [question, setQuestion] = useState<Question | null>(null);
  const words = useMemo(() => invoiceWords(t, formats), [t, formats]);
  const history = useQuery(invoiceHistoryQuery(invoice.id));
  const past = useQuery({ ...invoiceHistoryQuery(invoice.id, search.at), enabled: search.at !== undefined });
  const entries = useMemo(() => history.data && entriesOf(history.data.items), [history.data]);
  const shown = search.at === undefined ? invoice : (past.data?.then ?? invoice);
  const number = invoice.number ?? t("draft");
  const mailed: MailedDocument = { kind: "invoice", id: invoice.id, number: invoice.number };
  const set = (part: { [K in keyof InvoiceSearch]?: InvoiceSearch[K] | undefined }, replace = false) =>
    void navigate({ to: "/invoices/$id", params: { id: invoice.id }, replace, search: Object.fromEntries(Object.entries({ ...search, ...part }).filter(([, value]) => value !== undefined)) as InvoiceSearch });
  const [bill, take, correct] = [useMay("invoicing.bill"), useMay("invoicing.payments"), useMay("invoicing.correct")];

  /** After a change: the invoice as it is now, and everything that shows it. */
  const changed = (after?: Invoice) => {
    if (after) queries.setQueryData(invoiceQuery(invoice.id).queryKey, after);
    void refreshMoney(queries);
  };
  const act = async (run: () => Promise<Invoice>, say: (after: Invoice) => string) => {
    setQuestion(null);
    try {
      const after = await run();
      toast.done(say(after));
      changed(after);
    } catch (failed) {
      toast.error(failed);
      changed();
    }
  };
  const drop = async () => {
    setQuestion(null);
    try {
      await dropDraft(invoice);
      toast.done(t("dropped"));
      await navigate({ to: "/invoices", search: { list: "draft" } });
      void queries.invalidateQueries({ queryKey: [keys.invoices, "rows"] });
    } catch (failed) {
      toast.error(failed);
    }
  };
  const duplicate = async () => {
    try {
      const copy = await duplicateInvoice(invoice.id);
      toast.done(t("duplicated"));
      changed();
      await navigate({ to: "/invoices/$id/edit", params: { id: copy.id } });
    } catch (failed) {
      toast.error(failed);
    }
  };
  const draft = invoice.status === "draft";
  const ours = invoice.mirror === null;
  const payable = ours && (invoice.status === "issued" || invoice.status === "uncollectible") && search.at === undefined;
  const sendable = ours && bill && invoice.number !== null && invoice.status !== "voided" && search.at === undefined;
  const creditable = ours && take && invoice.number !== null && invoice.status !== "voided" && search.at === undefined && compareDecimals(invoice.credited.amount, invoice.total.amount) < 0;
  const credit = useQuery({ ...creditQuery(invoice.client.id), enabled: payable && take }).data?.items.find((one) => one.currency === invoice.currency);
  const more = [
    { id: "trace", label: t("trace"), icon: <Network aria-hidden />, onSelect: () => set({ open: "trace" }) },
    ...(ours && bill && invoice.number !== null ? [{ id: "link", label: s("copyLink"), icon: <Link2 aria-hidden />, onSelect: () => set({ open: "link" }) }] : []),
    ...(payable && take && credit ? [{ id: "credit", label: t("applyCredit", { amount: formats.money(credit) }), onSelect: () => void act(() => applyCredit(invoice.id), () => t("creditApplied")) }] : []),
    ...(creditable ? [{ id: "creditNote", label: notes("writeFor"), icon: <FileMinus aria-hidden />, onSelect: () => set({ open: "credit" }) }] : []),
    ...(bill ? [{ id: "duplicate", label: t(invoice.status === "voided" ? "writeAnew" : "duplicate"), onSelect: () => void duplicate() }] : []),
    ...(ours && correct && (invoice.status === "issued" || invoice.status === "paid") ? [null, { id: "void", label: t("void"), danger: true, onSelect: () => setQuestion("void") }] : []),
    ...(ours && correct && invoice.status === "issued" ? [{ id: "giveUp", label: t("giveUp"), danger: true, onSelect: () => setQuestion("giveUp") }] : []),
    ...(bill && draft ? [null, { id: "drop", label: t("drop"), danger: true, onSelect: () => setQuestion("drop") }] : []),
  ];

  return (
    <Page
      title={number}
      about={
        <Link to="/clients/$id" params={{ id: invoice.client.id }} className="hover:underline">
          {invoice.client.name}
        </Link>
      }
      actions={
        <>
          {draft && bill && (
            <Link to="/invoices/$id/edit" params={{ id: invoice.id }} className={buttonClass()}>
              {t("edit")}
            </Link>
          )}
          {draft && bill && (
            <Button tone="primary" onClick={() => setQuestion("issue")}>
              {t("issue")}
            </Button>
          )}
          {invoice.mirror?.page && (
            <a href={invoice.mirror.page} target="_blank" rel="noreferrer" className={buttonClass()}>
              <ExternalLink aria-hidden className="size-4" />
              {t("atStripe")}
            </a>
          )}
          {ours && (invoice.number || draft) && (
            <Button icon={<FileDown aria-hidden className="size-4" />} onClick={() => void download(`/api/invoices/${invoice.id}/pdf`, `${invoice.number ?? number}.pdf`).catch(toast.error)}>
              {t("pdf")}
            </Button>
          )}
          {sendable && (
            <Button icon={<Send aria-hidden className="size-4" />} onClick={() => set({ open: "send" })}>
              {s("send")}
            </Button>
          )}
          {payable && take && (
            <Button tone="primary" icon={<Banknote aria-hidden className="size-4" />} onClick={() => set({ open: "payment" })}>
              {t("recordPayment")}
            </Button>
          )}
          <Menu align="end" items={more} trigger={<IconButton label={t("more")} tone="secondary" icon={<Ellipsis aria-hidden />} />} />
        </>
      }
    >
      <div className="flex flex-col gap-6 p-4 sm:p-6">
        <Band invoice={shown} onTrace={() => set({ open: "trace" })} />
        {!ours && (
          <p className="flex items-center gap-2 text-table">
            <Pill>{t("byStripe")}</Pill>
            <span className="text-muted">{t("byStripeHelp")}</span>
          </p>
        )}
        {search.at !== undefined && <p className="rounded-md bg-warn-soft px-3 py-2 text-table text-warn">{t("asOf")}</p>}
        <ErrorText error={past.error} />
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <Document invoice={shown} explained={search.at === undefined} />
          <aside className="flex min-w-0 flex-col gap-8">
            <Origin invoice={invoice} />
            <Facts invoice={shown} {...(ours && correct && search.at === undefined ? { onUndo: (id, reference) => setQuestion({ undo: { id, reference } }), onRelease: () => void act(() => releaseCredit(invoice.id), () => t("creditReleased")) } : {})} />
            {ours && invoice.number !== null && search.at === undefined && <Sendings invoice={mailed} bill={bill} />}
            {ours && invoice.number !== null && search.at === undefined && <Reminders invoice={invoice} bill={bill} />}
            <History entries={entries} error={history.error} at={search.at} onAt={(at) => set({ at }, true)} words={words} />
          </aside>
        </div>
        <RawData of={shown} />
      </div>
      <Suspense fallback={null}>
        {search.open === "payment" && payable && take && (
          <PaymentSheet
            invoice={invoice}
            onClose={() => set({ open: undefined })}
            onSaved={(after) => {
              set({ open: undefined }, true);
              changed(after);
            }}
          />
        )}
        {search.open === "send" && sendable && (
          <SendSheet
            document={mailed}
            onClose={() => set({ open: undefined })}
            onSent={() => {
              set({ open: undefined }, true);
              void queries.invalidateQueries(sendingsQuery(mailed));
            }}
          />
        )}
        {search.open === "link" && bill && invoice.number !== null && <LinkDialog invoice={invoice} onClose={() => set({ open: undefined })} onMade={() => void queries.invalidateQueries(linksQuery(invoice.id))} />}
        {search.open === "credit" && creditable && <WriteCreditNoteSheet invoice={invoice} onClose={() => set({ open: undefined })} onIssued={(note) => void navigate({ to: "/credit-notes/$id", params: { id: note.id } })} />}
        {search.open === "trace" && <ExplainSheet of={{ kind: "invoice", id: invoice.id, amount: isAsked(invoice) ? "outstanding" : "total" }} onClose={() => set({ open: undefined })} />}
      </Suspense>
      <Confirm open={question === "issue"} onClose={() => setQuestion(null)} title={t("issueTitle")} description={t("issueHelp")} action={t("issue")} onConfirm={() => void act(() => issueInvoice(invoice), (after) => t("issued", { number: after.number ?? "" }))} />
      <Confirm open={question === "drop"} danger onClose={() => setQuestion(null)} title={t("dropTitle")} description={t("dropHelp")} action={t("drop")} onConfirm={() => void drop()} />
      <Reasons question={question} number={number} onClose={() => setQuestion(null)} invoice={invoice} onChanged={changed} />
    </Page>
  );
}

/** What is asked with a reason: void, give up, undo a payment. */
function Reasons({ question, invoice, number, onClose, onChanged }: { question: Question | null; invoice: Invoice; number: string; onClose: () => void; onChanged: () => void }): ReactNode {
  const t = useText(messages);
  const done = (sentence: string) => () => {
    toast.done(sentence);
    onClose();
    onChanged();
  };
  if (question === "void") return <ReasonDialog title={t("voidTitle", { number })} help={t("voidHelp")} action={t("voidAction")} run={(reason) => voidInvoice(invoice, reason)} onDone={done(t("voided", { number }))} onClose={onClose} />;
  if (question === "giveUp") return <ReasonDialog title={t("giveUpTitle", { number })} help={t("giveUpHelp")} action={t("giveUpAction")} run={(reason) => giveUpInvoice(invoice, reason)} onDone={done(t("givenUp", { number }))} onClose={onClose} />;
  if (question === null || typeof question === "string") return null;
  const { id, reference } = question.undo;
  return <ReasonDialog title={t("undoTitle", { reference })} help={t("undoHelp")} action={t("undoAction")} run={(reason) => undoPayment(id, reason)} onDone={done(t("undone", { reference }))} onClose={onClose} />;
}

/** Whether it asks for money, so that what is outstanding counts. */
const isAsked = (invoice: Invoice) => invoice.status === "issued" || invoice.status === "uncollectible";

/** The state and the amount large; the amount opens how it came about. */
function Band({ invoice, onTrace }: { invoice: Invoice; onTrace: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const asked = isAsked(invoice);
  return (
    <div className="flex flex-wrap items-end gap-x-8 gap-y-3 border-b border-line pb-5">
      <div>
        <p className="flex items-center gap-2 text-table text-muted">
          {t(asked ? "outstanding" : "total")} <StatePill invoice={invoice} />
        </p>
        <button type="button" onClick={onTrace} className="rounded decoration-dotted underline-offset-4 hover:underline">
          <MoneyText money={asked ? invoice.outstanding : invoice.total} large />
          <span className="sr-only"> {t("trace")}</span>
        </button>
      </div>
      {invoice.ended && <p className="min-w-0 flex-1 basis-56 text-table break-words">{t("endedOn", { state: t(`state_${invoice.state}`), day: formats.day(invoice.ended.on), reason: invoice.ended.reason })}</p>}
    </div>
  );
}
