import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { AiSeats, AiSeatsInput, AiSeatsTerms } from "@/api/types";
import type { Day } from "@/lib/dates";

/** Seats by cursor, by name; of one account or of all. */
export const seatsQuery = (account?: string) =>
  infiniteQueryOptions({
    queryKey: [keys.aiSeats, account ?? "all"],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/ai/seats", { params: { query: { limit: 200, ...(account ? { accountId: account } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

/** What the seats of an account were charged, a record for each month, the latest first. */
export const chargesQuery = (account: string) =>
  infiniteQueryOptions({
    queryKey: [keys.aiUsage, "seats", account],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/ai/usage/records", { params: { query: { report: "seats", accountId: account, sort: "-start", limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const bookSeats = (body: AiSeatsInput) => ask(api.POST("/api/ai/seats", { body }));
export const agreeSeats = ({ id, version }: AiSeats, body: AiSeatsTerms) => ask(api.PUT("/api/ai/seats/{id}", { params: { path: { id } }, body, headers: ifMatch(version) }));
export const giveUpSeats = ({ id, version }: AiSeats, from: Day) => ask(api.DELETE("/api/ai/seats/{id}", { params: { path: { id }, query: { from } }, headers: ifMatch(version) }));
