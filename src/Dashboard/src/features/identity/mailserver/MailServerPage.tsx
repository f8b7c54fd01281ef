import { useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { useMay, useMe } from "@/api/may";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { MailServer, SmtpLine } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Confirm, ErrorText, Field, FieldRow, Input, PasswordInput, Pill, Section, Select, toast } from "@/ui";
import { Screen } from "@/ui/settings";
import { Bounces } from "./Bounces";
import { messages } from "./messages";

/** Having none is an answer, too. */
const arranged = () => ask(api.GET("/api/mail-server")).catch((error: unknown) => (isProblem(error) && error.status === 404 ? null : Promise.reject(error)));

const ports: Record<SmtpLine, number> = { tls: 465, startTls: 587, plain: 25 };

/** By which mail server the organisation's mails leave. */
export function MailServerPage() {
  const t = useText(messages);
  const server = useQuery({ queryKey: [keys.mailServer], queryFn: arranged, enabled: useMay("organisation.arrange") });
  return (
    <Screen needs="organisation.arrange" title={t("title")} about={server.data !== undefined && <Pill tone={server.data ? "good" : "quiet"}>{t(server.data ? "on" : "off")}</Pill>} query={server}>
      {(data: MailServer | null) => <Form key={data ? JSON.stringify(data) : "none"} now={data} />}
    </Screen>
  );
}

function Form({ now }: { now: MailServer | null }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ host: now?.host ?? "", port: now ? String(now.port) : "", line: now?.line ?? ("startTls" as SmtpLine), user: now?.user ?? "", password: "", from: now?.from ?? "" });
  const [dropping, setDropping] = useState(false);
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const refresh = () => queries.invalidateQueries({ queryKey: [keys.mailServer] });
  const port = draft.port.trim() ? Number(draft.port) : ports[draft.line];
  const typed = { host: draft.host.trim(), port, line: draft.line, from: draft.from.trim(), user: draft.user.trim(), ...(draft.password ? { password: draft.password } : {}) };
  const sameDoor = now !== null && now.user !== "" && (["host", "port", "line", "user"] as const).every((part) => now[part] === typed[part]);
  const complete = typed.host !== "" && typed.from !== "" && Number.isInteger(port) && (typed.user === "" || sameDoor || draft.password !== "");
  const save = useMutation({
    mutationFn: () => ask(api.PUT("/api/mail-server", { body: typed })),
    onSuccess: () => {
      toast.done(t("saved"));
      set({ password: "" });
      return refresh();
    },
  });
  const drop = useMutation({
    mutationFn: () => api.DELETE("/api/mail-server"),
    onSuccess: () => {
      toast.done(t("dropped"));
      return refresh();
    },
    onError: (error) => toast.error(error),
    onSettled: () => setDropping(false),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (complete) save.mutate();
  };
  return (
    <>
      <form onSubmit={submit} noValidate className="flex flex-col gap-6">
        <p className="text-muted">{t("about")}</p>
        <FieldRow>
          <Field label={t("host")}>
            <Input spellCheck={false} autoCapitalize="none" placeholder="mail.example.test" value={draft.host} onChange={(event) => set({ host: event.target.value })} />
          </Field>
          <Field label={t("port")}>
            <Input inputMode="numeric" className="tabular" placeholder={String(ports[draft.line])} value={draft.port} onChange={(event) => set({ port: event.target.value })} />
          </Field>
        </FieldRow>
        <Field label={t("line")} hint={draft.line === "plain" ? t("plainHint") : undefined}>
          <Select<SmtpLine> label={t("line")} value={draft.line} onChange={(line) => set({ line })} options={(["startTls", "tls", "plain"] as const).map((value) => ({ value, label: t(value) }))} />
        </Field>
        <FieldRow>
          <Field label={t("user")} hint={t("userHint")}>
            <Input spellCheck={false} autoCapitalize="none" autoComplete="off" value={draft.user} onChange={(event) => set({ user: event.target.value })} />
          </Field>
          <Field label={t("password")} hint={sameDoor ? t("passwordKept") : now?.user && typed.user ? t("passwordAgain") : undefined}>
            <PasswordInput autoComplete="off" value={draft.password} onChange={(event) => set({ password: event.target.value })} />
          </Field>
        </FieldRow>
        <Field label={t("from")} hint={t("fromHint")}>
          <Input type="email" inputMode="email" placeholder="billing@example.test" value={draft.from} onChange={(event) => set({ from: event.target.value })} />
        </Field>
        <ErrorText error={save.error} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" tone="primary" busy={save.isPending} disabled={!complete}>
            {t("save")}
          </Button>
          {now && (
            <Button tone="danger" onClick={() => setDropping(true)}>
              {t("drop")}
            </Button>
          )}
        </div>
        <Confirm open={dropping} onClose={() => setDropping(false)} title={t("dropTitle")} description={t("dropHelp")} action={t("drop")} danger busy={drop.isPending} onConfirm={() => drop.mutate()} />
      </form>
      <Try ready={complete} server={typed} />
      <Bounces />
    </>
  );
}

/** A mail at once, with what is typed. */
function Try({ ready, server }: { ready: boolean; server: MailServer & { password?: string } }) {
  const t = useText(messages);
  const me = useMe();
  const [to, setTo] = useState(me?.person.email ?? "");
  const go = useMutation({ mutationFn: (reader: string) => ask(api.POST("/api/mail-server/try", { body: { to: reader, server } })) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && to.trim()) go.mutate(to.trim());
  };
  return (
    <Section title={t("tryTitle")}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-3">
        <p className="text-table text-muted">{t("tryAbout")}</p>
        <Field label={t("tryTo")}>
          <Input type="email" inputMode="email" value={to} onChange={(event) => setTo(event.target.value)} />
        </Field>
        <ErrorText error={go.error} />
        <p role="status" className="text-table text-good empty:hidden">
          {go.isSuccess ? t("tryTaken", { to: go.variables }) : ""}
        </p>
        <Button type="submit" className="self-start" busy={go.isPending} disabled={!ready || !to.trim()}>
          {t("tryNow")}
        </Button>
      </form>
    </Section>
  );
}
