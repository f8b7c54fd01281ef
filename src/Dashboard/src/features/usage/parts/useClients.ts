import { useQuery } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import { clientsQuery } from "@/api/queries";

/** The first 200 clients, where one may see them: a choice of them, and what they are called. Whoever is not among them goes by their id. */
export function useClients() {
  const found = useQuery({ ...clientsQuery({ limit: 200, archived: "all" }), enabled: useMay("invoicing.see") });
  const all = found.data?.items ?? [];
  return { all, nameOf: (id: string, otherwise = id) => all.find((client) => client.id === id)?.name ?? otherwise };
}
