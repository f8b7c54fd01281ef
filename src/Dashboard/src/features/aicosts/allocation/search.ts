/** What the address of the rules says. */
export interface AllocationSearch {
  /** The rule that is changed, or a new one. */
  open?: string;
}

export const readAllocationSearch = ({ open }: Record<string, unknown>): AllocationSearch => (typeof open === "string" && /^(new|[0-9a-f-]{36})$/.test(open) ? { open } : {});
