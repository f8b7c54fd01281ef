import type { ChurnPage, RevenueMovement, RevenuePage } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { isNegative, isZero } from "@/lib/decimal";
import { MoneyText, Section } from "@/ui";
import { ChartMenu } from "@/ui/chart";
import { messages } from "./messages";
import { stepsOf, type Step } from "./steps";

const isBorder = ({ name }: Step) => name === "before" || name === "after";

/** From what came in when the days began to what comes in at their end; a movement opens who is behind it. */
export function Waterfall({ revenue, churn, chosen, onChoose }: { revenue: RevenuePage; churn: ChurnPage | undefined; chosen: RevenueMovement | undefined; onChoose: (movement: RevenueMovement | undefined) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const { currency, days } = revenue;
  const steps = stepsOf(revenue, churn);
  const picture = () => ({
    title: t("waterfall"),
    about: [currency, ...(days.length > 0 ? [`${formats.day(days[0]!.day)} – ${formats.day(days.at(-1)!.day)}`] : [])].join(" · "),
    legend: [],
    plot: { bars: steps.map((step) => ({ label: t(`step_${step.name}`), value: formats.money({ amount: step.amount, currency }), ink: isBorder(step) ? "muted" : isNegative(step.amount) ? "bad" : "good", from: step.left, to: step.right }) as const) },
  });
  const table = () => [[t("movement"), t("amount"), t("currency")], ...steps.map((step) => [t(`step_${step.name}`), step.amount, currency])];
  return (
    <Section title={t("waterfall")} about={<span className="max-phone:hidden">{t("waterfallHelp")}</span>} actions={<ChartMenu label={`${t("waterfall")}, ${currency}`} name={`movements-${currency.toLowerCase()}`} picture={picture} table={table} />}>
      <ul aria-label={t("waterfall")} className="flex flex-col rounded-card border border-line bg-surface py-1 text-table">
        {steps.map((step) => {
          const { name, amount, left, right } = step;
          const money = { amount, currency };
          const border = isBorder(step);
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
              {name === "before" || name === "after" ? (
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
