import type { AuditFilter } from "@/api/types";
import { addDays, startOfDay, type Day } from "@/lib/dates";
import { daysOf, type Condition } from "@/ui/table";

/** What the table's filters mean to the server. Days are days of the organisation. */
export function auditFilter(conditions: readonly Condition[], today: Day, timeZone: string): AuditFilter {
  const filter: AuditFilter = {};
  for (const condition of conditions) {
    const [value] = condition.values;
    if (condition.column === "at") {
      const { from, through } = daysOf(condition, today);
      if (from) filter.from = startOfDay(from, timeZone);
      if (through) filter.to = startOfDay(addDays(through, 1), timeZone);
    } else if (value && condition.column === "outcome") filter.outcome = value as "done" | "refused";
    else if (value && condition.column === "who") filter.actor = value;
    else if (value && condition.column === "action") filter.action = value;
    else if (value && condition.column === "entity") filter.entity = value;
    else if (value && condition.column === "entityId") filter.entityId = value;
  }
  return filter;
}

export const queryText = (filter: AuditFilter) => new URLSearchParams(Object.entries(filter).map(([name, value]) => [name, String(value)])).toString();
