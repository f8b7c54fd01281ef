import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { Client } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Dialog, ErrorText, Field, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { messages } from "./messages";
import { mergeClient } from "./queries";

/** Which client stays, when one turns out to be a double. It cannot be taken back, so it asks. */
export function MergeDialog({ client, onClose, onMerged }: { client: Client; onClose: () => void; onMerged: (survivor: Client) => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [into, setInto] = useState<string | null>(null);
  const merge = useMutation({
    mutationFn: () => mergeClient(client, into!),
    onSuccess: (survivor) => {
      toast.done(t("merged", { double: client.name, name: survivor.name }));
      onMerged(survivor);
    },
    onSettled: () => Promise.all([keys.clients, keys.invoices].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("mergeTitle", { name: client.name })}
      description={t("mergeHelp", { name: client.name })}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="danger" disabled={!into} busy={merge.isPending} onClick={() => merge.mutate()}>
            {t("mergeAction")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t("mergeInto")}>
          <ClientPicker label={t("mergeInto")} placeholder={t("mergeFind")} value={into} onChange={setInto} without={[client.id]} />
        </Field>
        <ErrorText error={merge.error} />
      </div>
    </Dialog>
  );
}
