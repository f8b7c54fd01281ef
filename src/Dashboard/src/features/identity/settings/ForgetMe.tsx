import { useState, type FormEvent } from "react";
import { useMutation } from "@tanstack/react-query";
import { api } from "@/api/client";
import { isProblem } from "@/api/problem";
import { session } from "@/api/session";
import { useText } from "@/i18n/messages";
import { Button, Dialog, ErrorText, Field, PasswordInput, Section } from "@/ui";
import { messages } from "./messages";

/** The way out for good: one's password shows that one means it. */
export function ForgetMe({ email }: { email: string }) {
  const t = useText(messages);
  const [open, setOpen] = useState(false);
  const [password, setPassword] = useState("");
  const forget = useMutation({ mutationFn: () => api.POST("/api/users/me/forget", { body: { password } }), onSuccess: () => session.ended("/sign-in") });
  const problem = isProblem(forget.error) ? forget.error : null;
  const atPassword = problem?.code === "wrong-password" ? problem.message : undefined;
  const close = () => {
    setOpen(false);
    setPassword("");
    forget.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    forget.mutate();
  };
  return (
    <Section title={t("forgetMe")} about={t("forgetMeAbout")}>
      <Button tone="danger" className="self-start" onClick={() => setOpen(true)}>
        {t("forgetMe")}
      </Button>
      <Dialog open={open} onClose={close} title={t("forgetMeTitle")} description={t("forgetMeHelp")}>
        <form onSubmit={submit} noValidate className="flex flex-col gap-4">
          <input type="email" name="username" autoComplete="username" readOnly tabIndex={-1} aria-hidden value={email} className="hidden" />
          <Field label={t("password")} hint={t("proveHelp")} error={atPassword}>
            <PasswordInput autoFocus autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
          </Field>
          {!atPassword && <ErrorText error={forget.error} />}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={close}>{t("cancel")}</Button>
            <Button type="submit" tone="danger" busy={forget.isPending} disabled={password === ""}>
              {t("forgetMeForGood")}
            </Button>
          </div>
        </form>
      </Dialog>
    </Section>
  );
}
