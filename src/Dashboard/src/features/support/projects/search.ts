import { readTableSearch, type TableSearch } from "@/ui/table/view";

export const projectViews = ["all", "notReady", "ready", "invoiced", "paid", "archived"] as const;
export type ProjectView = (typeof projectViews)[number];

/** What the address of the projects says. */
export interface ProjectsSearch extends TableSearch {
  /** Absent: all that are not put away. */
  list?: Exclude<ProjectView, "all">;
  of?: string;
  /** The project that is open, or the form for a new one. */
  open?: string;
}

export function readProjectsSearch(search: Record<string, unknown>): ProjectsSearch {
  const list = projectViews.find((view) => view === search.list);
  const [of, open] = [search.of, search.open].map((given) => (typeof given === "string" ? given : ""));
  return { ...readTableSearch(search), ...(list && list !== "all" ? { list } : {}), ...(of ? { of } : {}), ...(open ? { open } : {}) };
}
