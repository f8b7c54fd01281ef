import type { PriceQuote, QuotePart } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { minorUnits, showDecimal } from "@/lib/decimal";
import { useText } from "@/i18n/messages";
import { messages } from "./messages";

/** The amount and its parts, which add up to it. */
export function Result({ quote, stale }: { quote: PriceQuote; stale: boolean }) {
  const t = useText(messages);
  const formats = useFormats();
  const minor = minorUnits(quote.amount.currency);
  const number = (value: string | null, least = 0) => (value === null ? "–" : showDecimal(value, formats.locale, least));
  const nameOf = (part: QuotePart) => {
    if (part.kind === "event" && part.number === null) return t("furtherEvents");
    return part.kind === "tier" || part.kind === "event" ? t(`${part.kind}N`, { n: part.number ?? 1 }) : t(part.kind);
  };
  return (
    <div className={stale ? "opacity-60" : ""}>
      <p className="mb-3 text-sm text-muted">
        {t("comesTo")}{" "}
        <output aria-label={t("amount")} className="tabular text-xl font-semibold text-ink">
          {formats.money(quote.amount)}
        </output>
      </p>
      <div tabIndex={0} role="region" aria-label={t("breakdown")} className="relative overflow-x-auto rounded-card border border-line">
        <table className="w-full text-table">
          <caption className="sr-only">{t("breakdown")}</caption>
          <thead className="bg-canvas text-muted">
            <tr>
              <th scope="col" className="px-3 py-1.5 text-left font-medium">
                {t("part")}
              </th>
              {(["quantity", "price", "flatFee", "amount"] as const).map((column) => (
                <th key={column} scope="col" className="px-3 py-1.5 text-right font-medium">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {quote.breakdown.map((part, index) => (
              <tr key={index} className="border-t border-line">
                <th scope="row" className="px-3 py-1.5 text-left font-normal">
                  {nameOf(part)}
                </th>
                {[part.quantity, part.unit, part.flat].map((value, column) => (
                  <td key={column} className="tabular px-3 py-1.5 text-right whitespace-nowrap text-muted">
                    {number(value)}
                  </td>
                ))}
                <td className="tabular px-3 py-1.5 text-right whitespace-nowrap">{number(part.amount, minor)}</td>
              </tr>
            ))}
            <tr className="border-t border-line-strong font-medium">
              <th scope="row" colSpan={4} className="px-3 py-1.5 text-left font-medium">
                {t("sum")}
              </th>
              <td className="tabular px-3 py-1.5 text-right whitespace-nowrap">{formats.amount(quote.amount)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  );
}
