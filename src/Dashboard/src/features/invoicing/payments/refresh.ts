import type { QueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";

/** Money moved: everything that shows it is asked for anew. */
export const refreshMoney = (queries: QueryClient) => Promise.all([keys.invoices, keys.payments, keys.creditNotes, keys.accounts].map((key) => queries.invalidateQueries({ queryKey: [key] })));
