import { readTableSearch, type TableSearch } from "@/ui/table/view";

export const quoteViews = ["all", "draft", "open", "accepted", "declined", "expired"] as const;
export type QuoteView = (typeof quoteViews)[number];

/** What the address of the list says. */
export interface QuotesSearch extends TableSearch {
  /** Absent: all. */
  list?: Exclude<QuoteView, "all">;
  /** Only this client's. */
  of?: string;
}

export function readQuotesSearch(search: Record<string, unknown>): QuotesSearch {
  const list = quoteViews.find((view) => view === search.list);
  return { ...readTableSearch(search), ...(list && list !== "all" ? { list } : {}), ...(typeof search.of === "string" && search.of !== "" ? { of: search.of } : {}) };
}

/** What the address of a quote says: the version looked at, and what is open beside it. */
export interface QuoteSearch {
  at?: number;
  open?: "send";
}

export const readQuoteSearch = ({ at, open }: Record<string, unknown>): QuoteSearch => ({ ...(Number.isInteger(at) && (at as number) >= 1 ? { at: at as number } : {}), ...(open === "send" ? { open } : {}) });

/** A new quote may begin with its client. */
export const readNewQuoteSearch = ({ client }: Record<string, unknown>): { client?: string } => (typeof client === "string" && client !== "" ? { client } : {});
