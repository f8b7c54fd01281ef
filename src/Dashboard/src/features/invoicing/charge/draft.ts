import type { ChargeInput, InvoiceInput } from "@/api/types";
import type { Day } from "@/lib/dates";
import { readDecimal } from "@/lib/decimal";
import { readPeriod, type PeriodDraft } from "../editor/draft";

/** Of a price for one piece, as exact as the server keeps it. */
const MOST_DECIMALS = 12;

/** A charge as it is typed. */
export interface ChargeDraft {
  clientId: string | null;
  description: string;
  quantity: string;
  price: string;
  currency: string;
  period: PeriodDraft;
  availableFrom: Day | null;
  /** Empty: the first of the settings. */
  category: string;
  group: string;
  reference: string;
}

export const emptyCharge = (clientId: string | null, currency: string, today: Day): ChargeDraft => ({ clientId, description: "", quantity: "1", price: "", currency, period: { from: null, through: null }, availableFrom: today, category: "", group: "", reference: "" });

export type ChargeFault = "client" | "description" | "quantity" | "price" | "fine" | "period";

/** What the server is sent, or the fields that cannot be read. */
export function readCharge(draft: ChargeDraft, locale: string): { body: ChargeInput } | { faults: ChargeFault[] } {
  const quantity = readDecimal(draft.quantity, locale);
  const unitPrice = readDecimal(draft.price, locale);
  const period = readPeriod(draft.period);
  const wrong: Record<ChargeFault, boolean> = {
    client: draft.clientId === null, description: draft.description.trim() === "", quantity: quantity === null, price: unitPrice === null, fine: (unitPrice?.split(".")[1]?.length ?? 0) > MOST_DECIMALS, period: period === undefined,
  };
  const faults = (Object.keys(wrong) as ChargeFault[]).filter((field) => wrong[field]);
  if (faults.length > 0 || draft.clientId === null || quantity === null || unitPrice === null) return { faults };
  const words = Object.fromEntries(([["taxCategory", draft.category], ["group", draft.group], ["reference", draft.reference]] as const).flatMap(([name, text]) => (text.trim() ? [[name, text.trim()]] : [])));
  return { body: { clientId: draft.clientId, description: draft.description.trim(), quantity, unitPrice, currency: draft.currency, ...(period ? { period } : {}), ...(draft.availableFrom ? { availableFrom: draft.availableFrom } : {}), ...words } };
}

/** The invoice of that charge alone, to ask what it comes to; null while it cannot be read. */
export function trialOf(draft: ChargeDraft, locale: string): InvoiceInput | null {
  const read = readCharge({ ...draft, description: draft.description || "–", period: { from: null, through: null } }, locale);
  return "body" in read ? { clientId: read.body.clientId, currency: draft.currency, lines: [{ description: read.body.description, quantity: read.body.quantity ?? null, unitPrice: read.body.unitPrice, taxes: [], kind: "item", charges: [] }] } : null;
}
