import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { Subscription } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { todayIn } from "@/lib/dates";
import { Section } from "@/ui";
import { usePlanWords } from "../parts/words";
import { messages } from "./messages";

/** What a subscription is. */
export function Facts({ subscription, client }: { subscription: Subscription; client: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const words = usePlanWords();
  const day = (at: string | null) => at && formats.day(todayIn(subscription.timeZone, new Date(at)));
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t("client"), <Link key="client" to="/clients/$id" params={{ id: subscription.clientId }} className="underline decoration-line-strong underline-offset-2">{client}</Link>],
    [t("plan"), <Link key="plan" to="/subscriptions/plans/$code" params={{ code: subscription.plan }} className="underline decoration-line-strong underline-offset-2">{t("planVersion", { plan: subscription.planName, version: subscription.planVersion })}</Link>],
    [t("quantity"), formats.number(subscription.quantity)],
    [t("currency"), subscription.currency],
    [t("period"), subscription.currentPeriod && `${formats.day(subscription.currentPeriod.from)} – ${formats.day(subscription.currentPeriod.through)}`],
    [t("renews"), subscription.canceledAt === null && !subscription.cancelAtPeriodEnd ? day(subscription.renewsAt) : null],
    [t("trialEnds"), subscription.trialEndsAt && formats.instant(subscription.trialEndsAt)],
    [t("anchor"), subscription.anchorDay && t("anchorDay", { day: subscription.anchorDay })],
    [t("started"), formats.instant(subscription.startAt)],
    [t("canceled"), subscription.canceledAt && formats.instant(subscription.canceledAt)],
    [t("zone"), subscription.timeZone],
    [t("access"), t(subscription.hasAccess ? "yes" : "no")],
    [t("outsideId"), subscription.outsideId],
    ...subscription.entitlements.map((one) => [words.entitlement(one.name), words.limit(one)] as const),
  ];
  return (
    <Section title={t("facts")}>
      <dl className="text-table">
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name} className="flex items-baseline justify-between gap-3 border-b border-line py-1.5">
                <dt className="text-muted">{name}</dt>
                <dd className="tabular min-w-0 text-right wrap-anywhere">{value}</dd>
              </div>
            ),
        )}
      </dl>
    </Section>
  );
}
