import { isDay, type Day } from "@/lib/dates";

/** What the address of a client's page says. */
export interface ClientSearch {
  /** Absent: what there is to know at a glance. */
  tab?: "statement";
  /** The last day of the statement; absent: today. */
  on?: Day;
  /** The version looked at. */
  at?: number;
  /** What is open beside it. */
  open?: "payment" | "charge" | "credit" | "refund" | "payOut";
}

export function readClientSearch({ tab, on, at, open }: Record<string, unknown>): ClientSearch {
  return {
    ...(tab === "statement" ? { tab } : {}), ...(typeof on === "string" && isDay(on) ? { on } : {}), ...(Number.isInteger(at) && (at as number) >= 1 ? { at: at as number } : {}),
    ...(open === "payment" || open === "charge" || open === "credit" || open === "refund" || open === "payOut" ? { open } : {}),
  };
}
