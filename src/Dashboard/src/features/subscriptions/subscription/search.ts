/** What the address of a subscription says: the version looked at, and what is open over it. */
export interface SubscriptionSearch {
  at?: number;
  open?: "change" | "cancel" | "coupon" | "pause" | "portal";
}

const openable = ["change", "cancel", "coupon", "pause", "portal"] as const;

export function readSubscriptionSearch({ at, open }: Record<string, unknown>): SubscriptionSearch {
  const known = openable.find((one) => one === open);
  return { ...(Number.isInteger(at) && (at as number) >= 1 ? { at: at as number } : {}), ...(known ? { open: known } : {}) };
}
