import { useState, type FormEvent } from "react";
import { useMutation } from "@tanstack/react-query";
import { api } from "@/api/client";
import { useText } from "@/i18n/messages";
import { isEmail } from "@/lib/habits";
import { Button, ErrorText, Field, Input } from "@/ui";
import { DoorLink } from "./DoorLink";
import { Frame, mainButton } from "./Frame";
import { messages } from "./messages";

/** Asks for a link by mail. The answer is the same for every address. */
export function Forgot() {
  const t = useText(messages);
  const [email, setEmail] = useState("");
  const [checked, setChecked] = useState(false);
  const forgot = useMutation({ mutationFn: () => api.POST("/api/auth/password/forgot", { body: { email: email.trim() } }) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isEmail(email)) forgot.mutate();
  };
  const back = <DoorLink to="/sign-in">{t("toSignIn")}</DoorLink>;
  if (forgot.isSuccess)
    return (
      <Frame title={t("sentTitle")} about={t("sentAbout", { email: email.trim() })} foot={back}>
        <p role="status" className="text-muted">
          {t("sentNothing")}
        </p>
      </Frame>
    );
  return (
    <Frame title={t("forgotTitle")} about={t("forgotAbout")} foot={back}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("email")} error={checked && !isEmail(email) ? t(email ? "emailWrong" : "missing") : undefined}>
          <Input type="email" name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus value={email} onChange={(event) => setEmail(event.target.value)} className="h-10!" />
        </Field>
        <ErrorText error={forgot.error} />
        <Button type="submit" tone="primary" busy={forgot.isPending} className={mainButton}>
          {t("sendLink")}
        </Button>
      </form>
    </Frame>
  );
}
