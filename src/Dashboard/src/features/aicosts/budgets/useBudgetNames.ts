import { useMemo } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { budgetsQuery } from "./queries";

/** Every budget by its id and name, those that are closed, too; asked for only where some are to be named. */
export function useBudgetNames(asked: boolean): { budgets: readonly { id: string; name: string; closed: boolean }[]; error: Error | null; retry: () => Promise<unknown> } {
  const open = useInfiniteQuery({ ...budgetsQuery(false), enabled: asked });
  const closed = useInfiniteQuery({ ...budgetsQuery(true), enabled: asked });
  const budgets = useMemo(() => [...(open.data?.pages ?? []), ...(closed.data?.pages ?? [])].flatMap((page) => page.items), [open.data, closed.data]);
  return { budgets, error: open.error ?? closed.error, retry: () => Promise.all([open.refetch(), closed.refetch()]) };
}
