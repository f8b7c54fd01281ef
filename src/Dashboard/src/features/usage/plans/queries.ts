import { queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { PeriodLength, UsagePlan, WantedTerms } from "@/api/types";

export const plansQuery = queryOptions({ queryKey: [keys.plans], queryFn: ({ signal }) => ask(api.GET("/api/usage-plans", { signal })) });

export const planQuery = (code: string) => queryOptions({ queryKey: [keys.plans, "one", code], queryFn: ({ signal }) => ask(api.GET("/api/usage-plans/{code}", { params: { path: { code } }, signal })) });

export const planClientsQuery = (code: string) => queryOptions({ queryKey: [keys.plans, "clients", code], queryFn: ({ signal }) => ask(api.GET("/api/usage-plans/{code}/clients", { params: { path: { code } }, signal })) });

export const definePlan = (body: { code: string; terms: WantedTerms; currency: string; every: PeriodLength; startsOn: string }) => ask(api.POST("/api/usage-plans", { body }));

export const revisePlan = (plan: UsagePlan, terms: WantedTerms) => ask(api.PUT("/api/usage-plans/{code}", { params: { path: { code: plan.code } }, headers: ifMatch(plan.version), body: { terms } }));

export const retirePlan = (code: string) => ask(api.DELETE("/api/usage-plans/{code}", { params: { path: { code } } }));

export const givePlan = (code: string, body: { clientId: string; subject?: string; from?: string; through?: string }) => ask(api.POST("/api/usage-plans/{code}/clients", { params: { path: { code } }, body }));

export const leavePlan = (code: string, assignmentId: string, through: string | null) => ask(api.POST("/api/usage-plans/{code}/clients/leave", { params: { path: { code } }, body: { assignmentId, through } }));
