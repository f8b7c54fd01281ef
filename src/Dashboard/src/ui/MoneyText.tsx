import type { Money } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { cx } from "@/lib/cx";
import { isNegative } from "@/lib/decimal";

export interface MoneyTextProps {
  money: Money | null | undefined;
  /** Left out where the column or the line says it already. */
  bare?: boolean;
  large?: boolean;
  className?: string;
}

/** An amount: tabular figures, the currency small behind it, a true minus. */
export function MoneyText({ money, bare, large, className }: MoneyTextProps) {
  const formats = useFormats();
  if (!money) return <span className="text-faint">–</span>;
  return (
    <span data-numeric className={cx("whitespace-nowrap", large && "text-2xl font-semibold tracking-tight", isNegative(money.amount) && "text-bad", className)}>
      {formats.amount(money)}
      {!bare && <span className={cx("ml-1 font-normal text-muted", large ? "text-sm tracking-normal" : "text-[11px]")}>{money.currency}</span>}
    </span>
  );
}
