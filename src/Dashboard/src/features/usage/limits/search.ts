/** What the address of the limits page says. */
export interface LimitsSearch {
  /** Only those whose subject or name has this in it. */
  find?: string;
}

export const readLimitsSearch = ({ find }: Record<string, unknown>): LimitsSearch => (typeof find === "string" && find !== "" && find.length <= 255 ? { find } : {});
