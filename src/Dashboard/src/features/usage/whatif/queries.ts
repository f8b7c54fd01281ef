import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { UsagePlan, WantedTerms } from "@/api/types";

/** Both plans side by side; nothing is written. Other terms are tried with the plan's currency and periods. */
export const whatIfQuery = (plan: UsagePlan | undefined, terms: WantedTerms | null, from: string, to: string) => {
  const body = { from, to, ...(terms === null ? { plan: plan?.code ?? "" } : { terms, currency: plan?.currency ?? "", every: plan?.period.every ?? "month", startsOn: plan?.period.startsOn ?? "2024-01-01" }) };
  return queryOptions({ queryKey: [keys.plans, "what-if", body], queryFn: ({ signal }) => ask(api.POST("/api/pricing/what-if", { body, signal })), placeholderData: keepPreviousData, retry: false });
};
