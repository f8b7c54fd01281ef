import type { ReactNode } from "react";
import type { Money } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { MoneyText } from "@/ui";
import { messages } from "./messages";

export interface Line {
  key: string;
  kind: "charge" | "coupon" | "overage" | "cap" | "trueUp" | "credit";
  name: string;
  group: string | null;
  quantity: string | null;
  whole: Money;
  amount: Money;
}

/** Lines of a bill, each with its quantity and its amount. */
export function Lines({ lines, label, amountOf = (line) => line.amount, more }: { lines: readonly Line[]; label: string; amountOf?: (line: Line) => Money; more?: (line: Line) => ReactNode }) {
  const t = useText(messages);
  const { locale } = useFormats();
  return (
    <ul aria-label={label} className="mb-2 ml-5 border-l border-line pl-3 text-table">
      {lines.map((line) => (
        <li key={line.key} className="py-1">
          <span className="flex items-baseline justify-between gap-4">
            <span className="min-w-0 wrap-anywhere">
              {line.kind === "charge" || line.kind === "coupon" ? line.name : t(line.kind)}
              {line.group && `, ${line.group}`}
              {line.quantity && <span className="tabular text-muted"> × {showDecimal(line.quantity, locale, 0)}</span>}
            </span>
            <MoneyText money={amountOf(line)} />
          </span>
          {more?.(line)}
        </li>
      ))}
    </ul>
  );
}
