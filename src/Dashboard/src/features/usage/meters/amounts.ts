import type { Formats } from "@/i18n/formats";
import type { Meter, UsageLine } from "@/api/types";
import { showDecimal } from "@/lib/decimal";
import type { Window } from "./search";

/** An amount with its unit. */
export const amountText = (amount: string, meter: Meter, locale: string) => `${showDecimal(amount, locale, 0)}${meter.unit ? ` ${meter.unit}` : ""}`;

/** When a window was, in the organisation's zone; its instants come with that zone's offset. */
export function windowText(line: UsageLine, window: Window, formats: Formats): string {
  const day = line.from.slice(0, 10);
  return window === "month" ? formats.month(day) : window === "day" ? formats.day(day) : `${formats.day(day)} ${formats.clock(line.from)}`;
}
