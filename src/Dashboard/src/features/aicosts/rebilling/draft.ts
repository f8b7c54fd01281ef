import type { AiRebilled, AiRebillingInput, AiRebillingTerms } from "@/api/types";
import { compareDecimals, isZero, minorUnits, readDecimal, showDecimal } from "@/lib/decimal";

export const kinds = ["markup", "margin"] as const;
export type Kind = (typeof kinds)[number];

/** What a client pays, as it is typed. */
export interface Draft {
  client: string | null;
  kind: Kind;
  markup: string;
  margin: string;
}

export const newDraft: Draft = { client: null, kind: "markup", markup: "", margin: "" };

export const draftOf = ({ clientId, markup, margin }: AiRebillingTerms, locale: string): Draft => ({ client: clientId, kind: margin ? "margin" : "markup", markup: markup === null ? "" : showDecimal(markup, locale, 0), margin: margin ? showDecimal(margin.amount, locale, minorUnits(margin.currency)) : "" });

/** Whether what is typed is a share or an amount from nothing on. */
export const isFine = (text: string, locale: string) => {
  const read = readDecimal(text, locale);
  return read !== null && compareDecimals(read, "0") >= 0;
};

/** What is sent: one of the two, the margin in the client's currency; null while something is missing. */
export function inputOf({ client, kind, markup, margin }: Draft, currency: string | undefined, locale: string): AiRebillingInput | null {
  if (client === null) return null;
  if (kind === "markup") return isFine(markup, locale) && compareDecimals(readDecimal(markup, locale)!, "1000") <= 0 ? { markup: readDecimal(markup, locale)! } : null;
  return currency !== undefined && isFine(margin, locale) ? ({ margin: { amount: readDecimal(margin, locale)!, currency } } as AiRebillingInput) : null;
}

/** How many charges would be made or put right. */
export const toBill = ({ charges }: Pick<AiRebilled, "charges">): number => charges.filter(({ difference }) => !isZero(difference.amount)).length;
