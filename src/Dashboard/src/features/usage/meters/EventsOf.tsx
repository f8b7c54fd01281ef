import { useState } from "react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { Meter, UsageEvent, UsageLine } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { Button, Dialog, ErrorText, Field, Input, Loading, Section, Skeleton, toast } from "@/ui";
import { messages } from "./messages";
import { usageEventsQuery, withdrawUsage } from "./queries";

/** The events that a window's amount is made of, the latest first. */
export function EventsOf({ meter, line, subject, onClose }: { meter: Meter; line: UsageLine | undefined; subject: string | undefined; onClose: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const record = useMay("usage.record");
  const [withdrawing, setWithdrawing] = useState<UsageEvent | null>(null);
  const events = useInfiniteQuery({ ...usageEventsQuery(meter.code, { from: line?.from ?? "", to: line?.to ?? "", subject }), enabled: line !== undefined });
  if (!line) return null;
  return (
    <Section title={t("eventsOf", { when: formats.instant(line.from) })} actions={<Button onClick={onClose}>{t("closeEvents")}</Button>}>
      <div className="flex flex-col gap-3">
        <ErrorText error={events.error} onRetry={() => void events.refetch()} />
        {!events.data && !events.error && (
          <Loading>
            <Skeleton className="h-32 w-full" />
          </Loading>
        )}
        <ul className="flex flex-col divide-y divide-line rounded-card border border-line">
          {events.data?.pages.flatMap((page) => page.items).map((one) => (
            <li key={one.id} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2 text-table">
              <span className="tabular w-44 shrink-0 text-muted">{formats.instant(one.at)}</span>
              <span className="tabular w-28 shrink-0 text-right">{showDecimal(one.value, formats.locale, 0)}</span>
              <span className="min-w-0 flex-1 break-words">
                {one.subject}
                <span className="block font-mono text-xs break-all text-muted">
                  {one.id}
                  {Object.entries(one.properties).map(([name, value]) => ` · ${name}=${value}`)}
                  {!one.counted && ` · ${t("notCounted")}`}
                </span>
              </span>
              {record && <Button onClick={() => setWithdrawing(one)}>{t("withdraw")}</Button>}
            </li>
          ))}
        </ul>
        {events.hasNextPage && (
          <Button className="self-start" busy={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
            {t("moreEvents")}
          </Button>
        )}
      </div>
      {withdrawing && <Withdraw event={withdrawing} onClose={() => setWithdrawing(null)} />}
    </Section>
  );
}

function Withdraw({ event, onClose }: { event: UsageEvent; onClose: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const withdraw = useMutation({
    mutationFn: () => withdrawUsage(event.id, reason),
    onSuccess: async () => {
      toast.done(t("withdrawn"));
      onClose();
      await queries.invalidateQueries({ queryKey: [keys.usage] });
    },
  });
  return (
    <Dialog open onClose={onClose} title={t("withdrawTitle")}>
      <form
        noValidate
        className="flex flex-col gap-4"
        onSubmit={(submit) => {
          submit.preventDefault();
          withdraw.mutate();
        }}
      >
        <p className="text-table text-muted">{t("withdrawText")}</p>
        <Field label={t("reason")}>
          <Input value={reason} onChange={(change) => setReason(change.target.value)} autoFocus />
        </Field>
        <ErrorText error={withdraw.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" tone="danger" busy={withdraw.isPending} disabled={reason.trim() === ""}>
            {t("withdraw")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
