import { useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { useMe } from "@/api/may";
import { isProblem } from "@/api/problem";
import { keys, permissionsQuery } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { Button, Checkbox, CopyButton, ErrorText, Field, Input, Select, Sheet } from "@/ui";
import { useWords } from "../parts/words";
import { messages } from "./messages";

const FORM = "key-form";
const terms = { days30: 30, days90: 90, days365: 365, forever: null } as const;
type Term = keyof typeof terms;

/** Makes a key, and shows it once. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useText(messages);
  const words = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const permissions = useQuery(permissionsQuery);
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly string[]>([]);
  const [term, setTerm] = useState<Term>("days90");
  const [checked, setChecked] = useState(false);
  const make = useMutation({
    mutationFn: () => {
      const days = terms[term];
      return ask(api.POST("/api/api-keys", { body: { name: name.trim(), scopes: [...scopes], expiresAt: days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString() } }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [keys.apiKeys] }),
  });
  const problem = isProblem(make.error) ? make.error : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() && scopes.length > 0) make.mutate();
  };
  const offered = permissions.data?.items.filter((one) => me?.permissions.includes(one.name) && one.forKeys) ?? [];

  if (make.data)
    return (
      <Sheet open onClose={onClose} title={t("madeTitle")} description={t("madeAbout")} actions={<Button tone="primary" onClick={onClose}>{t("done")}</Button>}>
        <div className="flex flex-col gap-3">
          <p className="font-medium">{make.data.name}</p>
          <code data-secret className="rounded-md border border-line bg-canvas p-3 font-mono text-table break-all">{make.data.key}</code>
          <CopyButton text={make.data.key} label={t("copyKey")} tone="primary" className="self-start" autoFocus />
        </div>
      </Sheet>
    );
  return (
    <Sheet
      open
      onClose={onClose}
      title={t("make")}
      description={t("about")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={FORM} tone="primary" busy={make.isPending}>
            {t("create")}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <Field label={t("name")} hint={t("nameHint")} error={problem?.fieldError("name") ?? (checked && !name.trim() ? t("nameMissing") : undefined)}>
          <Input autoFocus maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 text-table font-medium">{t("scopes")}</legend>
          {offered.map((one) => (
            <Checkbox key={one.name} visible checked={scopes.includes(one.name)} onChange={(on) => setScopes(on ? [...scopes, one.name] : scopes.filter((other) => other !== one.name))} label={words.permission(one.name, one.meaning)} />
          ))}
          {checked && scopes.length === 0 && (
            <p role="alert" className="text-xs text-bad">
              {t("scopeMissing")}
            </p>
          )}
        </fieldset>
        <Field label={t("expiry")}>
          <Select<Term> value={term} onChange={setTerm} options={(Object.keys(terms) as Term[]).map((value) => ({ value, label: t(value) }))} />
        </Field>
        <ErrorText error={make.error} />
      </form>
    </Sheet>
  );
}
