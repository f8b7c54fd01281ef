import type { AiBudget } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Meter, MoneyText, Pill } from "@/ui";
import { CostText } from "../parts/CostText";
import { messages } from "./messages";
import { aheadOf, marksOf, tones } from "./ahead";

/** In a word, how much of a budget is gone. */
export const Badge = ({ badge }: { badge: AiBudget["badge"] }) => <Pill tone={tones[badge]}>{useText(messages)(`badge_${badge}`)}</Pill>;

/** A bar that ends with the amount, with a mark where somebody is told. */
export function Bar({ budget }: { budget: AiBudget }) {
  const t = useText(messages);
  const formats = useFormats();
  const percent = formats.number(Number(budget.used));
  return (
    <div className="relative">
      <Meter label={t("used", { percent, amount: formats.money(budget.amount), name: budget.name })} text={`${percent} %`} percent={Number(budget.used)} tone={tones[budget.badge]} />
      {marksOf(budget).map((at) => (
        <span key={at} aria-hidden className="absolute inset-y-0 w-px bg-ink" style={{ left: `${at}%` }} />
      ))}
    </div>
  );
}

/** What becomes of a budget by the end of the month, and the day on which it breaks. */
export function AheadText({ budget }: { budget: AiBudget }) {
  const t = useText(messages);
  const formats = useFormats();
  const ahead = aheadOf(budget);
  if (ahead === "breaks") return <span className="text-bad">{t("breaks", { day: formats.day(budget.projection.breaks!) })}</span>;
  return <span className={ahead === "spent" ? "text-bad" : "text-muted"}>{t(`ahead_${ahead}`)}</span>;
}

/** What is spent, left and to come of a budget, and what is told of it. */
export function Figures({ budget }: { budget: AiBudget }) {
  const t = useText(messages);
  const formats = useFormats();
  const over = budget.left.amount.startsWith("-");
  return (
    <>
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-xs [&>div]:flex [&>div]:flex-wrap [&>div]:gap-x-1.5 [&_dt]:text-muted">
        <div>
          <dt>{t("spent")}</dt>
          <dd className="tabular"><CostText cost={budget.spent} /> <span className="text-muted">{t("of")}</span> <MoneyText money={budget.amount} /></dd>
        </div>
        <div>
          <dt>{t(over ? "over" : "left")}</dt>
          <dd className="tabular"><CostText cost={{ ...budget.left, amount: budget.left.amount.replace("-", "") }} {...(over ? { className: "text-bad" } : {})} /></dd>
        </div>
        <div>
          <dt>{t("atEnd")}</dt>
          <dd className="tabular"><CostText cost={budget.projection.atEnd} /> <span className="text-muted">· {t("elapsed", { percent: formats.number(Number(budget.projection.confidence)) })}</span></dd>
        </div>
        {budget.otherCurrencies.length > 0 && (
          <div>
            <dt>{t("beside")}</dt>
            <dd className="tabular flex flex-wrap gap-x-2">{budget.otherCurrencies.map((cost) => <CostText key={cost.currency} cost={cost} />)}</dd>
          </div>
        )}
      </dl>
      {budget.thresholds.length > 0 ? (
        <ul aria-label={t("thresholdsOf", { name: budget.name })} className="flex flex-wrap gap-x-4 gap-y-1 text-xs">
          {budget.thresholds.map(({ at, level, amount, reached }) => (
            <li key={at} className="flex items-center gap-1.5">
              <Pill tone={!reached ? "quiet" : level === "warning" ? "warn" : "bad"}>{t("at", { percent: formats.number(Number(at)), level: t(`level_${level}`) })}</Pill>
              <CostText cost={amount} className="text-muted" />
              {reached && <span>{t("reached")}</span>}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-xs text-muted">{t("noThresholds")}</p>
      )}
    </>
  );
}
