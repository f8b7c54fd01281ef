import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { ExchangeRate } from "@/api/types";
import type { StatisticsSearch } from "./search";

export const statisticsQuery = ({ from, to, compare, in: convertTo, rates: at }: StatisticsSearch) =>
  queryOptions({
    queryKey: [keys.invoices, "statistics", from, to, compare, convertTo, at],
    queryFn: ({ signal }) => ask(api.GET("/api/invoices/stats", { params: { query: { ...(from ? { from } : {}), ...(to ? { to } : {}), ...(compare ? { compare } : {}), ...(convertTo ? { convertTo } : {}), ...(convertTo && at ? { at } : {}) } }, signal })),
  });

/** Billed and received by month. */
export const monthsQuery = ({ from, to, compare }: Pick<StatisticsSearch, "from" | "to" | "compare">) =>
  queryOptions({
    queryKey: [keys.invoices, "months", from, to, compare],
    queryFn: ({ signal }) => ask(api.GET("/api/invoices/stats/months", { params: { query: { ...(from ? { from } : {}), ...(to ? { to } : {}), ...(compare ? { compare } : {}) } }, signal })),
  });

export const enterRate = (rate: ExchangeRate) => ask(api.PUT("/api/exchange-rates", { body: { rates: [rate] } }));
