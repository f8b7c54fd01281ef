import type { Invoice } from "@/api/types";
import { compareDecimals, isZero } from "@/lib/decimal";

export type Settled = Pick<Invoice, "paid" | "credited" | "total">;
export type ShownState = Invoice["state"] | "credited";

/** The state in the words of the screen: nobody paid what was credited whole, although nothing is outstanding. */
export const shownState = ({ state, paid, credited, total }: Pick<Invoice, "state"> & Settled): ShownState =>
  state === "paid" && isZero(paid.amount) && !isZero(total.amount) && compareDecimals(credited.amount, total.amount) === 0 ? "credited" : state;
