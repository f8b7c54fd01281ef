import type { ReactNode } from "react";
import type { Money } from "@/api/types";
import { cx } from "@/lib/cx";
import { MoneyText } from "@/ui";

/** A line with its amounts, each by its name; what has none is left out. */
export function FigureLine({ title, about, amounts, children }: { title: ReactNode; about?: ReactNode; amounts: readonly (readonly [name: string, money: Money | null | undefined])[]; children?: ReactNode }) {
  return (
    <li className="border-b border-line py-1.5 text-table">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5">
        <span className={cx("min-w-0 flex-1 wrap-anywhere sm:basis-40", amounts.length > 1 ? "basis-full" : "basis-40")}>
          {title} {about && <span className="text-muted">{about}</span>}
        </span>
        {amounts.map(
          ([name, money]) =>
            money && (
              <span key={name} className="whitespace-nowrap">
                <span className="text-xs text-muted">{name}</span> <MoneyText money={money} />
              </span>
            ),
        )}
      </div>
      {children}
    </li>
  );
}
