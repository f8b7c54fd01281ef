import type { TaxRate } from "@/api/types";
import { readDecimal, showDecimal } from "@/lib/decimal";

/** Taxes as one types them: "VAT 19; City tax 2.5". */
export const writeTaxes = (taxes: readonly TaxRate[], locale: string): string => taxes.map((tax) => `${tax.name} ${showDecimal(tax.rate, locale, 0)}`).join("; ");

/** Taxes as typed, each a name and a rate in hundredths; null where one cannot be read. */
export function readTaxes(text: string, locale: string): TaxRate[] | null {
  const taxes: TaxRate[] = [];
  for (const part of text.split(";").map((one) => one.trim()).filter(Boolean)) {
    const [, name, typed] = /^(.*\S)\s+([\d.,]+)\s*%?$/.exec(part) ?? [];
    const rate = typed === undefined ? null : readDecimal(typed, locale);
    if (name === undefined || rate === null) return null;
    taxes.push({ name, rate });
  }
  return taxes;
}
