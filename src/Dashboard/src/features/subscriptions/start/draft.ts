import type { Offer, SubscriptionInput } from "@/api/types";
import { startOfDay, type Day } from "@/lib/dates";

/** A subscription as it is typed. */
export interface StartDraft {
  client: string | null;
  plan: string | null;
  quantity: string;
  /** Null: now. */
  on: Day | null;
  /** As the plan has it where nothing is typed. */
  trial: string;
  anchor: "anniversary" | "day" | "calendar";
  anchorDay: string;
  along: boolean;
  outsideId: string;
  /** The code of one, or nothing. */
  coupon: string;
  /** Of a start that is past: that it is meant so, however long ago. */
  backdate: boolean;
}

export const emptyStart = (client: string | null, plan: string | null): StartDraft => ({ client, plan, quantity: "1", on: null, trial: "", anchor: "anniversary", anchorDay: "1", along: false, outsideId: "", coupon: "", backdate: false });

export const hasSeats = (offer: Offer | undefined) => offer?.terms.components.some((component) => component.kind === "seats") ?? false;
/** Whether everything it asks for has a price in a currency. */
export const isPricedIn = (offer: Offer, currency: string) => offer.terms.components.every((component) => component.prices.length === 0 || component.prices.some((price) => price.currency === currency));

/** Whether it begins before today: then every period since is billed at once. */
export const isPast = ({ on }: StartDraft, today: Day) => on !== null && on < today;

const whole = (text: string, least: number, most: number) => {
  const typed = text.trim();
  return /^\d{1,7}$/.test(typed) && Number(typed) >= least && Number(typed) <= most ? Number(typed) : null;
};

export type StartFault = "client" | "plan" | "quantity" | "trial" | "anchorDay" | "currency";

/** What cannot be sent yet, and what would be. */
export function readStart(draft: StartDraft, offer: Offer | undefined, currency: string | undefined, timeZone: string, today: Day): { faults: ReadonlySet<StartFault>; body: SubscriptionInput | null } {
  const faults = new Set<StartFault>();
  if (!draft.client) faults.add("client");
  if (!offer) faults.add("plan");
  else if (currency && !isPricedIn(offer, currency)) faults.add("currency");
  const quantity = hasSeats(offer) ? whole(draft.quantity, 1, 1_000_000) : 1;
  if (quantity === null) faults.add("quantity");
  const trial = draft.trial.trim() === "" ? undefined : whole(draft.trial, 0, 730);
  if (trial === null) faults.add("trial");
  const byDay = draft.anchor === "day" && offer?.terms.interval.unit !== "week";
  const anchorDay = byDay ? whole(draft.anchorDay, 1, 31) : undefined;
  if (anchorDay === null) faults.add("anchorDay");
  if (faults.size > 0) return { faults, body: null };
  return {
    faults,
    body: {
      clientId: draft.client!, planCode: offer!.code, quantity: quantity!,
      // Today is now: an instant of the morning would be past.
      ...(draft.on && draft.on !== today ? { startAt: startOfDay(draft.on, timeZone) } : {}),
      ...(trial === undefined ? {} : { trialDays: trial! }),
      ...(draft.anchor === "calendar" ? { anchor: "calendar" as const } : {}), ...(anchorDay ? { anchorDay } : {}),
      ...(draft.along ? { alongOthers: true } : {}), ...(draft.outsideId.trim() ? { outsideId: draft.outsideId.trim() } : {}),
      ...(draft.coupon.trim() ? { coupon: draft.coupon.trim() } : {}), ...(isPast(draft, today) && draft.backdate ? { backdate: true } : {}),
    },
  };
}
