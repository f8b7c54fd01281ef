import type { AiRecordFilter } from "@/api/types";
import { addDays, type Day } from "@/lib/dates";
import { daysOf, isComplete, type Condition } from "@/ui/table/conditions";
import type { RecordsSearch } from "./search";

export const bases = ["reported", "computed", "estimated", "manual"] as const;

/** The server's filter for what the address says; its last day is the one behind ours. */
export function recordsFilter(list: RecordsSearch["list"], conditions: readonly Condition[], sort: string | undefined, today: Day, file?: string): AiRecordFilter {
  const one = (column: string) => conditions.find((condition) => condition.column === column && condition.op === "is")?.values[0];
  const day = conditions.find((condition) => condition.column === "day" && isComplete(condition, "date"));
  const { from, through } = day ? daysOf(day, today) : {};
  const [accountId, provider, model, basis] = [one("account"), one("provider"), one("model"), bases.find((basis) => basis === one("basis"))];
  return {
    ...(list === "unpriced" ? { unpriced: true } : list === "manual" ? { source: "manual" } : list === "seats" ? { report: "seats" } : list === "withdrawn" ? { withdrawn: true } : {}),
    ...(from ? { from } : {}), ...(through ? { until: addDays(through, 1) } : {}),
    ...(accountId ? { accountId } : {}), ...(provider ? { provider } : {}), ...(model ? { model } : {}), ...(basis ? { basis } : {}), ...(file ? { importId: file } : {}), ...(sort ? { sort } : {}),
  };
}
