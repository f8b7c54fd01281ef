import { useRef, useState, type FormEvent } from "react";
import { useMutation } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { api, ask } from "@/api/client";
import { isProblem } from "@/api/problem";
import { session } from "@/api/session";
import { useText } from "@/i18n/messages";
import { isEmail } from "@/lib/habits";
import { Button, ErrorText, Field, Input, PasswordInput } from "@/ui";
import { entered } from "./entered";
import { DoorLink } from "./DoorLink";
import { Frame, mainButton } from "./Frame";
import { messages } from "./messages";
import { SecondStep } from "./SecondStep";

/** Address and password, or the organisation's own sign-in where the address belongs to one; then the second factor, if there is one. */
export function SignIn() {
  const t = useText(messages);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [checked, setChecked] = useState(false);
  const [code, setCode] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const [turnedBack] = useState(takeReason);
  const sso = useSingleSignOn();
  const signIn = useMutation({
    mutationFn: (code: string | undefined) => ask(api.POST("/api/auth/login", { body: { email: email.trim(), password, ...(code ? { code } : {}) } })),
    onSuccess: entered,
    onError: (error) => setCode(isProblem(error, "second-factor-needed") || isProblem(error, "second-factor-wrong")),
  });
  const emailFault = checked && !isEmail(email) ? t(email.trim() ? "emailWrong" : "missing") : undefined;

  if (code)
    return (
      <SecondStep
        busy={signIn.isPending}
        error={isProblem(signIn.error, "second-factor-needed") ? null : signIn.error}
        onCode={(given) => signIn.mutate(given)}
        onBack={() => {
          setCode(false);
          setPassword("");
          signIn.reset();
        }}
      />
    );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isEmail(email)) return;
    if (sso.url) return location.assign(sso.url);
    // Enter in the address field means: go on.
    if (password === "") return field.current?.focus();
    signIn.mutate(undefined);
  };
  const { state } = session.setup ?? {};

  return (
    <Frame
      title={t("signInTitle")}
      about={t("signInAbout")}
      foot={
        state === "open" ? (
          <>
            {t("noAccount")} <DoorLink to="/register">{t("registerLink")}</DoorLink>
          </>
        ) : (
          t("inviteOnly")
        )
      }
    >
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("email")} error={emailFault}>
          <Input
            type="email"
            name="username"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus
            value={email}
            onChange={(event) => {
              setEmail(event.target.value);
              sso.forget();
            }}
            onBlur={() => isEmail(email) && sso.look(email.trim())}
            className="h-10!"
          />
        </Field>
        {sso.url ? (
          <p className="flex items-start gap-2 rounded-md border border-line bg-canvas px-3 py-2 text-table">
            <KeyRound aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
            {t("ssoTitle")}
          </p>
        ) : (
          <div className="relative">
            <Field label={t("password")} error={checked && email && password === "" && signIn.isIdle ? t("missing") : undefined}>
              <PasswordInput ref={field} name="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} className="h-10!" />
            </Field>
            <DoorLink to="/forgot" className="absolute top-0 right-0 rounded text-table text-accent-ink hover:underline">
              {t("forgotLink")}
            </DoorLink>
          </div>
        )}
        {turnedBack && signIn.isIdle && (
          <p role="alert" className="rounded-md border border-line bg-bad-soft px-3 py-2 text-bad">
            {t(turnedBack)}
          </p>
        )}
        <ErrorText error={signIn.error} />
        <Button type="submit" tone="primary" busy={signIn.isPending} className={mainButton}>
          {t(sso.url ? "ssoGo" : "signIn")}
        </Button>
        {sso.url && (
          <Button tone="ghost" className="justify-center" onClick={sso.refuse}>
            {t("ssoPassword")}
          </Button>
        )}
      </form>
    </Frame>
  );
}

/** Why the organisation's own sign-in sent somebody back, from `/?sso=code`; taken out of the address at once. */
function takeReason() {
  const code = new URLSearchParams(location.search).get("sso");
  if (code === null) return null;
  history.replaceState(history.state, "", location.pathname);
  const key = `sso_${code.replaceAll("-", "_")}`;
  return key in messages.en ? (key as "sso_other") : "sso_other";
}

/** Whether the domain of an address signs in elsewhere; asked once per address. */
function useSingleSignOn() {
  const [found, setFound] = useState<{ email: string; url: string | null } | null>(null);
  const [refused, setRefused] = useState(false);
  const look = useMutation({ mutationFn: (email: string) => ask(api.POST("/api/auth/sso/start", { body: { email } })), onSuccess: ({ url }, email) => setFound({ email, url }) });
  return {
    url: refused ? null : (found?.url ?? null),
    look: (email: string) => found?.email !== email && !refused && look.mutate(email),
    forget: () => setFound(null),
    refuse: () => setRefused(true),
  };
}
