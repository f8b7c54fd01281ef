import type { Subscription, SubscriptionBill, SubscriptionHistory } from "@/api/types";
import { todayIn, type Day } from "@/lib/dates";

/** Something of the time line: what was billed, or what happened without a bill. */
export type Moment = { key: string; day: Day; bill: SubscriptionBill } | { key: string; day: Day; event: string };

const billing: Record<SubscriptionBill["reason"], string> = { period: "subscriptions.period_billed", change: "subscriptions.subscription_switched", end: "subscriptions.subscription_canceled" };

/** Newest first. A period, a switch or an end that was billed is told by its bill. */
export function timelineOf({ bills, timeZone, startAt }: Pick<Subscription, "bills" | "timeZone" | "startAt">, items: SubscriptionHistory["items"] = []): Moment[] {
  // What cost nothing has no bill: the latest of each kind belong together.
  const versions = new Map<SubscriptionBill, number>();
  for (const [reason, event] of Object.entries(billing)) {
    const [asked, happened] = [bills.filter((bill) => bill.reason === reason), items.filter((item) => item.event === event)];
    for (const [at, bill] of asked.toReversed().entries()) versions.set(bill, happened.at(-1 - at)?.version ?? 0);
  }
  const told = new Set(versions.values());
  const moments = items.flatMap((item): (Moment & { version: number })[] => {
    if (item.event === billing.period || told.has(item.version)) return [];
    // It may have been written down later than it began.
    const day = todayIn(timeZone, new Date(item.event.endsWith("subscription_started") ? startAt : item.at));
    return [{ key: `event ${item.version}`, day, event: item.event, version: item.version }];
  });
  const asked = bills.map((bill) => ({ key: `bill ${bill.number}`, day: bill.on, bill, version: versions.get(bill)! }));
  return [...moments, ...asked].sort((a, b) => (a.day === b.day ? b.version - a.version : a.day < b.day ? 1 : -1)).map(({ version: _, ...moment }) => moment);
}

export const parkedOf = (subscription: Subscription) => subscription.bills.flatMap((bill) => (bill.invoice?.state === "parked" ? [bill.invoice] : []));
