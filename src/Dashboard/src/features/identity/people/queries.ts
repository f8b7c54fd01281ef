import { queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";

/** Everybody who belongs to the organisation. */
export const peopleQuery = queryOptions({ queryKey: [keys.people], queryFn: ({ signal }) => ask(api.GET("/api/users", { signal })) });
export const invitationsQuery = queryOptions({ queryKey: [keys.people, "invitations"], queryFn: ({ signal }) => ask(api.GET("/api/users/invitations", { signal })) });
