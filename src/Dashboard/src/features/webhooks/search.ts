/** What the address of the list says. */
export interface WebhooksSearch {
  /** The sheet that is open. */
  open?: "new";
}

export const readWebhooksSearch = (search: Record<string, unknown>): WebhooksSearch => (search["open"] === "new" ? { open: "new" } : {});

export const states = ["waiting", "delivered", "failed"] as const;
export type DeliveryState = (typeof states)[number];

/** What the address of one webhook says. */
export interface WebhookSearch {
  /** Absent: deliveries in every state. */
  state?: DeliveryState;
  /** The sheet or question that is open. */
  open?: "edit";
  /** The delivery that is open. */
  delivery?: string;
}

export const readWebhookSearch = (search: Record<string, unknown>): WebhookSearch => ({
  ...(states.some((one) => one === search["state"]) ? { state: search["state"] as DeliveryState } : {}),
  ...(search["open"] === "edit" ? { open: "edit" } : {}),
  ...(typeof search["delivery"] === "string" ? { delivery: search["delivery"] } : {}),
});
