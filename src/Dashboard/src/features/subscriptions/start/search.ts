/** A new subscription may begin with its client and its plan. */
export interface StartSearch {
  client?: string;
  plan?: string;
}

export const readStartSearch = (search: Record<string, unknown>): StartSearch => Object.fromEntries((["client", "plan"] as const).flatMap((name) => (typeof search[name] === "string" && search[name] !== "" ? [[name, search[name]] as const] : [])));
