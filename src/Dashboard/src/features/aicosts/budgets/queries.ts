import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, ask, ifMatch } from "@/api/client";
import { isProblem } from "@/api/problem";
import { keys } from "@/api/queries";
import type { AiBudget, AiBudgetInput, AiBudgetTerms } from "@/api/types";
import { sameTerms } from "./draft";

/** Budgets by cursor, by name, as they stand this month. */
export const budgetsQuery = (closed: boolean) =>
  infiniteQueryOptions({
    queryKey: [keys.aiBudgets, closed],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/ai/budgets", { params: { query: { closed, limit: 200, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

const at = (id: string) => ({ params: { path: { id } } });
const put = ({ id, version }: AiBudget, body: AiBudgetTerms) => ask(api.PUT("/api/ai/budgets/{id}", { ...at(id), body, headers: ifMatch(version) }));

export const openBudget = (body: AiBudgetInput) => ask(api.POST("/api/ai/budgets", { body }));
export const closeBudget = (id: string) => api.DELETE("/api/ai/budgets/{id}", at(id));

/** Arranges a budget as it was seen. That a threshold was told in the meantime is nobody's change, and no conflict. */
export async function arrangeBudget(seen: AiBudget, body: AiBudgetTerms): Promise<AiBudget> {
  try {
    return await put(seen, body);
  } catch (failed) {
    if (!isProblem(failed) || failed.status !== 409 || failed.code.endsWith("-taken")) throw failed;
    const now = await ask(api.GET("/api/ai/budgets/{id}", at(seen.id)));
    if (!sameTerms(seen, now)) throw failed;
    return put(now, body);
  }
}
