import type { Subscription, SubscriptionBill, SubscriptionHistory } from "@/api/types";
import { todayIn, type Day } from "@/lib/dates";

/** Something of the time line: what was billed, or what happened without a bill. */
export type Moment = { key: string; day: Day; bill: SubscriptionBill } | { key: string; day: Day; event: string };

/** What a bill tells already. */
const billed = new Set(["subscriptions.period_billed"]);

/** Newest first. A switch or an end that was billed is told by its bill. */
export function timelineOf({ bills, timeZone, startAt }: Pick<Subscription, "bills" | "timeZone" | "startAt">, items: SubscriptionHistory["items"] = []): Moment[] {
  const reasons = (reason: SubscriptionBill["reason"], day: Day) => bills.some((bill) => bill.reason === reason && bill.on === day);
  const happened = items.flatMap((item): Moment[] => {
    // It may have been written down later than it began.
    const day = todayIn(timeZone, new Date(item.event.endsWith("subscription_started") ? startAt : item.at));
    const told = billed.has(item.event) || (item.event.endsWith("subscription_switched") && reasons("change", day)) || (item.event.endsWith("subscription_canceled") && reasons("end", day));
    return told ? [] : [{ key: `event ${item.version}`, day, event: item.event }];
  });
  const asked = bills.map((bill): Moment => ({ key: `bill ${bill.number}`, day: bill.on, bill }));
  // Of one day what happened comes before what it billed; newest first that is after it.
  return [...happened, ...asked].map((moment, at) => ({ moment, at })).sort((a, b) => (a.moment.day === b.moment.day ? b.at - a.at : a.moment.day < b.moment.day ? 1 : -1)).map(({ moment }) => moment);
}

export const parkedOf = (subscription: Subscription) => subscription.bills.flatMap((bill) => (bill.invoice?.state === "parked" ? [bill.invoice] : []));
