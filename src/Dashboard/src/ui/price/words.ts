import { useMemo } from "react";
import type { PriceTerms, TierTerms } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText, type Translate } from "@/i18n/messages";
import { minorUnits, showDecimal } from "@/lib/decimal";
import { messages } from "./messages";

/** How a price is told in a currency: a line, or one for each tier after the name of the model. A model without words here is told by its type. */
export function priceLines(t: Translate<(typeof messages)["en"]>, locale: string, price: PriceTerms, currency: string): string[] {
  const number = (text: string | null | undefined) => showDecimal(text ?? "0", locale, 0);
  const money = (text: string | null | undefined) => showDecimal(text ?? "0", locale, minorUnits(currency));
  const some = (text: string | null | undefined, say: (text: string) => string) => (text && /[1-9]/.test(text) ? [say(text)] : []);
  const tiers = (say: (tier: TierTerms) => string[]) =>
    (price.tiers ?? []).map((tier, at, all) => {
      const before = all[at - 1]?.upTo;
      const range = tier.upTo ? t("saysUpTo", { end: number(tier.upTo) }) : before ? t("saysOver", { from: number(before) }) : t("saysAny");
      const said = [...say(tier), ...some(tier.flat, (flat) => t("saysFlat", { price: money(flat) }))];
      return `${range}: ${said.length > 0 ? said.join(" + ") : money("0")}`;
    });
  switch (price.type) {
    case "flat":
      return [money(price.fee)];
    case "per-unit":
      return [t("saysEach", { price: money(price.unitPrice) })];
    case "graduated":
    case "volume":
      return [t(price.type), ...tiers((tier) => (tier.unit ? [t("saysEach", { price: money(tier.unit) })] : []))];
    case "package":
      return [t("saysPackage", { price: money(price.packagePrice), size: number(price.packageSize) }), ...some(price.freeUnits, (free) => t("saysFree", { free: number(free) }))];
    case "percentage":
      return [
        [t("saysShare", { rate: number(price.rate) }), ...some(price.fixedPerEvent, (fee) => t("saysFee", { price: money(fee) }))].join(" + "),
        ...(price.freeEvents ? [t("saysFreeEvents", { free: number(String(price.freeEvents)) })] : []),
        ...(price.freeAmount ? [t("saysFreeAmount", { price: money(price.freeAmount) })] : []),
        ...(price.minPerEvent ? [t("saysLeast", { price: money(price.minPerEvent) })] : []),
        ...(price.maxPerEvent ? [t("saysMost", { price: money(price.maxPerEvent) })] : []),
      ];
    case "graduated-percentage":
      return [t(price.type), ...tiers((tier) => (tier.rate ? [t("saysRate", { rate: number(tier.rate) })] : []))];
    case "blocks":
      if (price.units || !price.tiers) return [t("blocks")];
      return [t(price.policy === "top-tier" ? "saysTop" : "blocks"), ...price.tiers.map((tier) => t(tier.maxBlocks ? "saysBlocks" : "saysMoreBlocks", { count: number(tier.maxBlocks), size: number(tier.blockSize), price: money(tier.pricePerBlock) }))];
    case "dynamic":
      return [t("saysTimes", { factor: number(price.multiplier ?? "1") })];
    default:
      return [price.type];
  }
}

export function usePriceWords() {
  const t = useText(messages);
  const { locale } = useFormats();
  return useMemo(() => (price: PriceTerms, currency: string) => priceLines(t, locale, price, currency), [t, locale]);
}
