import { readTableSearch, type TableSearch } from "@/ui/table/view";

export const invoiceViews = ["all", "draft", "open", "overdue", "paid"] as const;
export type InvoiceView = (typeof invoiceViews)[number];

/** What the address of the list says. */
export interface InvoicesSearch extends TableSearch {
  /** Absent: all. */
  list?: Exclude<InvoiceView, "all">;
  /** Only this client's. */
  of?: string;
}

export function readInvoicesSearch(search: Record<string, unknown>): InvoicesSearch {
  const { list, of } = search;
  return { ...readTableSearch(search), ...(list === "draft" || list === "open" || list === "overdue" || list === "paid" ? { list } : {}), ...(typeof of === "string" && of !== "" ? { of } : {}) };
}

/** What the address of an invoice says: the version looked at, and what is open beside it. */
export interface InvoiceSearch {
  at?: number;
  open?: "payment" | "trace" | "send" | "link" | "credit";
}

export function readInvoiceSearch({ at, open }: Record<string, unknown>): InvoiceSearch {
  return { ...(Number.isInteger(at) && (at as number) >= 1 ? { at: at as number } : {}), ...(open === "payment" || open === "trace" || open === "send" || open === "link" || open === "credit" ? { open } : {}) };
}
