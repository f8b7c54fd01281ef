import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";

export const categoriesQuery = queryOptions({ queryKey: [keys.supportTerms, "categories"], queryFn: ({ signal }) => ask(api.GET("/api/support/categories", { signal })) });
export const ratesQuery = queryOptions({ queryKey: [keys.supportTerms, "rates"], queryFn: ({ signal }) => ask(api.GET("/api/support/rate-cards", { signal })) });
export const allowancesQuery = queryOptions({ queryKey: [keys.supportTerms, "allowances"], queryFn: ({ signal }) => ask(api.GET("/api/support/allowances", { signal })) });

/** The categories of requests; undefined while they load. */
export const useCategories = () => useQuery({ ...categoriesQuery, enabled: useMay("support.see") }).data?.items;
