import type { ReactNode } from "react";
import type { ComparedStats, ConvertedStats, InvoiceStats, StatsChange } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { MoneyText } from "@/ui";
import { ages, behind, figures, type Days } from "./behind";
import { BehindLink } from "./BehindLink";
import { messages } from "./messages";
import { Since, Was } from "./Since";

type Item = InvoiceStats | ConvertedStats;

/** What of the money went back, and what was taken off. */
const takenOff = ["refunded", "paidOut", "credited"] as const;

/** The figures, a column for each currency; nothing of two currencies is added. `days`: each opens what it counts of them. `before`: the days that they are compared with. */
export function Figures({ label, items, days, before }: { label: string; items: readonly Item[]; days?: Days; before?: ComparedStats | null }) {
  const t = useText(messages);
  const formats = useFormats();
  const beside = (item: Item, show: (of: { was: InvoiceStats; since: StatsChange }) => ReactNode): ReactNode => {
    const [was, since] = [before?.items.find((one) => one.currency === item.currency), before?.changes.find((one) => one.currency === item.currency)];
    return was && since && show({ was, since });
  };
  const number = (value: number) => formats.number(Math.round(value * 10) / 10);
  const moved = (by: number) => (by === 0 ? t("same") : `${by > 0 ? "+" : "−"}${number(Math.abs(by))}`);
  const percent = (rate: string | null) => (rate === null ? "–" : `${formats.number(Number(rate))} %`);
  return (
    <div tabIndex={0} role="region" aria-label={label} className="overflow-x-auto rounded-card border border-line">
      <table className="w-full text-table">
        <caption className="sr-only">{label}</caption>
        <thead className="bg-canvas text-muted">
          <tr>
            <th scope="col" className="px-3 py-1.5 text-left font-medium">
              {t("figure")}
            </th>
            {items.map((item) => (
              <th key={item.currency} scope="col" className="px-3 py-1.5 text-right font-medium">
                {item.currency}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((name) => (
            <Line key={name} name={t(name)} items={items}>
              {(item) => (
                <>
                  {days ? (
                    <BehindLink of={behind(name, item.currency, days)} className="explained inline-block min-h-6 rounded leading-6">
                      <MoneyText money={item[name].sum} bare />
                    </BehindLink>
                  ) : (
                    <MoneyText money={item[name].sum} bare />
                  )}{" "}
                  <span className="ml-1 text-xs text-muted">({formats.number(item[name].count)})</span>
                  {name !== "draft" && beside(item, ({ was, since }) => <Since was={was[name].sum} change={since[name]} />)}
                </>
              )}
            </Line>
          ))}
          {takenOff.map((name) => (
            <Line key={name} name={t(name)} items={items}>
              {(item) => (
                <>
                  <MoneyText money={item[name]} bare />
                  {beside(item, ({ was, since }) => <Since was={was[name]} change={since[name]} />)}
                </>
              )}
            </Line>
          ))}
          <Line name={t("average")} items={items}>
            {(item) => (
              <>
                <MoneyText money={item.average} bare />
                {beside(item, ({ was, since }) => was.average && since.average && <Since was={was.average} change={since.average} />)}
              </>
            )}
          </Line>
          {items.some((item) => "averageDaysToPay" in item) && (
            <Line name={t("averageDaysToPay")} items={items}>
              {(item) => (
                <>
                  {"averageDaysToPay" in item && item.averageDaysToPay !== null ? number(item.averageDaysToPay) : "–"}
                  {beside(item, ({ was, since }) => was.averageDaysToPay !== null && since.averageDaysToPay !== null && <Was text={t("was", { amount: number(was.averageDaysToPay), moved: moved(since.averageDaysToPay) })} />)}
                </>
              )}
            </Line>
          )}
          <Line name={t("collectionRate")} items={items}>
            {(item) => (
              <>
                {percent(item.collectionRate)}
                {beside(item, ({ was, since }) => was.collectionRate !== null && since.collectionRate !== null && <Was text={t("was", { amount: percent(was.collectionRate), moved: since.collectionRate === 0 ? t("same") : t("points", { by: moved(since.collectionRate) }) })} />)}
              </>
            )}
          </Line>
          {ages.map((age) => (
            <Line key={age} name={t(age)} items={items}>
              {(item) => (
                <>
                  <MoneyText money={item.aging[age]} bare />
                  {beside(item, ({ was }) => <Was text={t("wasPlain", { value: formats.amount(was.aging[age]) })} />)}
                </>
              )}
            </Line>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Line = ({ name, items, children }: { name: string; items: readonly Item[]; children: (item: Item) => ReactNode }) => (
  <tr className="border-t border-line">
    <th scope="row" className="px-3 py-1.5 text-left font-normal whitespace-nowrap">
      {name}
    </th>
    {items.map((item) => (
      <td key={item.currency} className="tabular px-3 py-1.5 text-right whitespace-nowrap">
        {children(item)}
      </td>
    ))}
  </tr>
);
