import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorText } from "./ErrorText";
import { Sheet } from "./Sheet";
import { Loading, Skeleton } from "./Skeleton";

/** A sheet about one thing: until it is there, its shape; where it does not come, why, and the way to ask again. What it becomes brings a sheet of its own. */
export function FetchedSheet<T>({ title, query, onClose, children }: { title: string; query: UseQueryResult<T>; onClose: () => void; children: (thing: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  return (
    <Sheet open onClose={onClose} title={title}>
      {query.error ? (
        <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Loading>
          <Skeleton className="h-80 w-full" />
        </Loading>
      )}
    </Sheet>
  );
}
