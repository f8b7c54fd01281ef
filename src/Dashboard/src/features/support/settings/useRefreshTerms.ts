import { useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";

/** Asks again for what is agreed, and for all that follows from it. */
export function useRefreshTerms(): () => Promise<unknown> {
  const queries = useQueryClient();
  return () => Promise.all([keys.supportTerms, keys.supportMonths, keys.supportRequests].map((key) => queries.invalidateQueries({ queryKey: [key] })));
}
