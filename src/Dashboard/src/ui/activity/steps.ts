import type { Activity } from "@/api/types";
import { groupBy } from "@/lib/groupBy";

/** What one actor did to one thing in one go: told as one line, the weightiest first. The server has made one line of each act. */
export interface Step {
  first: Activity;
  more: number;
}

const weight = ["import_taken", "import_undone", "received_amount_noted", "facility_billed", "billing_record_withdrawn", "billing_record_restored", "facility_opened", "group_opened"];
const rank = (one: Activity) => {
  const at = weight.indexOf(aliasOf(one));
  return at < 0 ? weight.length : at;
};

/** `facilities.facility_billed` → `facility_billed`. */
export const aliasOf = (one: Activity) => one.type.slice(one.type.indexOf(".") + 1);

/** Neighbours of the same actor and thing within two minutes become one step. Newest first, as they come. */
export function stepsOf(lines: readonly Activity[]): Step[] {
  const steps: Activity[][] = [];
  for (const line of lines) {
    const last = steps.at(-1)?.at(-1);
    const together = last && last.id === line.id && last.actor.id === line.actor.id && Date.parse(last.at) - Date.parse(line.at) <= 120_000;
    if (together) steps.at(-1)!.push(line);
    else steps.push([line]);
  }
  return steps.map((step) => ({ first: step.reduce((best, one) => (rank(one) < rank(best) ? one : best)), more: step.reduce((sum, one) => sum + one.changes, 0) - 1 }));
}

/** Steps by day in a time zone; `dayOf` says which day an instant is. */
export const byDay = (steps: readonly Step[], dayOf: (at: string) => string) => groupBy(steps, ({ first }) => dayOf(first.at));

/** The record that a line is about, to open it; null for other things. */
export const recordOf = (one: Activity): string | null => (/^(billing_(record|date)|billed_|facility_billed|received_|receipt_|period_|note_|status_(picked|cleared))/.test(aliasOf(one)) ? one.id : null);
