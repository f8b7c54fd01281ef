import type { ConvertedStats, InvoiceStats } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { MoneyText } from "@/ui";
import { ages, behind, figures, type Days } from "./behind";
import { BehindLink } from "./BehindLink";
import { messages } from "./messages";

type Item = InvoiceStats | ConvertedStats;

/** What of the money that came in went back. */
const takenOff = ["refunded", "paidOut"] as const;

/** The figures, a column for each currency; nothing of two currencies is added. `days`: each opens what it counts of them. */
export function Figures({ label, items, days }: { label: string; items: readonly Item[]; days?: Days }) {
  const t = useText(messages);
  const formats = useFormats();
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
                </>
              )}
            </Line>
          ))}
          {takenOff.map((name) => (
            <Line key={name} name={t(name)} items={items}>
              {(item) => <MoneyText money={item[name]} bare />}
            </Line>
          ))}
          <Line name={t("credited")} items={items}>
            {(item) => <MoneyText money={item.credited} bare />}
          </Line>
          <Line name={t("average")} items={items}>
            {(item) => <MoneyText money={item.average} bare />}
          </Line>
          {items.some((item) => "averageDaysToPay" in item) && (
            <Line name={t("averageDaysToPay")} items={items}>
              {(item) => ("averageDaysToPay" in item && item.averageDaysToPay !== null ? formats.number(Math.round(item.averageDaysToPay * 10) / 10) : "–")}
            </Line>
          )}
          <Line name={t("collectionRate")} items={items}>
            {(item) => percent(item.collectionRate)}
          </Line>
          {ages.map((age) => (
            <Line key={age} name={t(age)} items={items}>
              {(item) => <MoneyText money={item.aging[age]} bare />}
            </Line>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Line = ({ name, items, children }: { name: string; items: readonly Item[]; children: (item: Item) => React.ReactNode }) => (
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
