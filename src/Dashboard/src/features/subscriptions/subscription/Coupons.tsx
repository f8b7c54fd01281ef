import { Plus } from "lucide-react";
import type { Subscription } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { Button, Pill, Section } from "@/ui";
import { messages } from "./messages";

/** What takes something off, and how often it did; without `onTake` nobody may change that. */
export function Coupons({ subscription, busy, onTake, onDrop }: { subscription: Subscription; busy: boolean; onTake?: () => void; onDrop?: (code: string) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <Section
      title={t("coupons")}
      actions={
        onTake && (
          <Button size="sm" icon={<Plus aria-hidden className="size-3.5" />} onClick={onTake}>
            {t("takeCoupon")}
          </Button>
        )
      }
    >
      {subscription.coupons.length === 0 ? (
        <p className="text-table text-muted">{t("noCoupons")}</p>
      ) : (
        <ul aria-label={t("coupons")} className="text-table">
          {subscription.coupons.map((one) => (
            <li key={one.code} className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line py-2">
              <span className="min-w-0 font-medium wrap-anywhere">{one.name}</span>
              <span className="tabular">{one.off ? formats.money(one.off) : `${showDecimal(one.share ?? "0", formats.locale, 0)} %`}</span>
              {one.holds === false && <Pill tone="quiet">{t("couponUsedUp")}</Pill>}
              <span className="basis-full text-muted">
                <span className="font-mono text-xs">{one.code}</span> · {one.periods === null ? t("couponForever") : t("couponPeriods", { used: one.used ?? 0, periods: one.periods })}
              </span>
              {onDrop && (
                <Button size="sm" tone="ghost" className="ml-auto" disabled={busy} aria-label={`${t("dropCoupon")}: ${one.name}`} onClick={() => onDrop(one.code)}>
                  {t("dropCoupon")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
