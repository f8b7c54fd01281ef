/** What the address of the terms says: which form is open. */
export interface SettingsSearch {
  open?: "rates" | "allowance" | "category";
}

const forms = ["rates", "allowance", "category"] as const;

export function readSettingsSearch(search: Record<string, unknown>): SettingsSearch {
  const open = forms.find((form) => form === search.open);
  return open ? { open } : {};
}
