/** What the address says of a charge that is open beside a page. */
export interface ChargeSearch {
  /** The open charge, or `new`. */
  charge?: string;
  /** The version of it looked at; absent: as it is. */
  at?: number;
}

export const readChargeSearch = ({ charge, at }: Record<string, unknown>): ChargeSearch =>
  typeof charge === "string" && charge !== "" ? { charge, ...(charge !== "new" && Number.isInteger(at) && (at as number) >= 1 ? { at: at as number } : {}) } : {};
