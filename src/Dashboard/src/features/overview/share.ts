import type { Totals } from "@/api/types";

/** Widths of a bar in percent. A drawing, not an amount: what is read is the server's own text beside it. */
export function shareOf({ paid, outstanding, overdue }: Totals): { paid: number; open: number; overdue: number } {
  const [settled, late] = [Math.max(0, Number(paid.amount)), Math.max(0, Number(overdue.amount))];
  const open = Math.max(0, Number(outstanding.amount) - late);
  const whole = settled + open + late;
  const percent = (part: number) => (whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10);
  return { paid: percent(settled), open: percent(open), overdue: percent(late) };
}
