import type { ChurnPage, RevenueMovement, RevenuePage } from "@/api/types";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { isNegative, isZero } from "@/lib/decimal";
import { MoneyText, Section } from "@/ui";
import { messages } from "./messages";
import { stepsOf } from "./steps";

/** From what came in when the days began to what comes in at their end; a movement opens who is behind it. */
export function Waterfall({ revenue, churn, chosen, onChoose }: { revenue: RevenuePage; churn: ChurnPage | undefined; chosen: RevenueMovement | undefined; onChoose: (movement: RevenueMovement | undefined) => void }) {
  const t = useText(messages);
  return (
    <Section title={t("waterfall")} about={<span className="max-phone:hidden">{t("waterfallHelp")}</span>}>
      <ul aria-label={t("waterfall")} className="flex flex-col rounded-card border border-line bg-surface py-1 text-table">
        {stepsOf(revenue, churn).map(({ name, amount, left, right }) => {
          const money = { amount, currency: revenue.currency };
          const border = name === "before" || name === "after";
          const row = (
            <>
              <span className={cx("w-28 shrink-0 text-left sm:w-36", border && "font-medium")}>{t(`step_${name}`)}</span>
              <span aria-hidden className="relative h-4 min-w-0 flex-1">
                <span className={cx("absolute inset-y-0 min-w-0.5 rounded-xs", border ? "bg-line-strong" : isNegative(amount) ? "bg-bad" : isZero(amount) ? "bg-line" : "bg-good")} style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }} />
              </span>
              <span className="w-28 shrink-0 text-right sm:w-36">
                <MoneyText money={money} {...(border ? { className: "font-medium" } : {})} />
              </span>
            </>
          );
          return (
            <li key={name}>
              {border ? (
                <span className="flex items-center gap-3 px-3 py-1.5">{row}</span>
              ) : (
                <button
                  type="button"
                  aria-pressed={name === chosen}
                  onClick={() => onChoose(name === chosen ? undefined : name)}
                  className={cx("flex w-full items-center gap-3 px-3 py-1.5 outline-offset-[-2px] hover:bg-hover", name === chosen && "bg-pressed")}
                >
                  {row}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
