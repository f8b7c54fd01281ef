import type { Condition } from "@/ui/table";
import type { StripeSearch } from "./search";

export interface StripeFilter {
  type?: string;
  objectId?: string;
  outcome?: string;
  waiting?: boolean;
  sort?: string;
}

/** The server's filter for what the address says. What is typed is a type where it has a dot, else the id of an object. */
export function stripeFilter(list: StripeSearch["list"], search: string, conditions: readonly Condition[], sort: string | undefined): StripeFilter {
  const typed = search.trim();
  const type = conditions.find((one) => one.column === "type")?.values[0] ?? (typed.includes(".") ? typed : undefined);
  return {
    ...(list === "waiting" ? { waiting: true } : list ? { outcome: list } : {}), ...(type ? { type } : {}), ...(typed && !typed.includes(".") ? { objectId: typed } : {}), ...(sort ? { sort } : {}),
  };
}
