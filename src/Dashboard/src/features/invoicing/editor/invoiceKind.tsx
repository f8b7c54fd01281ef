import { useMemo } from "react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { keys } from "@/api/queries";
import type { Invoice } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { DatePicker, Field, FieldRow, InputWith, toast } from "@/ui";
import { invoiceQuery } from "../invoices/queries";
import type { EditorKind, FieldsPart, Previewed } from "./Editor";
import { messages } from "./messages";
import { askInvoice, saveDraft } from "./queries";
import { SenderNote } from "./SenderNote";

/** What an invoice brings to the editor: its date and terms, and the client's open charges. */
export function useInvoiceKind(was: Invoice | null): EditorKind<Invoice, object, Previewed> {
  const t = useText(messages);
  const navigate = useNavigate();
  const queries = useQueryClient();
  return useMemo(
    () => ({
      title: t(was ? "editDraft" : "newInvoice"), name: t("invoice"), save: t("save"), key: keys.invoices, charges: true, period: true,
      read: (extra) => extra,
      ask: async (onto, body, _, signal) => ({ sums: await askInvoice(onto, body, signal) }),
      run: (onto, body) => saveDraft(onto, body),
      saved: (after) => {
        queries.setQueryData(invoiceQuery(after.id).queryKey, after);
        for (const key of [keys.invoices, keys.charges]) void queries.invalidateQueries({ queryKey: [key] });
        toast.done(t("saved"));
        void navigate({ to: "/invoices/$id", params: { id: after.id }, replace: true });
      },
      cancel: () => (was ? void navigate({ to: "/invoices/$id", params: { id: was.id } }) : void navigate({ to: "/invoices" })),
      extraOf: () => ({}),
      before: () => <SenderNote />,
      fields: (part) => <Dates {...part} />,
    }),
    [t, navigate, queries, was],
  );
}

function Dates({ draft, set, faults, sums, badDay, onBadDay }: FieldsPart<object>) {
  const t = useText(messages);
  return (
    <FieldRow>
      <Field label={t("issueDate")} hint={t("issueDateHint")} error={badDay ?? undefined}>
        <DatePicker value={draft.issueDate} onChange={(issueDate) => set({ issueDate })} onProblem={onBadDay} label={t("issueDate")} />
      </Field>
      <Terms days={draft.days} onChange={(days) => set({ days })} wrong={faults.has("days")} due={sums?.dueDate} />
    </FieldRow>
  );
}

/** Within how many days an invoice is to be paid. */
export function Terms({ days, onChange, wrong, due }: { days: string; onChange: (days: string) => void; wrong: boolean; due?: string | undefined }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <Field label={t("days")} hint={due ? t("dueDate", { day: formats.day(due) }) : t("daysHint")} error={wrong ? t("daysWrong") : undefined}>
      <InputWith after={t("daysUnit")} inputMode="numeric" className="tabular" value={days} onChange={(event) => onChange(event.target.value)} />
    </Field>
  );
}
