import { useState, type FormEvent } from "react";
import { useMutation } from "@tanstack/react-query";
import { useText } from "@/i18n/messages";
import { isEmail } from "@/lib/habits";
import { Button, ErrorText, Field, Input } from "@/ui";
import { Entrance, mainButton } from "./Entrance";
import { messages } from "./messages";
import { askForLink } from "./queries";

/** Asks for a link by mail. The answer is the same for every address. */
export function SignIn() {
  const t = useText(messages);
  const [email, setEmail] = useState("");
  const [checked, setChecked] = useState(false);
  const send = useMutation({ mutationFn: () => askForLink(email.trim()) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isEmail(email)) send.mutate();
  };
  if (send.isSuccess)
    return (
      <Entrance title={t("sentTitle")} about={t("sentAbout", { email: email.trim() })}>
        <p role="status" className="mb-6 text-muted">
          {t("sentNothing")}
        </p>
        <Button onClick={() => send.reset()}>{t("otherAddress")}</Button>
      </Entrance>
    );
  return (
    <Entrance title={t("signInTitle")} about={t("signInAbout")}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("email")} error={checked && !isEmail(email) ? t(email ? "emailWrong" : "missing") : undefined}>
          <Input type="email" name="username" autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus value={email} onChange={(event) => setEmail(event.target.value)} className="h-10!" />
        </Field>
        <ErrorText error={send.error} />
        <Button type="submit" tone="primary" busy={send.isPending} className={mainButton}>
          {t("sendLink")}
        </Button>
      </form>
    </Entrance>
  );
}
