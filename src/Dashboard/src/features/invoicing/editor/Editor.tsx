import { useMemo, useRef, useState, type ReactNode } from "react";
import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { useBlocker } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { isProblem } from "@/api/problem";
import type { InvoiceInput, InvoicePreview, TaxCategory } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { Button, Confirm, ErrorText, Field, Input, Page, Section, TextArea, useShortcut } from "@/ui";
import { Conflict } from "@/ui/conflict/Conflict";
import { Sums } from "../invoices/Document";
import { Charges } from "./Charges";
import { ClientField } from "./ClientField";
import { draftOf, emptyLine, readInvoice, type InvoiceDraft, type LineDraft, type Written } from "./draft";
import { Line } from "./Line";
import { messages } from "./messages";
import { Options } from "./Options";
import { useRested } from "@/lib/useRested";

/** How long typing rests before the server is asked what it comes to, in milliseconds. */
const REST = 250;

/** What a document comes to as it is typed. */
export interface Previewed {
  sums: InvoicePreview;
}

/** What a kind of document brings to the editor. `X`: what is typed of it besides what all documents have. */
export interface EditorKind<W extends Written, X, P extends Previewed> {
  title: string;
  /** Its place among the shortcuts. */
  name: string;
  save: string;
  /** First part of the keys of its queries. */
  key: string;
  /** Open charges can become lines. */
  charges: boolean;
  /** It is for certain days. */
  period: boolean;
  /** Only lines, discount and the kind's own fields are written: the rest stays as it is. */
  linesOnly?: boolean;
  /** What is typed besides; null where it cannot be read. */
  read: (extra: X) => object | null;
  /** Asks the server, which writes nothing. */
  ask: (was: W | null, body: InvoiceInput, extra: X, signal: AbortSignal) => Promise<P>;
  run: (onto: W | null, body: InvoiceInput, extra: X) => Promise<W>;
  saved: (after: W) => void;
  cancel: () => void;
  /** What is typed of a saved one besides. */
  extraOf: (saved: W) => X;
  /** The fields beside the client. */
  fields: (part: FieldsPart<X>) => ReactNode;
  /** Above and below the document. */
  before?: (part: FieldsPart<X>) => ReactNode;
  after?: (preview: P | undefined) => ReactNode;
}

export interface FieldsPart<X> {
  draft: InvoiceDraft;
  set: (part: Partial<InvoiceDraft>) => void;
  extra: X;
  setExtra: (part: Partial<X>) => void;
  faults: ReadonlySet<string>;
  checked: boolean;
  sums: InvoicePreview | undefined;
  onBadDay: (problem: string | null) => void;
  badDay: string | null;
}

/** The document itself, to be written on. What it comes to is the server's word, as one types. */
export function Editor<W extends Written, X extends object, P extends Previewed>({ was: given, begin, extra: beginExtra, categories, kind }: { was: W | null; begin: InvoiceDraft; extra: X; categories: readonly TaxCategory[]; kind: EditorKind<W, X, P> }) {
  const t = useText(messages);
  const formats = useFormats();
  // As it was when writing began: a save is a save onto that.
  const [was, setWas] = useState(given);
  const [draft, setDraft] = useState(begin);
  const [extra, setExtras] = useState(beginExtra);
  // What stands in a field for a day and is none, by the field.
  const [badDays, setBadDays] = useState<Readonly<Record<string, string>>>({});
  const [checked, setChecked] = useState(false);
  const begun = useRef(JSON.stringify([begin, beginExtra]));
  const nextKey = useRef(Math.max(0, ...begin.lines.map((line) => line.key)) + 1);
  const leaving = useRef(false);
  const dirty = JSON.stringify([draft, extra]) !== begun.current;
  // Discounts that are amounts are in the document's currency, which the server tells with the first sums.
  const [told, setTold] = useState(was?.currency ?? formats.currency);
  const currency = draft.currency ?? told;
  const read = useMemo(() => readInvoice(draft, currency, formats.locale), [draft, currency, formats.locale]);
  const besides = useMemo(() => kind.read(extra), [kind, extra]);
  const typed = useMemo(() => ({ read, extra, besides }), [read, extra, besides]);
  const rested = useRested(typed, REST);
  const asked = rested.read;
  const preview = useQuery({
    queryKey: [kind.key, "preview", was?.id ?? null, asked.body, rested.besides],
    queryFn: ({ signal }) => kind.ask(was, asked.body!, rested.extra, signal),
    enabled: asked.body !== null && rested.besides !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const sums = draft.clientId ? preview.data?.sums : undefined;
  if (sums && !preview.isPlaceholderData && sums.currency !== told) setTold(sums.currency);
  // Nothing is asked before there is a client, or after a refusal of the whole.
  const asks = read.body !== null && besides !== null && !preview.isError;
  const fresh = rested === typed && !preview.isPlaceholderData && sums !== undefined;
  const amountOf = (key: number) => (sums && sums.lines.length === asked.sent.length + draft.charges.length ? sums.lines[asked.sent.indexOf(key)]?.amount : undefined);
  const refusal = fresh && asked.body ? sums.refusal : null;
  const refused = refusal ? (refusalText(refusal.code, {}) ?? refusal.detail) : null;
  const refusedLine = refusal?.line === null || refusal?.line === undefined ? null : (asked.sent[refusal.line] ?? null);
  const blocker = useBlocker({ shouldBlockFn: () => dirty && !leaving.current, enableBeforeUnload: () => dirty && !leaving.current, withResolver: true });

  const save = useMutation({
    mutationFn: (onto: W | null) => kind.run(onto, read.body!, extra),
    onSuccess: (saved) => {
      leaving.current = true;
      kind.saved(saved);
    },
  });
  const ready = read.body !== null && read.faults.size === 0 && besides !== null && Object.keys(badDays).length === 0;
  const submit = () => (setChecked(true), ready && save.mutate(was));
  const theirs = isProblem(save.error) ? save.error.current<W>() : undefined;
  const startFrom = (next: W) => {
    const read = draftOf(next, formats.locale);
    const besides = kind.extraOf(next);
    begun.current = JSON.stringify([read, besides]);
    setExtras(besides);
    nextKey.current = read.lines.length + 1;
    setWas(next);
    setDraft(read);
    setBadDays({});
    save.reset();
  };
  const set = (part: Partial<InvoiceDraft>) => setDraft((before) => ({ ...before, ...part }));
  const onBadDay = (field: string, problem: string | null) => setBadDays(({ [field]: _, ...others }) => (problem ? { ...others, [field]: problem } : others));
  const removeLine = (key: number) => {
    setBadDays((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !field.startsWith(`${key}.`))));
    set({ lines: draft.lines.filter((one) => one.key !== key) });
  };
  const setLine = (key: number, part: Partial<LineDraft>) => setDraft((before) => ({ ...before, lines: before.lines.map((line) => (line.key === key ? { ...line, ...part } : line)) }));
  const addLine = () => {
    const before = draft.lines.at(-1);
    set({ lines: [...draft.lines, { ...emptyLine(nextKey.current++, before?.taxes ?? categories[0]?.taxes ?? []), ownTaxes: before?.ownTaxes ?? null }] });
  };
  const up = (at: number) => set({ lines: [...draft.lines.slice(0, at - 1), draft.lines[at]!, draft.lines[at - 1]!, ...draft.lines.slice(at + 1)] });
  const part: FieldsPart<X> = { draft, set, extra, setExtra: (next) => setExtras((before) => ({ ...before, ...next })), faults: read.faults, checked, sums, onBadDay: (problem) => onBadDay("", problem), badDay: badDays[""] ?? null };
  useShortcut({ keys: "mod+enter", label: kind.save, group: kind.name, run: submit });

  return (
    <Page
      title={kind.title}
      actions={
        <>
          <Button onClick={kind.cancel}>{t("cancel")}</Button>
          <Button tone="primary" busy={save.isPending} onClick={submit}>
            {kind.save}
          </Button>
        </>
      }
    >
      <form
        noValidate
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !event.currentTarget.contains(event.target as Node)) return;
          event.preventDefault();
          submit();
        }}
        className="mx-auto flex w-full max-w-5xl flex-col gap-6 p-4 sm:p-6"
      >
        {theirs ? (
          <Conflict differences={[{ field: t("amount"), theirs: formats.money(theirs.total), yours: sums ? formats.money(sums.total) : "" }]} onTheirs={() => startFrom(theirs)} onMine={() => save.mutate(theirs)} />
        ) : (
          <ErrorText error={save.error} />
        )}
        {checked && !ready && (
          <p role="alert" className="text-table text-bad">
            {t("notReady")}
          </p>
        )}
        {kind.before?.(part)}
        <div className="flex flex-col gap-6 rounded-card border border-line bg-surface p-4 sm:p-8">
          <div className="grid gap-6 md:grid-cols-2">
            {!kind.linesOnly && (
              <div className="flex flex-col gap-4">
                <ClientField value={draft.clientId} missing={checked && !draft.clientId} onChange={(clientId) => set({ clientId, charges: [], currency: null })} />
                <Field label={t("shipTo")}>
                  <TextArea rows={1} className="field-sizing-content" value={draft.shipTo} onChange={(event) => set({ shipTo: event.target.value })} />
                </Field>
              </div>
            )}
            <div className="flex flex-col gap-4">
              {kind.fields(part)}
              {!kind.linesOnly && (
                <Field label={t("purchaseOrder")}>
                  <Input value={draft.purchaseOrder} onChange={(event) => set({ purchaseOrder: event.target.value })} />
                </Field>
              )}
            </div>
          </div>
          <Section title={t("lines")}>
            {draft.lines.map((line, at) => (
              <Line
                key={line.key}
                line={line}
                n={at + 1}
                amount={amountOf(line.key)}
                categories={categories}
                faults={checked || line.price !== "" ? read.faults : noFaults}
                refusal={checked && refusedLine === line.key ? (refused ?? undefined) : undefined}
                onChange={(part) => setLine(line.key, part)}
                onRemove={() => removeLine(line.key)}
                onUp={at > 0 ? () => up(at) : undefined}
                badDays={badDays}
                onBadDay={onBadDay}
              />
            ))}
            <Button className="mt-3" icon={<Plus aria-hidden className="size-4" />} onClick={addLine}>
              {t("addLine")}
            </Button>
          </Section>
          {!kind.linesOnly && <Options draft={draft} set={set} period={kind.period} wrongPeriod={read.faults.has("period")} currency={sums?.currency} badDays={badDays} onBadDay={onBadDay} />}
          {kind.charges && draft.clientId && <Charges clientId={draft.clientId} chosen={draft.charges} onChange={(charges) => set({ charges })} />}
          <div className="grid gap-6 md:grid-cols-2">
            <div className="flex flex-col gap-4">
              <Field label={t("discount")} hint={t("discountHint")} error={read.faults.has("discount") ? t("notADiscount") : undefined}>
                <Input className="tabular" value={draft.discount} onChange={(event) => set({ discount: event.target.value })} />
              </Field>
              {!kind.linesOnly && (
                <>
                  <Field label={t("notes")}>
                    <TextArea rows={2} value={draft.notes} onChange={(event) => set({ notes: event.target.value })} />
                  </Field>
                  <Field label={t("terms")}>
                    <TextArea rows={2} value={draft.terms} onChange={(event) => set({ terms: event.target.value })} />
                  </Field>
                </>
              )}
            </div>
            <div aria-live="polite" aria-busy={asks && !fresh}>
              {sums ? <Sums invoice={sums} /> : <p className="text-table text-muted">{t(draft.clientId ? "computing" : "chooseClientHelp")}</p>}
              {preview.error && <ErrorText error={preview.error} className="mt-3" />}
              {refused && dirty && <p className="mt-3 text-right text-table text-warn">{refused}</p>}
            </div>
          </div>
        </div>
        {kind.after?.(draft.clientId ? preview.data : undefined)}
      </form>
      <Confirm open={blocker.status === "blocked"} danger title={t("leaveTitle")} description={t("leaveHelp")} action={t("leave")} onClose={() => blocker.reset?.()} onConfirm={() => blocker.proceed?.()} />
    </Page>
  );
}

const noFaults: ReadonlySet<string> = new Set();
