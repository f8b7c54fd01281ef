import { useEffect, useRef, useState, type FormEvent } from "react";
import { createPortal } from "react-dom";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import { session } from "@/api/session";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Field, Input, PasswordInput } from "@/ui";
import { linkClass, mainButton } from "./Frame";
import { messages } from "./messages";

const factor = (error: unknown) => isProblem(error, "second-factor-needed") || isProblem(error, "second-factor-wrong");

/**
 * The session ended while the page was open. Covers it, and everything that lies over it, until its person is back; then it is as it was.
 * The browser's own modal dialog: above every layer, the rest out of reach, the focus back where it was. It hangs on the body, because an open
 * sheet hides the product from screen readers, and this with it.
 */
export default function Lapsed({ email }: { email: string }) {
  const t = useText(messages);
  const cover = useRef<HTMLDialogElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const queries = useQueryClient();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState<string | null>(null);
  const back = useMutation({
    mutationFn: () => session.comeBack({ email, password, ...(code ? { code } : {}) }),
    onError: (error) => factor(error) && setCode(""),
    onSuccess: () => queries.invalidateQueries({ queryKey: [keys.me] }),
  });
  useEffect(() => {
    const dialog = cover.current;
    const title = document.title;
    dialog?.showModal();
    field.current?.focus();
    document.title = `${t("lapsedTitle")} · Billing`;
    return () => {
      dialog?.close();
      document.title = title;
    };
  }, [t]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== "" && code?.trim() !== "") back.mutate();
  };
  return createPortal(
    <dialog
      ref={cover}
      aria-labelledby="lapsed"
      // Escape closes neither this nor what lies beneath; no shortcut works behind it.
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "Escape") event.preventDefault();
      }}
      className="fixed inset-0 m-0 size-full max-h-none max-w-none overflow-y-auto border-0 bg-surface p-5 text-ink"
    >
      <div className="mx-auto flex min-h-full w-full max-w-sm flex-col justify-center py-8">
        <h1 id="lapsed" className="text-2xl font-semibold tracking-tight text-balance">
          {t("lapsedTitle")}
        </h1>
        <p className="mt-1.5 text-muted">{t("lapsedAbout")}</p>
        <form onSubmit={submit} noValidate className="mt-7 flex flex-col gap-4">
          <Field label={t("email")}>
            <Input type="email" name="username" autoComplete="username" readOnly value={email} className="h-10! bg-canvas! text-muted!" />
          </Field>
          <Field label={t("password")}>
            <PasswordInput ref={field} name="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} className="h-10!" />
          </Field>
          {code !== null && (
            <Field label={t("factorCode")} hint={t("factorAbout")}>
              <Input autoFocus inputMode="text" autoComplete="one-time-code" autoCapitalize="none" spellCheck={false} value={code} onChange={(event) => setCode(event.target.value)} className="h-10! font-mono" />
            </Field>
          )}
          <ErrorText error={isProblem(back.error, "second-factor-needed") ? null : back.error} />
          <Button type="submit" tone="primary" busy={back.isPending} className={mainButton}>
            {t("signIn")}
          </Button>
        </form>
        <div className="mt-6 border-t border-line pt-5 text-table text-muted">
          <button type="button" className={linkClass} onClick={() => session.giveUp()}>
            {t("lapsedOther")}
          </button>
          <p className="mt-1">{t("lapsedOtherHelp")}</p>
        </div>
      </div>
    </dialog>,
    document.body,
  );
}
