/** What the address of the plans says. */
export interface PlansSearch {
  /** Those that are archived, too. */
  archived?: true;
}

export const readPlansSearch = ({ archived }: Record<string, unknown>): PlansSearch => (archived === true ? { archived } : {});
