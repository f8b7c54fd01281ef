import { useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { useMe } from "@/api/may";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { Role } from "@/api/types";
import { useText } from "@/i18n/messages";
import { isEmail } from "@/lib/habits";
import { Button, ErrorText, Field, Input, Sheet, toast } from "@/ui";
import { rankOf, roles, useWords } from "../parts/words";
import { messages } from "./messages";

const FORM = "invite-form";

/** Asks somebody to join, in a role at most one's own. */
export function InviteSheet({ onClose }: { onClose: () => void }) {
  const t = useText(messages);
  const words = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  const [checked, setChecked] = useState(false);
  const invite = useMutation({
    mutationFn: () => ask(api.POST("/api/users/invitations", { body: { email: email.trim(), role } })),
    onSuccess: async () => {
      toast.done(t("invited", { email: email.trim() }));
      await queries.invalidateQueries({ queryKey: [keys.people, "invitations"] });
      onClose();
    },
  });
  const problem = isProblem(invite.error) ? invite.error : null;
  const atEmail = problem && /^(bad-email|member-already|invited-already)$/.test(problem.code) ? problem.message : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isEmail(email)) invite.mutate();
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={t("inviteTitle")}
      description={t("inviteAbout")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={FORM} tone="primary" busy={invite.isPending}>
            {t("send")}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} noValidate className="flex flex-col gap-5">
        <Field label={t("email")} error={atEmail ?? (checked && !isEmail(email) ? t("emailWrong") : undefined)}>
          <Input type="email" autoFocus autoCapitalize="none" spellCheck={false} value={email} onChange={(event) => setEmail(event.target.value)} />
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1 text-table font-medium">{t("role")}</legend>
          {roles
            .filter((one) => one !== "owner" && rankOf(one) <= rankOf(me?.role ?? "viewer"))
            .map((one) => (
              <label key={one} className="flex items-start gap-3 rounded-md border border-line px-3 py-2 has-checked:border-accent-ink has-checked:bg-accent-soft">
                <input type="radio" name="role" value={one} checked={role === one} onChange={() => setRole(one)} className="mt-1 accent-(--accent)" />
                <span>
                  <span className="block font-medium">{words.role(one)}</span>
                  <span className="block text-table text-muted">{words.roleHint(one)}</span>
                </span>
              </label>
            ))}
        </fieldset>
        {!atEmail && <ErrorText error={invite.error} />}
      </form>
    </Sheet>
  );
}
