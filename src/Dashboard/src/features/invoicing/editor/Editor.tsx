import { useMemo, useRef, useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useBlocker, useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { Invoice, TaxCategory } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { Button, Confirm, DatePicker, ErrorText, Field, FieldRow, Input, InputWith, Page, Section, TextArea, toast, useShortcut } from "@/ui";
import { Conflict } from "@/ui/conflict/Conflict";
import { Sums } from "../invoices/Document";
import { invoiceQuery } from "../invoices/queries";
import { ClientPicker } from "../parts/ClientPicker";
import { Charges } from "./Charges";
import { draftOf, emptyLine, readInvoice, type InvoiceDraft, type LineDraft } from "./draft";
import { Line } from "./Line";
import { messages } from "./messages";
import { previewQuery, saveDraft } from "./queries";
import { useRested } from "./useRested";

/** How long typing rests before the server is asked what it comes to, in milliseconds. */
const REST = 250;

/** The document itself, to be written on. What it comes to is the server's word, as one types. */
export function Editor({ was: given, begin, categories }: { was: Invoice | null; begin: InvoiceDraft; categories: readonly TaxCategory[] }) {
  const t = useText(messages);
  const formats = useFormats();
  const navigate = useNavigate();
  const queries = useQueryClient();
  // As it was when writing began: a save is a save onto that.
  const [was, setWas] = useState(given);
  const [draft, setDraft] = useState(begin);
  const [badDay, setBadDay] = useState<string | null>(null);
  const [checked, setChecked] = useState(false);
  const begun = useRef(JSON.stringify(begin));
  const nextKey = useRef(Math.max(0, ...begin.lines.map((line) => line.key)) + 1);
  const leaving = useRef(false);
  const dirty = JSON.stringify(draft) !== begun.current;
  // Discounts that are amounts are in the document's currency, which the server tells with the first sums.
  const [currency, setCurrency] = useState(was?.currency ?? formats.currency);
  const read = useMemo(() => readInvoice(draft, was, currency, formats.locale), [draft, was, currency, formats.locale]);
  const asked = useRested(read, REST);
  const preview = useQuery(previewQuery(was?.id ?? null, asked.body));
  const sums = draft.clientId ? preview.data : undefined;
  if (sums && !preview.isPlaceholderData && sums.currency !== currency) setCurrency(sums.currency);
  const fresh = asked === read && !preview.isPlaceholderData && sums !== undefined;
  const amountOf = (key: number) => (sums && sums.lines.length === asked.sent.length + draft.charges.length ? sums.lines[asked.sent.indexOf(key)]?.amount : undefined);
  const refusal = fresh && asked.body ? sums.refusal : null;
  const refused = refusal ? (refusalText(refusal.code, {}) ?? refusal.detail) : null;
  const refusedLine = refusal?.line === null || refusal?.line === undefined ? null : (asked.sent[refusal.line] ?? null);
  const blocker = useBlocker({ shouldBlockFn: () => dirty && !leaving.current, enableBeforeUnload: () => dirty && !leaving.current, withResolver: true });

  const save = useMutation({
    mutationFn: (onto: Invoice | null) => saveDraft(onto, read.body!),
    onSuccess: (saved) => {
      leaving.current = true;
      queries.setQueryData(invoiceQuery(saved.id).queryKey, saved);
      for (const key of [keys.invoices, keys.charges]) void queries.invalidateQueries({ queryKey: [key] });
      toast.done(t("saved"));
      void navigate({ to: "/invoices/$id", params: { id: saved.id }, replace: true });
    },
  });
  const ready = read.body !== null && read.faults.size === 0 && !badDay;
  const submit = () => (setChecked(true), ready && save.mutate(was));
  const theirs = isProblem(save.error) ? save.error.current<Invoice>() : undefined;
  const startFrom = (next: Invoice) => {
    const read = draftOf(next, formats.locale);
    begun.current = JSON.stringify(read);
    nextKey.current = read.lines.length + 1;
    setWas(next);
    setDraft(read);
    save.reset();
  };
  const set = (part: Partial<InvoiceDraft>) => setDraft((before) => ({ ...before, ...part }));
  const setLine = (key: number, part: Partial<LineDraft>) => setDraft((before) => ({ ...before, lines: before.lines.map((line) => (line.key === key ? { ...line, ...part } : line)) }));
  const addLine = () => set({ lines: [...draft.lines, emptyLine(nextKey.current++, draft.lines.at(-1)?.taxes ?? categories[0]?.taxes ?? [])] });
  const up = (at: number) => set({ lines: [...draft.lines.slice(0, at - 1), draft.lines[at]!, draft.lines[at - 1]!, ...draft.lines.slice(at + 1)] });
  useShortcut({ keys: "mod+enter", label: t("save"), group: t("invoice"), run: submit });

  return (
    <Page
      title={t(was ? "editDraft" : "newInvoice")}
      actions={
        <>
          <Button onClick={() => (was ? void navigate({ to: "/invoices/$id", params: { id: was.id } }) : void navigate({ to: "/invoices" }))}>{t("cancel")}</Button>
          <Button tone="primary" busy={save.isPending} onClick={submit}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form
        noValidate
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
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
        <div className="flex flex-col gap-6 rounded-card border border-line bg-surface p-4 sm:p-8">
          <div className="grid gap-6 md:grid-cols-2">
            <div className="flex flex-col gap-4">
              <Field label={t("client")} error={checked && !draft.clientId ? t("chooseClient") : undefined}>
                <ClientPicker label={t("client")} placeholder={t("chooseClient")} value={draft.clientId} onChange={(clientId) => set({ clientId, charges: [] })} />
              </Field>
              <Field label={t("shipTo")}>
                <TextArea rows={1} className="field-sizing-content" value={draft.shipTo} onChange={(event) => set({ shipTo: event.target.value })} />
              </Field>
            </div>
            <div className="flex flex-col gap-4">
              <FieldRow>
                <Field label={t("issueDate")} hint={t("issueDateHint")} error={badDay ?? undefined}>
                  <DatePicker value={draft.issueDate} onChange={(issueDate) => set({ issueDate })} onProblem={setBadDay} label={t("issueDate")} />
                </Field>
                <Field label={t("days")} hint={sums ? t("dueDate", { day: formats.day(sums.dueDate) }) : t("daysHint")} error={read.faults.has("days") ? t("daysWrong") : undefined}>
                  <InputWith after={t("daysUnit")} inputMode="numeric" className="tabular" value={draft.days} onChange={(event) => set({ days: event.target.value })} />
                </Field>
              </FieldRow>
              <Field label={t("purchaseOrder")}>
                <Input value={draft.purchaseOrder} onChange={(event) => set({ purchaseOrder: event.target.value })} />
              </Field>
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
                onRemove={() => set({ lines: draft.lines.filter((one) => one.key !== line.key) })}
                onUp={at > 0 ? () => up(at) : undefined}
              />
            ))}
            <Button className="mt-3" icon={<Plus aria-hidden className="size-4" />} onClick={addLine}>
              {t("addLine")}
            </Button>
          </Section>
          {draft.clientId && <Charges clientId={draft.clientId} chosen={draft.charges} onChange={(charges) => set({ charges })} />}
          <div className="grid gap-6 md:grid-cols-2">
            <div className="flex flex-col gap-4">
              <Field label={t("discount")} hint={t("discountHint")} error={read.faults.has("discount") ? t("notADiscount") : undefined}>
                <Input className="tabular" value={draft.discount} onChange={(event) => set({ discount: event.target.value })} />
              </Field>
              <Field label={t("notes")}>
                <TextArea rows={2} value={draft.notes} onChange={(event) => set({ notes: event.target.value })} />
              </Field>
              <Field label={t("terms")}>
                <TextArea rows={2} value={draft.terms} onChange={(event) => set({ terms: event.target.value })} />
              </Field>
            </div>
            <div aria-live="polite" aria-busy={!fresh}>
              {sums ? <Sums invoice={sums} /> : <p className="text-table text-muted">{t(draft.clientId ? "computing" : "chooseClientHelp")}</p>}
              {preview.error && <ErrorText error={preview.error} className="mt-3" />}
              {refused && dirty && <p className="mt-3 text-right text-table text-warn">{refused}</p>}
            </div>
          </div>
        </div>
      </form>
      <Confirm open={blocker.status === "blocked"} danger title={t("leaveTitle")} description={t("leaveHelp")} action={t("leave")} onClose={() => blocker.reset?.()} onConfirm={() => blocker.proceed?.()} />
    </Page>
  );
}

const noFaults: ReadonlySet<string> = new Set();
