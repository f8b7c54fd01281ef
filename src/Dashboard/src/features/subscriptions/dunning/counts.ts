import type { DunningRow } from "@/api/types";
import type { DunningView } from "./search";

/** How many are in each view of what is not paid. Of more than one page nothing is known: a part of a count would be a wrong one. */
export function countsOf(page: { items: readonly Pick<DunningRow, "state">[]; nextCursor: string | null } | undefined): Partial<Record<DunningView, number>> {
  if (!page || page.nextCursor !== null) return {};
  const of = (state: DunningRow["state"]) => page.items.filter((row) => row.state === state).length;
  return { open: page.items.length, retrying: of("retrying"), needsAction: of("needsAction"), exhausted: of("exhausted"), underWay: of("underWay") };
}
