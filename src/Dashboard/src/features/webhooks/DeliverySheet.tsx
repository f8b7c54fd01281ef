import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { WebhookAttempt } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, CopyButton, ErrorText, FactList, Loading, Pill, Sheet, Skeleton, toast } from "@/ui";
import { messages } from "./messages";
import { deliveryQuery, resendDelivery } from "./queries";
import { toneOf } from "./Deliveries";
import type { DeliveryState } from "./search";

/** One delivery: what is sent, and every attempt with its answer. */
export function DeliverySheet({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const query = useQuery(deliveryQuery(id));
  const again = useMutation({
    mutationFn: () => resendDelivery(id),
    onSuccess: () => toast.done(t("resent")),
    onError: (failed) => toast.error(failed),
    onSettled: () => queries.invalidateQueries({ queryKey: [keys.webhooks] }),
  });
  const found = query.data;
  return (
    <Sheet
      open
      onClose={onClose}
      title={found?.delivery.type ?? t("delivery")}
      actions={
        found &&
        found.delivery.cause !== "test" && (
          <Button tone="primary" busy={again.isPending} onClick={() => again.mutate()}>
            {t("resend")}
          </Button>
        )
      }
    >
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {!found && !query.error && (
        <Loading>
          <Skeleton className="h-60 w-full" />
        </Loading>
      )}
      {found && (
        <div className="flex flex-col gap-5">
          <p className="flex flex-wrap gap-2">
            <Pill tone={toneOf(found.delivery.state)}>{t(found.delivery.state as DeliveryState)}</Pill>
          </p>
          <FactList
            facts={[
              [t("id"), <code key="id" className="font-mono text-xs break-all">{found.delivery.webhookId}</code>],
              [t("happened"), formats.instant(found.delivery.happenedAt)],
            ]}
          />
          <section className="flex flex-col gap-2">
            <h3 className="font-medium">{t("request")}</h3>
            {found.body === null ? <p className="text-table text-muted">{t("gone")}</p> : <Text label={t("request")} text={pretty(found.body)} />}
            {found.body !== null && <CopyButton text={found.body} label={t("copy")} className="self-start" />}
          </section>
          {found.tries.length === 0 && <p className="text-table text-muted">{t("noAttempts")}</p>}
          {[...found.tries].reverse().map((one) => (
            <Attempt key={one.number} one={one} />
          ))}
        </div>
      )}
    </Sheet>
  );
}

function Attempt({ one }: { one: WebhookAttempt }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <section className="flex flex-col gap-2">
      <h3 className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium">{t("attempt", { number: one.number })}</span>
        <Pill tone={one.error === null ? "good" : "bad"}>{one.status ?? t("noAnswer")}</Pill>
        <span className="text-xs text-muted">
          {formats.instant(one.at)} · {t("milliseconds", { count: one.milliseconds })}
        </span>
      </h3>
      {one.error && <p lang="en" className="text-table text-bad">{one.error}</p>}
      {one.answer && <Text label={`${t("answer")} ${one.number}`} text={one.answer} />}
      {one.isCut && <p className="text-xs text-muted">{t("cut")}</p>}
    </section>
  );
}

/** Text of others, as it is; long lines break. */
const Text = ({ label, text }: { label: string; text: string }) => (
  <pre tabIndex={0} aria-label={label} className="max-h-60 overflow-y-auto rounded-md border border-line bg-canvas p-3 font-mono text-xs break-all whitespace-pre-wrap">
    {text}
  </pre>
);

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}
