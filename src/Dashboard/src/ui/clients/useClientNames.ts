import { useQueries } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import { clientsOfQuery } from "@/api/queries";

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const atOnce = 50;

/** What clients are called, where one may see them: asked for by their ids, a few at once. Whoever is none, or is not known yet, goes by what was given. */
export function useClientNames(ids: readonly (string | null | undefined)[]) {
  const may = useMay("invoicing.see");
  const wanted = [...new Set(ids.filter((id): id is string => !!id && isId.test(id)))];
  const some = Array.from({ length: Math.ceil(wanted.length / atOnce) }, (_, at) => wanted.slice(at * atOnce, (at + 1) * atOnce));
  const found = useQueries({ queries: some.map((few) => ({ ...clientsOfQuery(few), enabled: may })) });
  const names = new Map(found.flatMap((one) => one.data?.items ?? []).map((client) => [client.id, client.name]));
  return (id: string, otherwise = id) => names.get(id) ?? otherwise;
}
