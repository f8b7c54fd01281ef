import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { RotateCcw } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, FactList, Loading, Section, Sheet, Skeleton, toast } from "@/ui";
import { messages } from "./messages";
import { outcomeOf, OutcomePill } from "./OutcomePill";
import { replayEvent, stripeEventQuery } from "./queries";

/** An event with all that Stripe said, and the way to have it handled once more. */
export function EventSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const mend = useMay("operations.mend");
  const event = useQuery(stripeEventQuery(id));
  const replay = useMutation({
    mutationFn: () => replayEvent(id),
    onSuccess: () => toast.done(t("replayed")),
    onError: (failed) => toast.error(failed),
    onSettled: () => queries.invalidateQueries({ queryKey: [keys.stripe] }),
  });
  const line = event.data?.event;
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      title={line?.type ?? id}
      actions={
        mend && line && (
          <Button busy={replay.isPending} icon={<RotateCcw aria-hidden className="size-4" />} onClick={() => replay.mutate()}>
            {t("replay")}
          </Button>
        )
      }
    >
      <ErrorText error={event.error} onRetry={() => void event.refetch()} />
      {!event.data && !event.error && (
        <Loading>
          <Skeleton className="h-60 w-full" />
        </Loading>
      )}
      {line && (
        <div className="flex flex-col gap-5">
          <p className="flex flex-wrap items-center gap-2">
            <OutcomePill event={line} />
            <span className="text-table text-muted">{t(`outcomeHint_${outcomeOf(line)}`)}</span>
          </p>
          <FactList
            facts={[
              [t("id"), line.id],
              [t("object"), line.objectId],
              [t("created"), formats.instant(line.createdAt)],
              [t("received"), formats.instant(line.receivedAt)],
              [t("handled"), line.handledAt && formats.instant(line.handledAt)],
              [t("delivered"), line.delivered ? null : t("byAskingHint")],
            ]}
          />
          <Section title={t("body")}>
            <pre tabIndex={0} aria-label={t("body")} className="max-h-[50vh] overflow-auto rounded-md border border-line bg-canvas p-3 font-mono text-xs">{JSON.stringify(event.data!.body, null, 2)}</pre>
          </Section>
        </div>
      )}
    </Sheet>
  );
}
