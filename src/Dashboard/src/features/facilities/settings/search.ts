import { readTableSearch, type TableSearch } from "@/ui/table/view";

/** What the address of the settings may say: the tab, and what is open in a sheet (an id, or "new"). */
export interface SettingsSearch extends TableSearch {
  tab?: "groups" | "facilities" | "statuses";
  edit?: string;
}

export function readSettingsSearch(search: Record<string, unknown>): SettingsSearch {
  const { tab, edit } = search;
  return {
    ...(tab === "facilities" ? readTableSearch(search) : {}),
    ...(tab === "groups" || tab === "facilities" || tab === "statuses" ? { tab } : {}),
    ...(typeof edit === "string" && edit !== "" ? { edit } : {}),
  };
}
