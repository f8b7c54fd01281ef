import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { Webhook } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { startOfDay, type Day } from "@/lib/dates";
import { Button, DatePicker, Dialog, ErrorText, Field, toast } from "@/ui";
import { messages } from "./messages";
import { replayWebhook } from "./queries";

/** Asks from which day on everything is to be sent once more. */
export function ReplayDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const { today, timeZone } = useFormats();
  const [since, setSince] = useState<Day | null>(today);
  const replay = useMutation({
    mutationFn: () => replayWebhook(webhook.id, startOfDay(since!, timeZone)),
    onSuccess: () => {
      toast.done(t("replaying"));
      onClose();
      return queries.invalidateQueries({ queryKey: [keys.webhooks] });
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("replayTitle")}
      description={t("replayHelp")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button tone="primary" disabled={since === null} busy={replay.isPending} onClick={() => replay.mutate()}>
            {t("resend")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t("since")}>
          <DatePicker value={since} onChange={setSince} />
        </Field>
        <ErrorText error={replay.error} />
      </div>
    </Dialog>
  );
}
