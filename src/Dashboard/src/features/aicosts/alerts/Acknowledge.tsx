import { useState, type FormEvent } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { AiAlert } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Dialog, ErrorText, Field, TextArea, toast } from "@/ui";
import { messages } from "./messages";
import { acknowledge } from "./queries";

/** Says that one has seen an alert, and what is being done about it. */
export function Acknowledge({ alert, about, onClose, onDone }: { alert: AiAlert; about: string; onClose: () => void; onDone: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [note, setNote] = useState("");
  const say = useMutation({
    mutationFn: () => acknowledge(alert.id, note),
    onSuccess: async () => {
      toast.done(t("acknowledged"));
      onClose();
      await queries.invalidateQueries({ queryKey: [keys.aiAlerts] });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    say.mutate();
  };
  return (
    <Dialog open onClose={onClose} title={t("acknowledgeTitle")} description={t("acknowledgeHelp", { kind: t(`kind_${alert.kind}`), about })} dirty={note.trim() !== "" && !say.isSuccess}>
      <form onSubmit={submit} noValidate className="flex flex-col gap-4">
        <Field label={t("note")} optional={t("optional")} hint={t("noteHint")}>
          <TextArea value={note} onChange={(event) => setNote(event.target.value)} maxLength={2000} />
        </Field>
        <ErrorText error={say.error} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="primary" busy={say.isPending}>{t("acknowledge")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
