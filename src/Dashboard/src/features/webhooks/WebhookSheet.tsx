import { type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { Webhook, WebhookSecretShown } from "@/api/types";
import { useText } from "@/i18n/messages";
import { useDraft } from "@/lib/useDraft";
import { Button, ErrorText, Field, Input, Select, Sheet, TextArea, toast } from "@/ui";
import { draftOf, emptyDraft, headersOf, termsOf } from "./draft";
import { messages } from "./messages";
import { arrangeWebhook, eventTypesQuery, openWebhook } from "./queries";

const FORM = "webhook-form";

interface WebhookSheetProps {
  /** The webhook to edit; left out for a new one. */
  webhook?: Webhook;
  onClose: () => void;
  /** A new one has a secret to be shown. */
  onMade?: (shown: WebhookSecretShown) => void;
}

/** A new webhook, or what is agreed about one. */
export function WebhookSheet({ webhook, onClose, onMade }: WebhookSheetProps) {
  const t = useText(messages);
  const queries = useQueryClient();
  const { draft, dirty, set } = useDraft(() => (webhook ? draftOf(webhook) : emptyDraft));
  const terms = termsOf(draft);
  const save = useMutation({
    mutationFn: async () => {
      if (webhook) return void (await arrangeWebhook(webhook, { ...terms!, active: webhook.state === "active" }));
      onMade?.(await openWebhook({ ...terms!, signing: draft.signing }));
    },
    onSuccess: () => {
      if (webhook) {
        toast.done(t("saved"));
        onClose();
      }
      return queries.invalidateQueries({ queryKey: [keys.webhooks] });
    },
  });
  const problem = isProblem(save.error) ? save.error : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (terms) save.mutate();
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={t(webhook ? "editTitle" : "add")}
      dirty={dirty && !save.isSuccess}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={FORM} tone="primary" disabled={!terms} busy={save.isPending}>
            {t(webhook ? "save" : "create")}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <Field label={t("name")} error={problem?.fieldError("name")}>
          <Input autoFocus maxLength={200} value={draft.name} onChange={(event) => set({ name: event.target.value })} />
        </Field>
        <Field label={t("url")} hint={t("urlHint")} error={problem?.fieldError("url")}>
          <Input type="url" maxLength={2000} value={draft.url} onChange={(event) => set({ url: event.target.value })} />
        </Field>
        <Field label={t("filters")} hint={t("filtersHint")}>
          <TextArea rows={4} spellCheck={false} className="font-mono" value={draft.filters} onChange={(event) => set({ filters: event.target.value })} />
        </Field>
        <EventTypes />
        <Field label={t("headers")} optional={t("optional")} hint={webhook && webhook.headers.length > 0 ? t("headersKept", { names: webhook.headers.join(", ") }) : t("headersHint")} error={headersOf(draft.headers) === null ? t("headersWrong") : undefined}>
          <TextArea rows={2} spellCheck={false} className="font-mono" value={draft.headers} onChange={(event) => set({ headers: event.target.value })} />
        </Field>
        <Field label={t("rate")} optional={t("optional")} hint={t("rateHint")} error={draft.rate.trim() !== "" && !Number.isInteger(Number(draft.rate)) ? t("rateWrong") : undefined}>
          <Input inputMode="numeric" value={draft.rate} onChange={(event) => set({ rate: event.target.value })} />
        </Field>
        {!webhook && (
          <Field label={t("signing")}>
            <Select<Webhook["signing"]> value={draft.signing} onChange={(signing) => set({ signing })} options={(["hmac", "ed25519"] as const).map((value) => ({ value, label: t(`signing_${value}`) }))} />
          </Field>
        )}
        <ErrorText error={save.error} />
      </form>
    </Sheet>
  );
}

/** The names that a filter can mean, and what each is. */
function EventTypes() {
  const t = useText(messages);
  const types = useQuery(eventTypesQuery);
  return (
    <details className="text-table">
      <summary className="cursor-pointer text-muted">{t("known")}</summary>
      <ErrorText error={types.error} onRetry={() => void types.refetch()} />
      {types.data && <dl tabIndex={0} aria-label={t("known")} className="mt-2 flex max-h-60 flex-col gap-2 overflow-y-auto rounded-md border border-line p-3">
        {types.data.items.map((one) => (
          <div key={one.type}>
            <dt className="font-mono text-xs break-all">{one.type}</dt>
            <dd lang="en" className="text-xs text-muted">{one.meaning}</dd>
          </div>
        ))}
      </dl>}
    </details>
  );
}
