import type { HostedSiteFilter } from "@/api/types";
import type { SitesSearch } from "./search";

/** The server's filter for what the address says. */
export function sitesFilter({ list, of }: Pick<SitesSearch, "list" | "of">, search: string, sort: string | undefined): HostedSiteFilter {
  return {
    ...(list === "archived" ? { archived: true } : list === "active" ? { active: true } : list === "ended" ? { active: false } : {}),
    ...(of ? { clientId: of } : {}),
    ...(search.trim() ? { search: search.trim() } : {}),
    ...(sort ? { sort } : {}),
  };
}
