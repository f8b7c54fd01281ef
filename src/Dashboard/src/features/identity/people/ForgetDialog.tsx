import { useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api } from "@/api/client";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { Member } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Dialog, ErrorText, Field, Input, toast } from "@/ui";
import { messages } from "./messages";

/** Asks before somebody is forgotten: what is erased, what stays, and their address written out, because nothing brings them back. */
export function ForgetDialog({ one, name, open, onClose }: { one: Member; name: string; open: boolean; onClose: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [typed, setTyped] = useState("");
  const forget = useMutation({
    mutationFn: () => api.POST("/api/users/{id}/forget", { params: { path: { id: one.id } }, body: { email: typed.trim() } }),
    onSuccess: () => {
      toast.done(t("forgotten"));
      return queries.invalidateQueries({ queryKey: [keys.people] });
    },
  });
  const close = () => {
    setTyped("");
    forget.reset();
    onClose();
  };
  const problem = isProblem(forget.error) ? forget.error : null;
  const atAddress = problem?.code === "other-address" ? problem.message : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    forget.mutate(undefined, { onSuccess: close });
  };
  return (
    <Dialog open={open} onClose={close} title={t("forgetTitle", { name })} description={t("forgetHelp")}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <dl className="flex flex-col gap-3">
          {(["Erased", "Stays"] as const).map((part) => (
            <div key={part}>
              <dt className="text-table font-medium">{t(`forget${part}`)}</dt>
              <dd className="text-muted">{t(`forget${part}What`)}</dd>
            </div>
          ))}
        </dl>
        <Field label={t("email")} hint={t("forgetType", { email: one.email })} error={atAddress}>
          <Input type="email" autoFocus autoComplete="off" autoCapitalize="none" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </Field>
        {!atAddress && <ErrorText error={forget.error} />}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={close}>{t("cancel")}</Button>
          <Button type="submit" tone="danger" busy={forget.isPending} disabled={typed.trim().toLowerCase() !== one.email.toLowerCase()}>
            {t("forgetForGood")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
