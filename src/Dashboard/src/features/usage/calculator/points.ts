import type { PriceTerms } from "@/api/types";

/** Quantities that show the shape of a price: even steps to beyond what is asked for and where its tiers end. No money is computed here. */
export function quantitiesOf(model: PriceTerms, quantity: string, steps = 48): string[] {
  const ends = (model.tiers ?? []).flatMap((tier) => (tier.upTo ? [Number(tier.upTo)] : []));
  const most = Math.max(Number(quantity) * 1.5, ...ends.map((end) => end * 1.2), 10);
  const plain = (value: number) => value.toFixed(most > 100 ? 0 : 3).replace(/\.?0+$/, (zeros) => (zeros.startsWith(".") ? "" : zeros));
  const all = [...Array.from({ length: steps + 1 }, (_, step) => (most * step) / steps), ...ends].sort((a, b) => a - b);
  return [...new Set(all.map(plain))];
}
