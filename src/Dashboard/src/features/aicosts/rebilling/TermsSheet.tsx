import { useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import { clientQuery, keys } from "@/api/queries";
import type { AiRebillingTerms } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { useDraft } from "@/lib/useDraft";
import { Button, ErrorText, Field, InputWith, Select, Sheet, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { draftOf, inputOf, isFine, kinds, newDraft, type Draft } from "./draft";
import { messages } from "./messages";
import { agreeTerms } from "./queries";

/** What a client pays on top of the cost: a share of it, or a fixed amount a month. */
export function TermsSheet({ client, terms, onClose }: { /** Null: one is chosen. */ client: string | null; terms?: AiRebillingTerms; onClose: () => void }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const queries = useQueryClient();
  const [seen] = useState(terms);
  const { draft, dirty, set } = useDraft<Draft>(() => (seen ? draftOf(seen, locale) : { ...newDraft, client }));
  const chosen = useQuery({ ...clientQuery(draft.client ?? ""), enabled: useMay("invoicing.see") && draft.client !== null });
  const currency = draft.client === null ? undefined : chosen.data?.currency;
  const body = inputOf(draft, currency, locale);
  const save = useMutation({
    mutationFn: () => agreeTerms(draft.client!, body!, seen?.version),
    onSuccess: () => {
      toast.done(t("agreed"));
      void queries.invalidateQueries({ queryKey: [keys.aiRebilling] });
      onClose();
    },
  });
  const bad = (text: string) => (text.trim() !== "" && !isFine(text, locale) ? { error: t("badAmount") } : {});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (body) save.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={t(seen ? "changeTitle" : "agreeTitle")} dirty={dirty && !save.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("client")}>
          <ClientPicker label={t("client")} value={draft.client} onChange={(next) => set({ client: next })} disabled={client !== null} />
        </Field>
        <Field label={t("kind")} hint={t("kindHint")}>
          <Select value={draft.kind} onChange={(kind) => set({ kind })} options={kinds.map((value) => ({ value, label: t(`kind_${value}`) }))} />
        </Field>
        {draft.kind === "markup" ? (
          <Field label={t("markup")} hint={t("markupHint")} {...bad(draft.markup)}>
            <InputWith value={draft.markup} onChange={(event) => set({ markup: event.target.value })} inputMode="decimal" after="%" />
          </Field>
        ) : (
          <Field label={t("margin")} hint={t("marginHint")} {...bad(draft.margin)}>
            <InputWith value={draft.margin} onChange={(event) => set({ margin: event.target.value })} inputMode="decimal" after={currency ?? ""} />
          </Field>
        )}
        <ErrorText error={save.error ?? (draft.client === null ? null : chosen.error)} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={save.isPending} disabled={!body}>
            {t("save")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
