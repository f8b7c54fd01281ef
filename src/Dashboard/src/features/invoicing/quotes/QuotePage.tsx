import { Suspense, useMemo, useState } from "react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Check, Ellipsis, FileDown, Send } from "lucide-react";
import { download } from "@/api/client";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { Quote } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, buttonClass, Confirm, ErrorText, IconButton, Menu, MoneyText, Page, toast } from "@/ui";
import { RawData } from "@/ui/RawData";
import { History } from "@/ui/history/History";
import { entriesOf } from "../invoices/history";
import { ReasonDialog } from "../invoices/ReasonDialog";
import { Fetched } from "@/ui/Fetched";
import type { MailedDocument } from "../sending/mail";
import { messages as sendingMessages } from "../sending/messages";
import { sendingsQuery } from "../sending/queries";
import { Mails } from "../sending/Sendings";
import { quoteWords } from "./history";
import { messages } from "./messages";
import { ProlongDialog } from "./ProlongDialog";
import { acceptQuote, declineQuote, dropQuote, duplicateQuote, issueQuote, quoteHistoryQuery, quoteQuery, withdrawQuote } from "./queries";
import { QuoteDocument } from "./QuoteDocument";
import { QuotePill } from "./QuotePill";
import type { QuoteSearch } from "./search";

const SendSheet = late(() => import("../sending/SendSheet").then((part) => ({ default: part.SendSheet })));

/** What is asked before it is done. */
type Question = "issue" | "drop" | "accept" | "decline" | "withdraw" | "prolong";

/** One quote: what it offers, how it stands, what happened to it, and what can be done. */
export function QuotePage() {
  const { id } = useParams({ from: "/quotes/$id" });
  const t = useText(messages);
  const quote = useQuery({ ...quoteQuery(id), enabled: useMay("invoicing.see") });
  return (
    <Fetched needs="invoicing.see" title={t("quote")} query={quote}>
      {(found) => <Loaded key={id} quote={found} />}
    </Fetched>
  );
}

function Loaded({ quote }: { quote: Quote }) {
  const t = useText(messages);
  const s = useText(sendingMessages);
  const formats = useFormats();
  const { at, open } = useSearch({ from: "/quotes/$id" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const bill = useMay("invoicing.bill");
  const [question, setQuestion] = useState<Question | null>(null);
  const words = useMemo(() => quoteWords(t, formats), [t, formats]);
  const history = useQuery(quoteHistoryQuery(quote.id));
  const past = useQuery({ ...quoteHistoryQuery(quote.id, at), enabled: at !== undefined });
  const entries = useMemo(() => history.data && entriesOf(history.data.items), [history.data]);
  const shown = at === undefined ? quote : (past.data?.then ?? quote);
  const number = quote.number ?? t("draft");
  const mailed: MailedDocument = { kind: "quote", id: quote.id, number: quote.number };
  const sendable = bill && quote.state === "open" && at === undefined;
  const close = () => setQuestion(null);
  const show = (part: QuoteSearch, replace = false) => void navigate({ to: "/quotes/$id", params: { id: quote.id }, replace, search: part });

  /** After a change: the quote as it is now, and everything that shows it. */
  const changed = (after?: Quote) => {
    if (after) queries.setQueryData(quoteQuery(quote.id).queryKey, after);
    for (const key of [keys.quotes, keys.invoices]) void queries.invalidateQueries({ queryKey: [key] });
  };
  const act = async <T,>(run: () => Promise<T>, done: (after: T) => void) => {
    close();
    try {
      done(await run());
    } catch (failed) {
      toast.error(failed);
      changed();
    }
  };
  const say = (sentence: (after: Quote) => string) => (after: Quote) => {
    toast.done(sentence(after));
    changed(after);
  };
  const drop = () =>
    act(() => dropQuote(quote), () => {
      toast.done(t("dropped"));
      void navigate({ to: "/quotes", search: { list: "draft" } });
      void queries.invalidateQueries({ queryKey: [keys.quotes, "rows"] });
    });
  const duplicate = () =>
    act(() => duplicateQuote(quote.id), (copy) => {
      toast.done(t("duplicated"));
      changed();
      void navigate({ to: "/quotes/$id/edit", params: { id: copy.id } });
    });
  const out = quote.state === "open" || quote.state === "expired";
  const more = [
    { id: "duplicate", label: t("duplicate"), onSelect: () => void duplicate() },
    ...(out ? [{ id: "prolong", label: t("prolong"), onSelect: () => setQuestion("prolong") }, null, { id: "decline", label: t("decline"), onSelect: () => setQuestion("decline") }, { id: "withdraw", label: t("withdraw"), danger: true, onSelect: () => setQuestion("withdraw") }] : []),
    ...(quote.state === "draft" ? [null, { id: "drop", label: t("drop"), danger: true, onSelect: () => setQuestion("drop") }] : []),
  ];
  const ended = (sentence: string) => () => {
    toast.done(sentence);
    close();
    changed();
  };

  return (
    <Page
      title={number}
      about={<span className="truncate">{quote.client.name}</span>}
      actions={
        <>
          {quote.state === "draft" && bill && (
            <>
              <Link to="/quotes/$id/edit" params={{ id: quote.id }} className={buttonClass()}>
                {t("edit")}
              </Link>
              <Button tone="primary" onClick={() => setQuestion("issue")}>
                {t("issue")}
              </Button>
            </>
          )}
          {quote.number && (
            <Button icon={<FileDown aria-hidden className="size-4" />} onClick={() => void download(`/api/quotes/${quote.id}/pdf`, `${quote.number}.pdf`).catch(toast.error)}>
              {t("pdf")}
            </Button>
          )}
          {sendable && (
            <Button icon={<Send aria-hidden className="size-4" />} onClick={() => show({ open: "send" })}>
              {s("send")}
            </Button>
          )}
          {quote.state === "expired" && bill && (
            <Button tone="primary" onClick={() => setQuestion("prolong")}>
              {t("prolong")}
            </Button>
          )}
          {quote.state === "open" && bill && (
            <Button tone="primary" icon={<Check aria-hidden className="size-4" />} onClick={() => setQuestion("accept")}>
              {t("accept")}
            </Button>
          )}
          {quote.invoiceId && (
            <Link to="/invoices/$id" params={{ id: quote.invoiceId }} className={buttonClass("primary")}>
              {t("toInvoice")}
            </Link>
          )}
          {bill && <Menu align="end" items={more} trigger={<IconButton label={t("more")} tone="secondary" icon={<Ellipsis aria-hidden />} />} />}
        </>
      }
    >
      <div className="flex flex-col gap-6 p-4 sm:p-6">
        <div className="flex flex-wrap items-end gap-x-8 gap-y-3 border-b border-line pb-5">
          <div>
            <p className="flex items-center gap-2 text-table text-muted">
              {t("total")} <QuotePill state={shown.state} />
            </p>
            <MoneyText money={shown.total} large />
          </div>
          {shown.ended && <p className="min-w-0 flex-1 basis-56 text-table break-words">{t("endedOn", { state: t(`state_${shown.state}`), day: formats.day(shown.ended.on), reason: shown.ended.reason })}</p>}
          {shown.acceptedOn && <p className="text-table">{t("acceptedOn", { day: formats.day(shown.acceptedOn) })}</p>}
        </div>
        {at !== undefined && <p className="rounded-md bg-warn-soft px-3 py-2 text-table text-warn">{t("asOf")}</p>}
        <ErrorText error={past.error} />
        <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
          <QuoteDocument quote={shown} />
          <aside className="flex min-w-0 flex-col gap-8">
            {quote.number !== null && at === undefined && <Mails document={mailed} bill={bill} />}
            <History entries={entries} error={history.error} at={at} onAt={(next) => show(next === undefined ? {} : { at: next }, true)} words={words} />
          </aside>
        </div>
        <RawData of={shown} />
      </div>
      <Suspense fallback={null}>
        {open === "send" && sendable && (
          <SendSheet
            document={mailed}
            onClose={() => show({})}
            onSent={() => {
              show({}, true);
              void queries.invalidateQueries(sendingsQuery(mailed));
            }}
          />
        )}
      </Suspense>
      <Confirm open={question === "issue"} onClose={close} title={t("issueTitle")} description={t("issueHelp")} action={t("issue")} onConfirm={() => void act(() => issueQuote(quote), say((after) => t("issued", { number: after.number ?? "" })))} />
      <Confirm open={question === "accept"} onClose={close} title={t("acceptTitle", { number })} description={t("acceptHelp")} action={t("accept")} onConfirm={() => void act(() => acceptQuote(quote), say(() => t("accepted", { number })))} />
      <Confirm open={question === "drop"} danger onClose={close} title={t("dropTitle")} description={t("dropHelp")} action={t("drop")} onConfirm={() => void drop()} />
      {question === "decline" && <ReasonDialog title={t("declineTitle", { number })} help={t("declineHelp")} hint={t("reasonHint")} action={t("declineAction")} run={(reason) => declineQuote(quote, reason)} onDone={ended(t("declined", { number }))} onClose={close} />}
      {question === "withdraw" && <ReasonDialog title={t("withdrawTitle", { number })} help={t("withdrawHelp")} hint={t("reasonHint")} action={t("withdrawAction")} run={(reason) => withdrawQuote(quote, reason)} onDone={ended(t("withdrawn", { number }))} onClose={close} />}
      {question === "prolong" && <ProlongDialog quote={quote} onClose={close} onDone={(after) => (close(), say(() => t("prolonged", { day: formats.day(after.validUntil ?? "") }))(after))} />}
    </Page>
  );
}
