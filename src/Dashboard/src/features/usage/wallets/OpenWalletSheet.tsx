import { useState, type FormEvent } from "react";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useText } from "@/i18n/messages";
import { Button, DatePicker, ErrorText, Field, FieldRow, Input, Sheet, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { messages } from "./messages";
import { openWallet } from "./queries";

/** A client gets a wallet, in the currency it is billed in. */
export function OpenWalletSheet({ onClose }: { onClose: () => void }) {
  const t = useText(messages);
  const navigate = useNavigate();
  const [client, setClient] = useState<string | null>(null);
  const [name, setName] = useState("");
  const [priority, setPriority] = useState("50");
  const [expires, setExpires] = useState<string | null>(null);
  const [scope, setScope] = useState("");
  const open = useMutation({
    mutationFn: () => openWallet({ clientId: client!, name: name.trim(), priority: Number(priority), expiresOn: expires, scope: scope.split(",").map((one) => one.trim()).filter(Boolean) }),
    onSuccess: ({ id }) => {
      toast.done(t("opened"));
      void navigate({ to: "/usage/wallets/$id", params: { id } });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate();
  };
  return (
    <Sheet open onClose={onClose} title={t("newWallet")} dirty={name !== "" && !open.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("client")}>
          <ClientPicker label={t("client")} value={client} onChange={setClient} autoFocus />
        </Field>
        <Field label={t("name")}>
          <Input value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <FieldRow>
          <Field label={t("priority")} hint={t("priorityHint")}>
            <Input value={priority} onChange={(event) => setPriority(event.target.value)} inputMode="numeric" />
          </Field>
          <Field label={t("expires")} hint={t("expiresHint")}>
            <DatePicker value={expires} onChange={setExpires} label={t("expires")} />
          </Field>
        </FieldRow>
        <Field label={t("scope")} hint={t("scopeHint")}>
          <Input value={scope} onChange={(event) => setScope(event.target.value)} />
        </Field>
        <ErrorText error={open.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={open.isPending} disabled={!client || name.trim() === "" || !/^\d+$/.test(priority)}>
            {t("open")}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
