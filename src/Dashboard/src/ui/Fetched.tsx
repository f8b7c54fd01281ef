import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Permission } from "@/api/may";
import { ErrorText } from "./ErrorText";
import { Needs } from "./Needs";
import { Page } from "./Page";
import { Loading, Skeleton } from "./Skeleton";

/** A page about one thing: until it is there, its shape; where it does not come, why, and the way to ask again. */
export function Fetched<T>({ title, query, needs, children }: { title: string; query: UseQueryResult<T>; needs: Permission; children: (thing: T) => ReactNode }) {
  return (
    <Needs permission={needs}>
      {query.data !== undefined ? (
        children(query.data)
      ) : (
        <Page title={title}>
          {query.error ? (
            <ErrorText error={query.error} onRetry={() => void query.refetch()} className="m-6" />
          ) : (
            <Loading className="grid gap-8 p-4 sm:p-6 lg:grid-cols-[minmax(0,1fr)_18rem]">
              <Skeleton className="h-96 w-full" />
              <Skeleton className="h-64 w-full" />
            </Loading>
          )}
        </Page>
      )}
    </Needs>
  );
}
