import { queryOptions, useQuery } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import { stripeQuery } from "../stripe/queries";

export const cardsQuery = (clientId: string) => queryOptions({ queryKey: [keys.cards, clientId], queryFn: ({ signal }) => ask(api.GET("/api/clients/{clientId}/payment-methods", { params: { path: { clientId } }, signal })) });

export const addCard = (clientId: string, token: string, isDefault: boolean) => ask(api.POST("/api/clients/{clientId}/payment-methods", { params: { path: { clientId } }, body: { token, default: isDefault } }));
export const preferCard = (clientId: string, id: string) => ask(api.POST("/api/clients/{clientId}/payment-methods/{id}/default", { params: { path: { clientId, id } } }));
export const removeCard = (clientId: string, id: string) => ask(api.DELETE("/api/clients/{clientId}/payment-methods/{id}", { params: { path: { clientId, id } } }));

/** Who keeps cards that are added now; null where one may not know, or does not yet. */
export function useProvider(): "stripe" | "test" | null {
  const stripe = useQuery({ ...stripeQuery, enabled: useMay("operations.see") }).data;
  return stripe ? (stripe.asks ? "stripe" : "test") : null;
}
