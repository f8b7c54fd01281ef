import { useRef, useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Plus, X } from "lucide-react";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { AiAllocation } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { useDraft } from "@/lib/useDraft";
import { Button, ErrorText, Field, FieldRow, IconButton, Input, InputWith, Select, Sheet, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { useAccountNames } from "../accounts/useAccountNames";
import { conditions, draftOf, fieldOf, inputOf, isShare, kinds, newDraft, withShare, type Draft, type DraftField, type ShareDraft } from "./draft";
import { messages } from "./messages";
import { addRule, writeRule } from "./queries";

const any = "any";

/** A new rule, or one that is written anew: what fits, and for whom it is. */
export function RuleSheet({ rule, place, onClose }: { rule?: AiAllocation; place: number; onClose: () => void }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const queries = useQueryClient();
  const { accounts } = useAccountNames();
  const [seen] = useState(rule);
  const { draft, dirty, set } = useDraft(() => (seen ? draftOf(seen, locale) : newDraft(place)));
  const body = inputOf(draft, locale);
  const save = useMutation({
    mutationFn: () => (seen ? writeRule(seen, body!) : addRule(body!)),
    onSuccess: () => {
      toast.done(t("saved"));
      for (const key of [keys.aiAllocation, keys.aiUsage]) void queries.invalidateQueries({ queryKey: [key] });
      onClose();
    },
  });
  const at = fieldOf(save.error);
  const error = (field: DraftField) => (at === field && isProblem(save.error) ? { error: save.error.message } : {});
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (body) save.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={t(seen ? "changeTitle" : "add")} dirty={dirty && !save.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("name")} {...error("name")}>
          <Input value={draft.name} onChange={(event) => set({ name: event.target.value })} maxLength={100} />
        </Field>
        <Field label={t("place")} hint={t("placeHint")} {...error("place")}>
          <Input value={draft.place} onChange={(event) => set({ place: event.target.value })} inputMode="numeric" className="tabular" />
        </Field>
        <fieldset className="flex flex-col gap-4">
          <legend className="mb-2 text-table font-medium">{t("fits")}</legend>
          <p className="text-xs text-muted">{t("fitsHint")}</p>
          <Field label={t("account")} {...error("account")}>
            <Select value={draft.account || any} onChange={(next) => set({ account: next === any ? "" : next })} options={[{ value: any, label: t("anyAccount") }, ...accounts.map(({ id, name }) => ({ value: id, label: name }))]} />
          </Field>
          <FieldRow>
            {conditions.map((one) => (
              <Field key={one} label={t(one)} {...(one === "model" ? error("model") : {})}>
                <Input value={draft.conditions[one]} onChange={(event) => set({ conditions: { ...draft.conditions, [one]: event.target.value } })} placeholder={t("any")} maxLength={200} autoCapitalize="none" spellCheck={false} />
              </Field>
            ))}
          </FieldRow>
        </fieldset>
        {!seen && (
          <Field label={t("kind")}>
            <Select value={draft.kind} onChange={(kind) => set({ kind })} options={kinds.map((value) => ({ value, label: t(`kind_${value}`) }))} />
          </Field>
        )}
        <Shares draft={draft} onChange={(shares) => set({ shares })} {...error("shares")} />
        {!at && <ErrorText error={save.error} />}
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

/** For whom costs that fit are, so much for each; what the shares leave is nobody's yet. */
function Shares({ draft, onChange, error }: { draft: Draft; onChange: (shares: readonly ShareDraft[]) => void; error?: string }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const adding = useRef<HTMLButtonElement>(null);
  const put = (key: number, part: Partial<ShareDraft>) => onChange(draft.shares.map((one) => (one.key === key ? { ...one, ...part } : one)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-table font-medium">{t("shares")}</legend>
      <p className="text-xs text-muted">{t("sharesHint")}</p>
      {draft.shares.map(({ key, client, tag, share }, row) => (
        <div key={key} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            {draft.kind === "client" ? (
              <ClientPicker label={t("clientOf", { number: row + 1 })} value={client} onChange={(next) => put(key, { client: next })} />
            ) : (
              <Field label={t("tagOf", { number: row + 1 })} quiet>
                <Input value={tag} onChange={(event) => put(key, { tag: event.target.value })} maxLength={50} />
              </Field>
            )}
          </div>
          <Field label={t("share", { number: row + 1 })} quiet className="w-28" {...(share.trim() !== "" && !isShare(share, locale) ? { error: t("badShare") } : {})}>
            <InputWith value={share} onChange={(event) => put(key, { share: event.target.value })} inputMode="decimal" after="%" />
          </Field>
          <IconButton
            label={t("without", { number: row + 1 })}
            icon={<X aria-hidden />}
            disabled={draft.shares.length === 1}
            onClick={() => {
              onChange(draft.shares.filter((one) => one.key !== key));
              adding.current?.focus();
            }}
          />
        </div>
      ))}
      {error && <p role="alert" className="text-xs text-bad">{error}</p>}
      <Button ref={adding} size="sm" className="self-start" icon={<Plus aria-hidden className="size-4" />} onClick={() => onChange(withShare(draft.shares))}>
        {t("addShare")}
      </Button>
    </fieldset>
  );
}
