import type { SupportProjectFilter } from "@/api/types";
import type { Day } from "@/lib/dates";
import { daysOf, isComplete, type Condition } from "@/ui/table";
import type { ProjectsSearch } from "./search";

/** The server's filter for what the address says. Incomplete or unknown conditions filter nothing. */
export function projectsFilter({ list, of }: Pick<ProjectsSearch, "list" | "of">, { search, conditions }: { search: string; conditions: readonly Condition[] }, sort: string | undefined, today: Day): SupportProjectFilter {
  const filter: SupportProjectFilter = { ...(list === "archived" ? { archived: true } : list ? { status: list } : {}), ...(of ? { clientId: of } : {}), ...(search.trim() ? { search: search.trim() } : {}), ...(sort ? { sort } : {}) };
  for (const condition of conditions) {
    if (condition.column === "category" && isComplete(condition, "choice")) filter.category = condition.values[0]!;
    else if (condition.column === "completedOn" && (condition.op === "empty" || condition.op === "notEmpty")) filter.undated = condition.op === "empty";
    else if (condition.column === "completedOn" && isComplete(condition, "date")) {
      const { from, through } = daysOf(condition, today);
      Object.assign(filter, from ? { from } : {}, through ? { to: through } : {});
    }
  }
  return filter;
}
