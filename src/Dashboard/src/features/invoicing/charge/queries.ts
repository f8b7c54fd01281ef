import { queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { Charge, ChargeInput } from "@/api/types";

export const chargeQuery = (id: string) => queryOptions({ queryKey: [keys.charges, "one", id], queryFn: ({ signal }) => ask(api.GET("/api/charges/{id}", { params: { path: { id } }, signal })) });

/** What happened to a charge, and how it stood: now, or at a version. */
export const chargeHistoryQuery = (id: string, at?: number) =>
  queryOptions({
    queryKey: [keys.charges, "history", id, at ?? "now"],
    queryFn: ({ signal }) => ask(api.GET("/api/charges/{id}/history", { params: { path: { id }, query: at === undefined ? {} : { at: String(at) } }, signal })),
    ...(at === undefined ? {} : { staleTime: Infinity }),
  });

export const postCharge = (body: ChargeInput) => ask(api.POST("/api/charges", { body }));
export const withdrawCharge = (charge: Charge, reason: string) => ask(api.POST("/api/charges/{id}/withdraw", { params: { path: { id: charge.id } }, headers: ifMatch(charge.version), body: { reason } }));
