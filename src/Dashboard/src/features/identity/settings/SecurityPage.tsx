import { useState, type FormEvent } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { ShieldCheck, ShieldOff } from "lucide-react";
import { api, ask, ifMatch } from "@/api/client";
import { useMay } from "@/api/may";
import { isProblem } from "@/api/problem";
import { keys, meQuery, tenantQuery } from "@/api/queries";
import type { Me } from "@/api/types";
import { useText } from "@/i18n/messages";
import { SHORTEST } from "@/lib/strength";
import { Button, Card, Dialog, ErrorText, Field, PasswordInput, Section, StrengthMeter, Switch, toast } from "@/ui";
import { Screen } from "@/ui/settings";
import { Enrol } from "../secondFactor/Enrol";
import { RecoveryCodes } from "../secondFactor/RecoveryCodes";
import { messages } from "./messages";

/** One's password and second factor, and the organisation's rule about it. */
export function SecurityPage() {
  const t = useText(messages);
  const may = useMay("organisation.arrange");
  return (
    <Screen title={t("security")} query={useQuery(meQuery)}>
      {(me: Me) => (
        <>
          <Factor on={me.secondFactor} />
          <Password me={me} />
          {may && <Rules />}
        </>
      )}
    </Screen>
  );
}

function Password({ me }: { me: Me }) {
  const t = useText(messages);
  const empty = { oldPassword: "", newPassword: "" };
  const [draft, setDraft] = useState(empty);
  const change = useMutation({
    mutationFn: () => api.POST("/api/auth/password/change", { body: draft }),
    onSuccess: () => {
      setDraft(empty);
      toast.done(t("passwordChanged"));
    },
  });
  const problem = isProblem(change.error) ? change.error : null;
  const newFault = problem && /^(password-|same-password)/.test(problem.code) ? problem.message : undefined;
  const oldFault = problem?.code === "wrong-password" ? problem.message : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate();
  };
  return (
    <Section title={t("password")} about={<span className="hidden sm:inline">{t("passwordAbout")}</span>}>
      <form onSubmit={submit} noValidate className="flex max-w-sm flex-col gap-4">
        <input type="email" name="username" autoComplete="username" readOnly tabIndex={-1} aria-hidden value={me.person.email} className="hidden" />
        <Field label={t("oldPassword")} error={oldFault}>
          <PasswordInput autoComplete="current-password" value={draft.oldPassword} onChange={(event) => setDraft({ ...draft, oldPassword: event.target.value })} />
        </Field>
        <div className="flex flex-col gap-2">
          <Field label={t("newPassword")} error={newFault}>
            <PasswordInput autoComplete="new-password" value={draft.newPassword} onChange={(event) => setDraft({ ...draft, newPassword: event.target.value })} />
          </Field>
          <StrengthMeter password={draft.newPassword} known={[me.person.email, me.person.firstName, me.person.lastName]} />
        </div>
        {!newFault && !oldFault && <ErrorText error={change.error} />}
        <Button type="submit" className="self-start" busy={change.isPending} disabled={draft.oldPassword === "" || [...draft.newPassword].length < SHORTEST}>
          {t("changePassword")}
        </Button>
      </form>
    </Section>
  );
}

function Factor({ on }: { on: boolean }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [open, setOpen] = useState<"enrol" | "codes" | "remove" | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const close = () => {
    setOpen(null);
    setCodes(null);
    void queries.invalidateQueries({ queryKey: [keys.me] });
  };
  return (
    <Section title={t("secondFactor")}>
      <Card className="flex flex-wrap items-center gap-x-3 gap-y-2 p-4">
        <span aria-hidden className={`flex size-9 shrink-0 items-center justify-center rounded-md [&_svg]:size-5 ${on ? "bg-good-soft text-good" : "bg-quiet-soft text-muted"}`}>
          {on ? <ShieldCheck /> : <ShieldOff />}
        </span>
        <p className="min-w-0 flex-1 basis-48">{t(on ? "secondFactorOn" : "secondFactorOff")}</p>
        {on ? (
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setOpen("codes")}>{t("newCodes")}</Button>
            <Button tone="danger" onClick={() => setOpen("remove")}>
              {t("remove")}
            </Button>
          </div>
        ) : (
          <Button tone="primary" onClick={() => setOpen("enrol")}>
            {t("setUp")}
          </Button>
        )}
      </Card>
      <Dialog open={open === "enrol"} onClose={close} title={t("secondFactor")}>
        {open === "enrol" && (
          <Enrol
            onDone={() => {
              toast.done(t("enabled"));
              close();
            }}
          />
        )}
      </Dialog>
      <Dialog open={open === "codes"} onClose={close} title={t("newCodes")} {...(codes ? {} : { description: `${t("newCodesHelp")} ${t("proveHelp")}` })}>
        {codes ? <RecoveryCodes codes={codes} onDone={close} /> : <Prove action={t("newCodes")} run={async (password) => setCodes((await ask(api.POST("/api/auth/totp/recovery-codes", { body: { password } }))).codes)} />}
      </Dialog>
      <Dialog open={open === "remove"} onClose={close} title={t("removeTitle")} description={t("proveHelp")}>
        <Prove
          danger
          action={t("remove")}
          run={async (password) => {
            await api.POST("/api/auth/totp/remove", { body: { password } });
            toast.done(t("removed"));
            close();
          }}
        />
      </Dialog>
    </Section>
  );
}

/** Asks for the password once more before something that matters. */
function Prove({ action, danger, run }: { action: string; danger?: boolean; run: (password: string) => Promise<void> }) {
  const t = useText(messages);
  const [password, setPassword] = useState("");
  const act = useMutation({ mutationFn: () => run(password) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.mutate();
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <Field label={t("password")}>
        <PasswordInput autoFocus autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
      </Field>
      <ErrorText error={act.error} />
      <Button type="submit" tone={danger ? "danger" : "primary"} className="self-end" busy={act.isPending} disabled={password === ""}>
        {action}
      </Button>
    </form>
  );
}

function Rules() {
  const t = useText(messages);
  const queries = useQueryClient();
  const tenant = useQuery(tenantQuery);
  const save = useMutation({
    mutationFn: (secondFactorRequired: boolean) => ask(api.PATCH("/api/tenants/me", { body: { secondFactorRequired }, headers: ifMatch(tenant.data!.version) })),
    onSuccess: (next) => {
      queries.setQueryData([keys.tenant], next);
      void queries.invalidateQueries({ queryKey: [keys.me] });
      toast.done(t("saved"));
    },
    onError: (error) => toast.error(error),
  });
  if (!tenant.data) return null;
  return (
    <Section title={t("rules")}>
      <Switch checked={save.isPending ? save.variables : tenant.data.secondFactorRequired} onChange={(next) => save.mutate(next)} label={t("requireFactor")} hint={t("requireFactorHint")} />
    </Section>
  );
}
