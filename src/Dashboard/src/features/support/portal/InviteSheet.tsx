import { useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { isEmail } from "@/lib/habits";
import { useDraft } from "@/lib/useDraft";
import { Button, ErrorText, Field, Input, Sheet, Switch, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { messages } from "./messages";
import { invite } from "./queries";

const FORM = "portal-invitation";

/** Invites somebody of a client's into the portal. */
export function InviteSheet({ client, onClose }: { client: string | null; onClose: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const { draft, dirty, set } = useDraft(() => ({ clientId: client, name: "", email: "", seesInvoices: false }));
  const [checked, setChecked] = useState(false);
  const { clientId, name, email, seesInvoices } = draft;
  const send = useMutation({
    mutationFn: (of: string) => invite({ clientId: of, name: name.trim(), email: email.trim(), seesInvoices }),
    onSuccess: () => {
      toast.done(t("invited"));
      void queries.invalidateQueries({ queryKey: [keys.supportPortal] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (clientId && name.trim() && isEmail(email)) send.mutate(clientId);
  };
  return (
    <Sheet
      open
      onClose={onClose}
      title={t("add")}
      dirty={dirty && !send.isSuccess}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={FORM} tone="primary" busy={send.isPending}>
            {t("invite")}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("client")} error={checked && !clientId ? t("missing") : undefined}>
          <ClientPicker label={t("client")} value={clientId} onChange={(next) => set({ clientId: next })} />
        </Field>
        <Field label={t("name")} error={checked && !name.trim() ? t("missing") : undefined}>
          <Input value={name} maxLength={200} autoComplete="off" onChange={(event) => set({ name: event.target.value })} />
        </Field>
        <Field label={t("email")} error={checked && !isEmail(email) ? t(email ? "emailWrong" : "missing") : undefined}>
          <Input type="email" value={email} autoComplete="off" autoCapitalize="none" spellCheck={false} onChange={(event) => set({ email: event.target.value })} />
        </Field>
        <Switch label={t("seesInvoices")} hint={t("seesInvoicesHint")} checked={seesInvoices} onChange={(next) => set({ seesInvoices: next })} />
        <ErrorText error={send.error} />
      </form>
    </Sheet>
  );
}
