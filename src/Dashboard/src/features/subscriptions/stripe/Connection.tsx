import { CircleAlert } from "lucide-react";
import type { StripeConnection } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { CopyButton } from "@/ui";
import { messages } from "./messages";

/** How things stand with Stripe, said before anything else. */
export function Connection({ stripe }: { stripe: StripeConnection }) {
  const t = useText(messages);
  const formats = useFormats();
  const whole = stripe.asks && stripe.listens;
  const address = `${location.origin}${stripe.path}`;
  return (
    <div role="status" className={cx("mx-4 mt-3 flex items-start gap-2 rounded-md px-3 py-2 text-table sm:mx-6", whole ? "bg-quiet-soft" : "bg-warn-soft")}>
      {!whole && <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />}
      <div className="min-w-0">
        {!stripe.asks && !stripe.listens && <p className="font-medium text-warn">{t("notConnected")}</p>}
        <p className="max-w-3xl">
          {t(whole ? "connected" : stripe.listens ? "onlyListens" : stripe.asks ? "onlyAsks" : "notConnectedHelp")}
          {stripe.lookedUntil && ` ${t("looked", { at: formats.instant(stripe.lookedUntil) })}`}
          {stripe.waiting > 0 && ` ${t("waitingNow", { count: stripe.waiting })}.`}
        </p>
        <details className="mt-1">
          <summary className="w-fit rounded py-0.5 text-muted hover:text-ink">{t("setUp")}</summary>
          <dl className="mt-1 flex flex-col gap-1">
            <dt className="text-muted">{t("address")}</dt>
            <dd className="flex items-center gap-2">
              <code className="min-w-0 font-mono text-xs wrap-anywhere">{address}</code>
              <CopyButton text={address} />
            </dd>
            <dt className="text-muted">{t("types")}</dt>
            <dd className="max-w-3xl font-mono text-xs wrap-anywhere">{stripe.types.join(" ")}</dd>
          </dl>
        </details>
      </div>
    </div>
  );
}
