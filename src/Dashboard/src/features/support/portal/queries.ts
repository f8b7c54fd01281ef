import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { PortalUserInput } from "@/api/types";

/** Those who may come in, or may no more, by name. */
export const portalUsersQuery = (withdrawn: boolean, clientId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: [keys.supportPortal, "list", withdrawn, clientId ?? "all"],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/support/portal-users", { params: { query: { withdrawn, limit: 50, ...(clientId ? { clientId } : {}), ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

const at = (id: string) => ({ params: { path: { id } } });
export const invite = (body: PortalUserInput) => ask(api.POST("/api/support/portal-users", { body }));
export const inviteAgain = (id: string) => ask(api.POST("/api/support/portal-users/{id}/invite", at(id)));
export const showInvoices = (id: string, seesInvoices: boolean) => ask(api.PATCH("/api/support/portal-users/{id}", { ...at(id), body: { seesInvoices } }));
export const withdraw = (id: string) => ask(api.POST("/api/support/portal-users/{id}/withdraw", at(id)));
export const forget = (id: string) => ask(api.POST("/api/support/portal-users/{id}/forget", at(id)));
