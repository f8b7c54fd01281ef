import { useState, type FormEvent } from "react";
import { useMutation } from "@tanstack/react-query";
import { api } from "@/api/client";
import { isProblem } from "@/api/problem";
import { useText } from "@/i18n/messages";
import { SHORTEST } from "@/lib/strength";
import { Button, buttonClass, ErrorText, Field, PasswordInput, StrengthMeter } from "@/ui";
import { BadLink } from "./BadLink";
import { Frame, mainButton } from "./Frame";
import { messages } from "./messages";
import { takeToken } from "./token";

/** Chooses a new password by a mailed link. */
export function Reset() {
  const t = useText(messages);
  const [token] = useState(takeToken);
  const [password, setPassword] = useState("");
  const [checked, setChecked] = useState(false);
  const reset = useMutation({ mutationFn: () => api.POST("/api/auth/password/reset", { body: { token, password } }) });
  const short = [...password].length < SHORTEST;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!short) reset.mutate();
  };
  if (token === "" || isProblem(reset.error, "link-invalid")) return <BadLink of="reset" />;
  if (reset.isSuccess)
    return (
      <Frame title={t("resetDone")} about={t("resetDoneAbout")}>
        <a href="/sign-in" className={`${buttonClass("primary")} ${mainButton}`}>
          {t("signIn")}
        </a>
      </Frame>
    );
  return (
    <Frame title={t("resetTitle")} about={t("resetAbout")}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <div className="flex flex-col gap-2">
          <Field label={t("newPassword")} error={checked && short ? t(password ? "passwordShort" : "missing") : undefined}>
            <PasswordInput name="password" autoComplete="new-password" autoFocus value={password} onChange={(event) => setPassword(event.target.value)} className="h-10!" />
          </Field>
          <StrengthMeter password={password} />
        </div>
        <ErrorText error={reset.error} />
        <Button type="submit" tone="primary" busy={reset.isPending} className={mainButton}>
          {t("savePassword")}
        </Button>
      </form>
    </Frame>
  );
}
