import { useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import { isProblem } from "@/api/problem";
import type { AiAccount, AiProvider } from "@/api/types";
import { useCurrencies } from "@/i18n/currencies";
import { useFormats } from "@/i18n/formats";
import { useLanguage, useText } from "@/i18n/messages";
import { readDecimal } from "@/lib/decimal";
import { Button, Checkbox, Combobox, DatePicker, ErrorText, Field, FieldRow, Input, InputWith, Loading, PasswordInput, Select, Sheet, Skeleton, toast } from "@/ui";
import { draftOf, emptyDraft, fieldOf, inputOf, isSelfHosted, termsOf, type Draft, type DraftField } from "./draft";
import { keyKindOf, scopeKindOf } from "./keyKinds";
import { messages } from "./messages";
import { arrangeAccount, openAccount, providersQuery } from "./queries";

interface AccountSheetProps {
  /** The account to edit; left out for a new one. */
  account?: AiAccount;
  onClose: () => void;
  onDone: (account: AiAccount) => void;
}

/** A new account, or what is agreed about one. */
export function AccountSheet(props: AccountSheetProps) {
  const t = useText(messages);
  const providers = useQuery(providersQuery);
  const [dirty, setDirty] = useState(false);
  return (
    <Sheet open onClose={props.onClose} title={t(props.account ? "editTitle" : "add")} dirty={dirty}>
      <ErrorText error={providers.error} onRetry={() => void providers.refetch()} />
      {!providers.data && !providers.error && (
        <Loading>
          <Skeleton className="h-80 w-full" />
        </Loading>
      )}
      {providers.data && <Form {...props} providers={providers.data.items} onDirty={setDirty} />}
    </Sheet>
  );
}

function Form({ account, providers, onDirty, onClose, onDone }: AccountSheetProps & { providers: readonly AiProvider[]; onDirty: (dirty: boolean) => void }) {
  const t = useText(messages);
  const language = useLanguage();
  const { locale } = useFormats();
  const queries = useQueryClient();
  const currencies = useCurrencies();
  const [draft, setDraft] = useState(() => (account ? draftOf(account, providers.find((one) => one.code === account.provider), locale) : emptyDraft));
  const provider = providers.find((one) => one.code === draft.provider);
  const set = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part });
    onDirty(true);
  };
  const save = useMutation({
    mutationFn: () => (account ? arrangeAccount(account, termsOf(draft, provider!, locale)!) : openAccount(inputOf(draft, provider!, locale)!)),
    onSuccess: (saved) => {
      onDirty(false);
      toast.done(t(account ? "saved" : "opened"));
      void queries.invalidateQueries({ queryKey: [keys.aiAccounts] });
      onDone(saved);
    },
  });
  const at = fieldOf(save.error);
  const error = (field: DraftField) => (at === field && isProblem(save.error) ? { error: save.error.message } : {});
  const badAmount = draft.limit.trim() !== "" && readDecimal(draft.limit, locale) === null;
  const ready = provider !== undefined && termsOf(draft, provider, locale) !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) save.mutate();
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      {!account && (
        <Field label={t("provider")} {...error("provider")}>
          <Select value={draft.provider || null} onChange={(code) => set({ provider: code })} placeholder={t("chooseProvider")} options={providers.map((one) => ({ value: one.code, label: one.name, hint: t(`tells_${one.reading}`) }))} />
        </Field>
      )}
      {provider && !provider.keyKind && <p className="text-table text-muted">{t("tellsNothing")}</p>}
      <Field label={t("name")} hint={t("nameHint")} {...error("name")}>
        <Input value={draft.name} onChange={(event) => set({ name: event.target.value })} maxLength={100} />
      </Field>
      {provider && isSelfHosted(provider) && (
        <Field label={t("baseUrl")} hint={t("baseUrlHint")} {...error("baseUrl")}>
          <Input value={draft.baseUrl} onChange={(event) => set({ baseUrl: event.target.value })} inputMode="url" autoCapitalize="none" spellCheck={false} />
        </Field>
      )}
      {provider?.scopeKind && (
        <Field label={t("scope")} hint={t("scopeHint", { kind: scopeKindOf(provider, language) })} {...error("scope")}>
          <Input value={draft.scope} onChange={(event) => set({ scope: event.target.value })} autoCapitalize="none" spellCheck={false} />
        </Field>
      )}
      {provider?.keyKind && (
        <Field label={t("credential")} {...(provider.keyOptional ? { optional: t("optional") } : {})} hint={<KeyHint account={account} provider={provider} />} {...error("credential")}>
          <PasswordInput autoComplete="off" maxLength={4000} value={draft.credential} onChange={(event) => set({ credential: event.target.value })} />
        </Field>
      )}
      <Field label={t("role")} hint={t("roleHint")}>
        <Select value={draft.role} onChange={(role) => set({ role })} options={(["money", "attribution"] as const).map((value) => ({ value, label: t(`role_${value}`) }))} />
      </Field>
      <FieldRow>
        <Field label={t("limit")} hint={t("limitHint")} {...(badAmount ? { error: t("badAmount") } : error("limit"))}>
          <InputWith value={draft.limit} onChange={(event) => set({ limit: event.target.value })} inputMode="decimal" after={draft.currency} />
        </Field>
        <Field label={t("currency")}>
          <Combobox label={t("currency")} value={draft.currency} onChange={(currency) => currency && set({ currency })} options={currencies} />
        </Field>
      </FieldRow>
      <FieldRow>
        {provider?.keyKind && (
          <Field label={t("every")} hint={t("everyHint", { least: provider.leastMinutes })} {...error("every")}>
            <InputWith value={draft.every} onChange={(event) => set({ every: event.target.value })} placeholder={String(Math.max(60, provider.leastMinutes))} inputMode="numeric" after={t("minutes")} />
          </Field>
        )}
        {!account && provider?.keyKind && (
          <Field label={t("readFrom")} hint={t("readFromHint")} {...error("readFrom")}>
            <DatePicker value={draft.readFrom} onChange={(readFrom) => set({ readFrom })} label={t("readFrom")} />
          </Field>
        )}
      </FieldRow>
      <Field label={t("tags")} hint={t("tagsHint")} {...error("tags")}>
        <Input value={draft.tags} onChange={(event) => set({ tags: event.target.value })} />
      </Field>
      {account && provider?.keyKind && <Checkbox visible checked={draft.active} onChange={(active) => set({ active })} label={t("active")} />}
      {!at && <ErrorText error={save.error} />}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button type="submit" tone="primary" busy={save.isPending} disabled={!ready}>
          {t(account ? "save" : provider && (!provider.keyKind || (provider.keyOptional && draft.credential.trim() === "")) ? "openPlain" : "open")}
        </Button>
      </div>
    </form>
  );
}

function KeyHint({ account, provider }: { account: AiAccount | undefined; provider: AiProvider }) {
  const t = useText(messages);
  const kind = t("credentialHint", { kind: keyKindOf(provider, useLanguage()) });
  if (!account?.credentialShown) return kind;
  return `${t("credentialKept", { shown: account.credentialShown })} ${isSelfHosted(provider) || provider.scopeKind ? t("credentialAgain") : ""} ${kind}`;
}
