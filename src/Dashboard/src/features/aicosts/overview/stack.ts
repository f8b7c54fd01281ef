import type { AiDay } from "@/api/types";
import { groupBy } from "@/lib/groupBy";
import type { Ink } from "@/ui/chart/types";
import { roundUp } from "../parts/scale";

const inks = ["accent-ink", "warn", "good", "muted", "open"] as const satisfies readonly Ink[];
const rest: Ink = "line-strong";

export interface Stacked {
  /** The largest first; what all that is smaller is drawn as comes last, without a name. */
  groups: { name: string | null; ink: Ink; share: number }[];
  /** The round number that the chart reaches up to. */
  scale: number;
  /** Each day that has a cost, with its parts from below to above as shares of the scale. */
  days: { day: string; parts: { line: AiDay; ink: Ink; from: number; to: number }[]; top: number }[];
}

/** Days of one currency as stacked bars. Floats only place the bars: what is read is the server's own text. */
export function stacked(lines: readonly AiDay[]): Stacked {
  const drawn = (line: AiDay) => Math.max(0, Number(line.cost.amount));
  const weights = new Map<string, number>();
  for (const line of lines) weights.set(line.group, (weights.get(line.group) ?? 0) + drawn(line));
  const whole = [...weights.values()].reduce((sum, one) => sum + one, 0);
  const order = [...weights].sort(([a, left], [b, right]) => right - left || (a < b ? -1 : 1)).map(([name]) => name);
  const share = (names: readonly string[]) => (whole === 0 ? 0 : names.reduce((sum, name) => sum + weights.get(name)!, 0) / whole);
  const named = order.length > inks.length ? order.slice(0, inks.length - 1) : order;
  const others = order.slice(named.length);
  const inkOf = (name: string) => (named.includes(name) ? inks[named.indexOf(name)]! : rest);
  const byDay = groupBy(lines, (line) => line.day);
  const most = Math.max(0, ...byDay.map(([, of]) => of.reduce((sum, line) => sum + drawn(line), 0)));
  const scale = most === 0 ? 1 : roundUp(most);
  const days = byDay.map(([day, of]) => {
    let at = 0;
    const parts = [...of].sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group)).map((line) => ({ line, ink: inkOf(line.group), from: at / scale, to: (at += drawn(line)) / scale }));
    return { day, parts, top: at / scale };
  });
  return { groups: [...named.map((name) => ({ name, ink: inkOf(name), share: share([name]) })), ...(others.length > 0 ? [{ name: null, ink: rest, share: share(others) }] : [])], scale, days };
}
