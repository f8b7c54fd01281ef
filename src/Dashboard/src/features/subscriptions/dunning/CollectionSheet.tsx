import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Ban, RotateCcw } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { Dunning } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Confirm, ErrorText, type Fact, FactList, Loading, Pill, Sheet, Skeleton, toast } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { Cards } from "../cards/Cards";
import { Attempts } from "./Attempts";
import { CollectionPill } from "./CollectionPill";
import { messages } from "./messages";
import { dunningQuery, refundAgain, stop, tryNow } from "./queries";
import { Refunds } from "./Refunds";

const linkClass = "underline decoration-line-strong underline-offset-2";

/** The collecting of one invoice: what was tried, with which card, and the ways to try again or to leave it. */
export function CollectionSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const keep = useMay("subscriptions.keep");
  const [asksToStop, setAsksToStop] = useState(false);
  const collection = useQuery(dunningQuery(id));
  const now = collection.data;
  const act = useMutation({
    mutationFn: ({ run }: { run: () => Promise<Dunning>; said: string }) => run(),
    onSuccess: (_, { said }) => toast.done(said),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      setAsksToStop(false);
      return Promise.all([keys.dunning, keys.subscriptions, keys.invoices].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  const ended = now?.state === "paid" || now?.state === "dropped";
  return (
    <Sheet
      open
      wide
      onClose={onClose}
      title={now ? t("collectionOf", { number: now.number }) : t("collection")}
      actions={
        keep && now && !ended && (
          <>
            {now.state !== "stopped" && (
              <Button tone="danger" icon={<Ban aria-hidden className="size-4" />} disabled={act.isPending} onClick={() => setAsksToStop(true)}>
                {t("stop")}
              </Button>
            )}
            <Button tone="primary" icon={<RotateCcw aria-hidden className="size-4" />} busy={act.isPending} onClick={() => act.mutate({ run: () => tryNow(now), said: t("tried") })}>
              {t("tryNow")}
            </Button>
          </>
        )
      }
    >
      <ErrorText error={collection.error} onRetry={() => void collection.refetch()} />
      {!now && !collection.error && (
        <Loading>
          <Skeleton className="h-60 w-full" />
        </Loading>
      )}
      {now && (
        <div className="flex flex-col gap-6">
          <div>
            <p className="flex flex-wrap items-center gap-2">
              <CollectionPill state={now.state} />
              {now.disputes.length > 0 && <Pill tone="bad">{t("disputed")}</Pill>}
              <span className="text-table text-muted">{t(`stateHint_${now.state}`)}</span>
            </p>
            <About collection={now} />
          </div>
          <Attempts attempts={now.attempts} />
          {now.refunds.length > 0 && <Refunds refunds={now.refunds} onRepeat={keep && !act.isPending ? (number) => act.mutate({ run: () => refundAgain(now, number), said: t("refundAsked") }) : undefined} />}
          <Cards clientId={now.clientId} />
          <Confirm
            open={asksToStop}
            danger
            busy={act.isPending}
            onClose={() => setAsksToStop(false)}
            title={t("stopTitle")}
            description={t("stopHelp", { number: now.number })}
            action={t("doStop")}
            onConfirm={() => act.mutate({ run: () => stop(now), said: t("stopped") })}
          />
        </div>
      )}
    </Sheet>
  );
}

function About({ collection }: { collection: Dunning }) {
  const t = useText(messages);
  const formats = useFormats();
  const invoicing = useMay("invoicing.see");
  const client = useClientNames([collection.clientId])(collection.clientId, t("client"));
  const facts: readonly Fact[] = [
    [t("client"), invoicing ? <Link to="/clients/$id" params={{ id: collection.clientId }} className={linkClass}>{client}</Link> : client],
    [t("invoice"), invoicing ? <Link to="/invoices/$id" params={{ id: collection.invoiceId }} className={linkClass}>{collection.number}</Link> : collection.number],
    [t("subscription"), <Link key="subscription" to="/subscriptions/$id" params={{ id: collection.subscriptionId }} className={linkClass}>{t("toSubscription")}</Link>],
    [t("next"), collection.nextAt && formats.instant(collection.nextAt)],
    [t("disputes"), collection.disputes.length > 0 && collection.disputes.join(", ")],
  ];
  return <FactList facts={facts} className="mt-3" />;
}
