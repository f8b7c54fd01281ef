import { useMutation, useQuery } from "@tanstack/react-query";
import type { Invoice } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Loading, Sheet, Skeleton, toast } from "@/ui";
import { MailView } from "./MailView";
import { messages } from "./messages";
import { reminderPreviewQuery, sendReminder } from "./queries";
import { useStepName } from "./words";

/** The very mail of a reminder, and the button that sends it now. */
export function ReminderSheet({ invoice, step, send, onClose, onSent }: { invoice: Invoice; step: number; send: boolean; onClose: () => void; onSent: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const stepName = useStepName();
  const preview = useQuery(reminderPreviewQuery(invoice.id, step));
  const remind = useMutation({
    mutationFn: () => sendReminder(invoice.id, step),
    onSuccess: () => {
      toast.done(t("sentNow"));
      onSent();
    },
  });
  return (
    <Sheet
      open
      onClose={onClose}
      title={stepName(step)}
      description={preview.data ? t("previewOn", { day: formats.day(preview.data.on) }) : undefined}
      actions={
        <>
          <Button onClick={onClose}>{t("close")}</Button>
          {send && (
            <Button tone="primary" busy={remind.isPending} disabled={!preview.data} onClick={() => remind.mutate()}>
              {t("sendNow")}
            </Button>
          )}
        </>
      }
    >
      <ErrorText error={preview.error} onRetry={() => void preview.refetch()} />
      <ErrorText error={remind.error} />
      {preview.data ? (
        <MailView mail={preview.data} />
      ) : (
        !preview.error && (
          <Loading>
            <Skeleton className="h-64 w-full" />
          </Loading>
        )
      )}
    </Sheet>
  );
}
