import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";
import type { NotificationLine } from "@/api/types";
import { toast } from "@/ui";
import { readThrough } from "./queries";

/** Marks as read what is shown and all before it: what comes meanwhile stays new. */
export function useReadAll(items: readonly NotificationLine[] | undefined) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => readThrough(items![0]!.id),
    onError: (failed) => toast.error(failed),
    onSettled: () => queries.invalidateQueries({ queryKey: [keys.notifications] }),
  });
}
