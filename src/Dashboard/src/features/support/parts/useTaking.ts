import { useState } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { keys } from "@/api/queries";

/**
 * A file of what becomes requests: it is looked at, anew with each choice about it, while what was seen stays in view; then it is taken.
 * `send` does either; `onTaken` is told how many requests there are now.
 */
export function useTaking<Wanted, Seen extends { accepted: number }>(send: (of: Wanted, dryRun: boolean) => Promise<Seen>, onTaken: (count: number) => void) {
  const queries = useQueryClient();
  const [seen, setSeen] = useState<{ of: Wanted; seen: Seen } | null>(null);
  const look = useMutation({ mutationFn: (of: Wanted) => send(of, true).then((found) => ({ of, seen: found })) });
  const forget = () => {
    setSeen(null);
    look.reset();
  };
  const take = useMutation({
    mutationFn: (of: Wanted) => send(of, false),
    onSuccess: ({ accepted }) => {
      forget();
      onTaken(accepted);
      for (const key of [keys.supportMessages, keys.supportRequests, keys.supportMonths]) void queries.invalidateQueries({ queryKey: [key] });
    },
  });
  const check = (of: Wanted) => {
    take.reset();
    look.mutate(of, { onSuccess: setSeen });
  };
  return { seen, check, forget, take, looking: look.isPending, error: look.error ?? take.error };
}
