import { readTableSearch, type TableSearch } from "@/ui/table/view";

export const paymentViews = ["all", "counted", "undone"] as const;
export type PaymentView = (typeof paymentViews)[number];

/** What the address of the payments says. */
export interface PaymentsSearch extends TableSearch {
  /** Absent: all. */
  list?: Exclude<PaymentView, "all">;
  /** Only this client's. */
  of?: string;
  /** The open payment, or `new`. */
  payment?: string;
  /** The version of it looked at; absent: as it is. */
  at?: number;
}

export function readPaymentsSearch(search: Record<string, unknown>): PaymentsSearch {
  const { list, of, payment, at } = search;
  const text = (value: unknown) => typeof value === "string" && value !== "";
  return { ...readTableSearch(search), ...(list === "counted" || list === "undone" ? { list } : {}), ...(text(of) ? { of: of as string } : {}), ...(text(payment) ? { payment: payment as string, ...(payment !== "new" && Number.isInteger(at) && (at as number) >= 1 ? { at: at as number } : {}) } : {}) };
}
