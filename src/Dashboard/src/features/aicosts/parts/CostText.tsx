import type { Money } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { cx } from "@/lib/cx";
import { isNegative } from "@/lib/decimal";
import { costText } from "./cost";

/** A cost, shortened to four decimals; all of it on hover. */
export function CostText({ cost, large, className }: { cost: Money | null | undefined; large?: boolean; className?: string }) {
  const { locale } = useFormats();
  if (!cost) return <span className="text-faint">–</span>;
  return (
    <span data-numeric title={`${cost.amount} ${cost.currency}`} className={cx("tabular whitespace-nowrap", large && "text-2xl font-semibold tracking-tight", isNegative(cost.amount) && "text-bad", className)}>
      {costText(cost, locale)}
      <span className={cx("ml-1 font-normal text-muted", large ? "text-sm tracking-normal" : "text-[11px]")}>{cost.currency}</span>
    </span>
  );
}
