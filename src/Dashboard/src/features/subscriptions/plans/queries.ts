import { queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { Offer, OfferTerms } from "@/api/types";
import type { Day } from "@/lib/dates";

/** All plans, in the order in which people choose; those that are archived among them. */
export const offersQuery = queryOptions({ queryKey: [keys.offers, "all"], queryFn: ({ signal }) => ask(api.GET("/api/plans", { signal })) });
export const offerQuery = (code: string) => queryOptions({ queryKey: [keys.offers, "one", code], queryFn: ({ signal }) => ask(api.GET("/api/plans/{code}", { params: { path: { code } }, signal })) });

/** How many have a plan, by what their subscriptions are now. */
export const havingQuery = (plan: string) =>
  queryOptions({ queryKey: [keys.subscriptions, "having", plan], queryFn: async ({ signal }) => (await ask(api.GET("/api/subscriptions", { params: { query: { plan, limit: 1 } }, signal }))).counts ?? {} });

/** The first invoices of terms that are being written. */
export const exampleQuery = (terms: OfferTerms, currency: string, quantity: number) =>
  queryOptions({ queryKey: [keys.offers, "example", terms, currency, quantity], queryFn: ({ signal }) => ask(api.POST("/api/plans/preview", { body: { terms, currency, quantity }, signal })), staleTime: 60_000 });

export interface Placing {
  public: boolean;
  sortOrder: number;
}

export const seedOffers = () => ask(api.POST("/api/plans/seed"));
export const offerPlan = (code: string, terms: OfferTerms, placing: Placing) => ask(api.POST("/api/plans", { body: { code, terms, ...placing } }));
export const reviseOffer = (onto: Offer, terms: OfferTerms, placing: Placing, existingFrom: Day | null) =>
  ask(api.PUT("/api/plans/{code}", { params: { path: { code: onto.code } }, headers: ifMatch(onto.version), body: { terms, ...placing, ...(existingFrom ? { existingFrom } : {}) } }));
export const archiveOffer = (offer: Offer) => ask(api.POST("/api/plans/{code}/archive", { params: { path: { code: offer.code } }, headers: ifMatch(offer.version) }));
export const linkOutside = (offer: Offer, prices: string[]) => ask(api.PUT("/api/plans/{code}/outside-prices", { params: { path: { code: offer.code } }, headers: ifMatch(offer.version), body: { prices } }));
