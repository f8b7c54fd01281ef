import { useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, Trash2 } from "lucide-react";
import { api, ask } from "@/api/client";
import { useMay } from "@/api/may";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { Role, SingleSignOn as Configured } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Confirm, CopyButton, ErrorText, Field, FieldRow, IconButton, Input, PasswordInput, Pill, Section, Select, Switch, TextArea, toast } from "@/ui";
import { Screen } from "@/ui/settings";
import { roles, useWords } from "../parts/words";
import { messages } from "./messages";

/** Nothing set up yet is an answer, too. */
const configured = () => ask(api.GET("/api/tenants/me/sso")).catch((error: unknown) => (isProblem(error) && error.status === 404 ? null : Promise.reject(error)));

/** How the organisation's own provider lets people in. */
export function SsoPage() {
  const t = useText(messages);
  const sso = useQuery({ queryKey: [keys.sso], queryFn: configured, enabled: useMay("organisation.arrange") });
  return (
    <Screen needs="organisation.arrange" title={t("title")} about={sso.data !== undefined && <Pill tone={sso.data ? "good" : "quiet"}>{t(sso.data ? "on" : "off")}</Pill>} query={sso}>
      {(data: Configured | null) => <Form key={data ? JSON.stringify(data) : "none"} now={data} />}
    </Screen>
  );
}

function Form({ now }: { now: Configured | null }) {
  const t = useText(messages);
  const words = useWords();
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ issuer: now?.issuer ?? "", clientId: now?.clientId ?? "", clientSecret: "", domains: now?.domains.join("\n") ?? "", roles: now?.roles ?? [], passwordsOff: now?.passwordsOff ?? false });
  const [removing, setRemoving] = useState(false);
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const setRole = (at: number, part: Partial<Configured["roles"][number]>) => set({ roles: draft.roles.map((one, other) => (other === at ? { ...one, ...part } : one)) });
  const refresh = () => queries.invalidateQueries({ queryKey: [keys.sso] });
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PUT("/api/tenants/me/sso", {
          body: { issuer: draft.issuer.trim(), clientId: draft.clientId.trim(), domains: draft.domains.split(/[\s,]+/).filter(Boolean), roles: draft.roles, passwordsOff: draft.passwordsOff, ...(draft.clientSecret ? { clientSecret: draft.clientSecret } : {}) },
        }),
      ),
    onSuccess: () => {
      toast.done(t("saved"));
      return refresh();
    },
  });
  const remove = useMutation({
    mutationFn: () => api.DELETE("/api/tenants/me/sso"),
    onSuccess: () => {
      toast.done(t("removed"));
      return refresh();
    },
    onError: (error) => toast.error(error),
    onSettled: () => setRemoving(false),
  });
  const problem = isProblem(save.error) ? save.error : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const redirect = now?.redirectUri ?? `${location.origin}/api/auth/sso/callback`;
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-6">
      <p className="text-muted">{t("about")}</p>
      <div className="flex flex-col gap-1.5">
        <p className="text-table font-medium">{t("redirect")}</p>
        <div className="flex flex-wrap items-center gap-2">
          <code className="min-w-0 flex-1 rounded-md border border-line bg-canvas px-2.5 py-1.5 font-mono text-table break-all">{redirect}</code>
          <CopyButton text={redirect} />
        </div>
      </div>
      <Field label={t("issuer")} hint={t("issuerHint")} error={problem?.fieldError("issuer")}>
        <Input type="url" inputMode="url" placeholder="https://" value={draft.issuer} onChange={(event) => set({ issuer: event.target.value })} />
      </Field>
      <FieldRow>
        <Field label={t("clientId")} error={problem?.fieldError("clientId")}>
          <Input spellCheck={false} value={draft.clientId} onChange={(event) => set({ clientId: event.target.value })} />
        </Field>
        <Field label={t("clientSecret")} hint={now ? t("secretKept") : undefined} error={problem?.fieldError("clientSecret")}>
          <PasswordInput autoComplete="off" value={draft.clientSecret} onChange={(event) => set({ clientSecret: event.target.value })} />
        </Field>
      </FieldRow>
      <Field label={t("domains")} hint={t("domainsHint")} error={problem?.fieldError("domains")}>
        <TextArea rows={2} spellCheck={false} placeholder="example.test" value={draft.domains} onChange={(event) => set({ domains: event.target.value })} />
      </Field>
      <Section title={t("mapping")}>
        <p className="mb-3 text-table text-muted">{t("mappingHint")}</p>
        <ul className="flex flex-col gap-2">
          {draft.roles.map((one, at) => (
            <li key={at} className="grid grid-cols-[1fr_1fr_auto] gap-2 sm:grid-cols-[1fr_1fr_8rem_auto]">
              <Input aria-label={t("claim")} placeholder="groups" value={one.claim} onChange={(event) => setRole(at, { claim: event.target.value })} />
              <Input aria-label={t("value")} value={one.value} onChange={(event) => setRole(at, { value: event.target.value })} />
              <Select<Role> className="max-sm:col-span-2 max-sm:row-start-2" label={t("role")} value={one.role} onChange={(role) => setRole(at, { role })} options={roles.filter((role) => role !== "owner").map((value) => ({ value, label: words.role(value) }))} />
              <IconButton label={t("removeRole")} icon={<Trash2 aria-hidden />} onClick={() => set({ roles: draft.roles.filter((_, other) => other !== at) })} />
            </li>
          ))}
        </ul>
        <Button size="sm" className="mt-2" icon={<Plus aria-hidden className="size-3.5" />} onClick={() => set({ roles: [...draft.roles, { claim: "groups", value: "", role: "member" }] })}>
          {t("addRole")}
        </Button>
      </Section>
      <Switch checked={draft.passwordsOff} onChange={(passwordsOff) => set({ passwordsOff })} label={t("passwordsOff")} hint={t("passwordsOffHint")} />
      <ErrorText error={save.error} />
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={save.isPending} disabled={!draft.issuer.trim() || !draft.clientId.trim() || (!now && !draft.clientSecret)}>
          {t("save")}
        </Button>
        {now && (
          <Button tone="danger" onClick={() => setRemoving(true)}>
            {t("remove")}
          </Button>
        )}
      </div>
      <Confirm open={removing} onClose={() => setRemoving(false)} title={t("removeTitle")} description={t("removeHelp")} action={t("remove")} danger busy={remove.isPending} onConfirm={() => remove.mutate()} />
    </form>
  );
}
