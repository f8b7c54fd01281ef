import type { Money } from "@/api/types";
import { isNegative, isZero, minorUnits } from "@/lib/decimal";

const most = 4;

/** The amount of a cost with the currency's decimals and up to four; what is smaller is told to be so. It is shown, and nothing goes on with it. */
export function costText({ amount, currency }: Money, locale: string): string {
  const least = Math.min(minorUnits(currency), most);
  const text = new Intl.NumberFormat(locale, { minimumFractionDigits: least, maximumFractionDigits: most }).format(amount.replace("-", "") as unknown as Intl.StringNumericLiteral);
  const sign = isNegative(amount) ? "−" : "";
  if (isZero(amount) || /[1-9]/.test(text)) return `${sign}${text}`;
  return `${sign}< ${new Intl.NumberFormat(locale, { minimumFractionDigits: most }).format("0.0001" as unknown as Intl.StringNumericLiteral)}`;
}
