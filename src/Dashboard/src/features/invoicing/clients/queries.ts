import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { Client, ClientFilter, ClientInput } from "@/api/types";

/** Clients of a filter by cursor. */
export const clientRowsQuery = (filter: Omit<ClientFilter, "cursor" | "limit">) =>
  infiniteQueryOptions({
    queryKey: [keys.clients, "rows", filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/clients", { params: { query: { ...filter, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const clientHistoryQuery = (id: string) => queryOptions({ queryKey: [keys.clients, "history", id], queryFn: ({ signal }) => ask(api.GET("/api/clients/{id}/history", { params: { path: { id } }, signal })) });

const at = (client: Client) => ({ params: { path: { id: client.id } }, headers: ifMatch(client.version) });
export const addClient = (body: ClientInput) => ask(api.POST("/api/clients", { body }));
export const amendClient = (client: Client, body: ClientInput) => ask(api.PUT("/api/clients/{id}", { ...at(client), body }));
/** Says that an address from which mails came back is right. */
export const confirmReader = (client: Client, email: string) => ask(api.POST("/api/clients/{id}/readers/confirm", { params: { path: { id: client.id } }, body: { email } }));
export const archiveClient = (client: Client) => ask(api.DELETE("/api/clients/{id}", at(client)));
export const restoreClient = (client: Client) => ask(api.POST("/api/clients/{id}/restore", at(client)));
export const mergeClient = (double: Client, into: string) => ask(api.POST("/api/clients/{id}/merge", { ...at(double), body: { into } }));
