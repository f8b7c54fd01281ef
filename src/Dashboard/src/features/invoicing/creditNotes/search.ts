import { readTableSearch, type TableSearch } from "@/ui/table/view";

/** What the address of the credit notes says. */
export interface CreditNotesSearch extends TableSearch {
  /** Only this client's. */
  of?: string;
}

export const readCreditNotesSearch = (search: Record<string, unknown>): CreditNotesSearch => ({ ...readTableSearch(search), ...(typeof search.of === "string" && search.of !== "" ? { of: search.of } : {}) });
