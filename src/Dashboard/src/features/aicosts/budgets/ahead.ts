import type { AiBudget } from "@/api/types";
import { isNegative } from "@/lib/decimal";

/** The colours of a badge, for a bar and for a word. */
export const tones = { ok: "good", warning: "warn", critical: "bad" } as const satisfies Record<AiBudget["badge"], string>;

/** What is to be said of the days to come. */
export type Ahead = "spent" | "breaks" | "lasts" | "untouched";

/** An amount that is spent already breaks on no day to come. */
export function aheadOf({ projection, left, spent }: Pick<AiBudget, "projection" | "left" | "spent">): Ahead {
  if (!/[1-9]/.test(left.amount) || isNegative(left.amount)) return "spent";
  if (projection.breaks) return "breaks";
  return /[1-9]/.test(spent.amount) ? "lasts" : "untouched";
}

/** Where the marks of thresholds stand on a bar that ends with the amount, in hundredths of it; the end itself has none. */
export const marksOf = ({ thresholds }: Pick<AiBudget, "thresholds">): number[] => thresholds.map(({ at }) => Number(at)).filter((at) => at < 100);
