import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Ban } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { Coupon } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Confirm, Field, MoneyText, Page, Pill, Section, toast } from "@/ui";
import { ClientPicker } from "@/ui/clients/ClientPicker";
import { useClientNames } from "@/ui/clients/useClientNames";
import { OnePage } from "../parts/OnePage";
import { messages } from "./messages";
import { couponQuery, giveCoupon, takeCouponAway, withdrawCoupon } from "./queries";
import { worthOf } from "./worth";

/** One coupon: who has it, and what it took off. */
export function CouponPage() {
  const { id } = useParams({ from: "/usage/coupons/$id" });
  const t = useText(messages);
  const found = useQuery({ ...couponQuery(id), enabled: useMay("usage.see") });
  return (
    <OnePage title={t("coupon")} found={found}>
      {(coupon) => <Loaded coupon={coupon} />}
    </OnePage>
  );
}

function Loaded({ coupon }: { coupon: Coupon }) {
  const t = useText(messages);
  const formats = useFormats();
  const queries = useQueryClient();
  const arrange = useMay("usage.arrange");
  const [question, setQuestion] = useState<"withdraw" | { takeAway: string } | null>(null);
  const [client, setClient] = useState<string | null>(null);
  const nameOf = useClientNames(coupon.clients.map((one) => one.clientId));
  const act = useMutation({
    mutationFn: ({ what }: { what: () => Promise<Coupon>; said: string }) => what(),
    onSuccess: (now, { said }) => {
      queries.setQueryData([keys.coupons, coupon.id], now);
      void queries.invalidateQueries({ queryKey: [keys.coupons, "list"] });
      toast.done(said);
      setClient(null);
    },
    onError: (error) => toast.error(error),
    onSettled: () => setQuestion(null),
  });
  return (
    <Page
      title={coupon.name}
      about={<span className="flex flex-wrap items-center gap-2"><span className="font-mono text-table">{coupon.code}</span>{t("off", { value: worthOf(coupon, formats) })}{coupon.withdrawn && <Pill>{t("withdrawn")}</Pill>}</span>}
      actions={arrange && !coupon.withdrawn && <Button tone="danger" icon={<Ban aria-hidden className="size-4" />} onClick={() => setQuestion("withdraw")}>{t("withdraw")}</Button>}
    >
      <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6">
        {arrange && !coupon.withdrawn && (
          <div className="flex flex-wrap items-end gap-3">
            <Field label={t("client")} className="w-64 max-w-full">
              <ClientPicker label={t("client")} value={client} onChange={setClient} without={coupon.clients.map((one) => one.clientId)} />
            </Field>
            <Button tone="primary" busy={act.isPending} disabled={client === null} onClick={() => act.mutate({ what: () => giveCoupon(coupon, client!), said: t("given") })}>{t("give")}</Button>
          </div>
        )}
        <Section title={t("clients")}>
          {coupon.clients.length === 0 ? (
            <p className="text-table text-muted">{t("noClients")}</p>
          ) : (
            <ul aria-label={t("clients")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
              {coupon.clients.map((one) => (
                <li key={one.clientId} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2.5">
                  <span className="min-w-0 flex-1 basis-48 font-medium wrap-anywhere">{nameOf(one.clientId)}</span>
                  <span className="text-table text-muted">{t("since", { day: formats.day(one.since), count: formats.number(one.used) })}</span>
                  {arrange && <Button onClick={() => setQuestion({ takeAway: one.clientId })}>{t("takeAway")}</Button>}
                  {one.uses.map((use) => (
                    <span key={use.source} className="flex basis-full justify-between gap-3 text-xs text-muted"><span className="wrap-anywhere">{use.source}</span><MoneyText money={use.amount} /></span>
                  ))}
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
      <Confirm open={question === "withdraw"} onClose={() => setQuestion(null)} title={t("withdrawTitle")} description={t("withdrawHelp")} action={t("withdraw")} danger busy={act.isPending} onConfirm={() => act.mutate({ what: () => withdrawCoupon(coupon), said: t("didWithdraw") })} />
      {question !== null && typeof question === "object" && (
        <Confirm open onClose={() => setQuestion(null)} title={t("takeAwayTitle", { client: nameOf(question.takeAway) })} description={t("takeAwayHelp")} action={t("takeAway")} danger busy={act.isPending} onConfirm={() => act.mutate({ what: () => takeCouponAway(coupon, question.takeAway), said: t("takenAway") })} />
      )}
    </Page>
  );
}
