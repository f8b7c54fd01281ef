import { useState } from "react";
import { useMutation } from "@tanstack/react-query";
import { useText } from "@/i18n/messages";
import { Button, Dialog, ErrorText, Field, TextArea } from "@/ui";
import { messages } from "./messages";

export interface ReasonDialogProps {
  title: string;
  help: string;
  action: string;
  /** Where the reason stays, when not with an invoice. */
  hint?: string;
  /** Does it, with the reason. */
  run: (reason: string) => Promise<unknown>;
  onDone: () => void;
  onClose: () => void;
}

/** Asks why before something that stays: the reason is kept. */
export function ReasonDialog({ title, help, action, hint, run, onDone, onClose }: ReasonDialogProps) {
  const t = useText(messages);
  const [reason, setReason] = useState("");
  const [checked, setChecked] = useState(false);
  const act = useMutation({ mutationFn: () => run(reason.trim()), onSuccess: onDone });
  return (
    <Dialog
      open
      onClose={onClose}
      dirty={reason.trim() !== "" && !act.isSuccess}
      title={title}
      description={help}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="danger" busy={act.isPending} onClick={() => (reason.trim() === "" ? setChecked(true) : act.mutate())}>
            {action}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t("reason")} hint={hint ?? t("reasonHint")} error={checked && reason.trim() === "" ? t("reasonMissing") : undefined}>
          <TextArea value={reason} rows={2} autoFocus onChange={(event) => setReason(event.target.value)} />
        </Field>
        <ErrorText error={act.error} />
      </div>
    </Dialog>
  );
}
