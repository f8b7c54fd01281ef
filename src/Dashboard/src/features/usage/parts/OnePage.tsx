import type { ReactNode } from "react";
import type { UseQueryResult } from "@tanstack/react-query";
import { ErrorText, Loading, Needs, Page, Skeleton } from "@/ui";

/** A page about one thing: waits for it, says when it could not be read, then shows it. */
export function OnePage<T>({ title, found, children }: { title: string; found: UseQueryResult<T>; children: (thing: T) => ReactNode }) {
  return (
    <Needs permission="usage.see">
      {found.data ? (
        children(found.data)
      ) : (
        <Page title={title}>
          <ErrorText error={found.error} onRetry={() => void found.refetch()} className="m-6" />
          {!found.error && (
            <Loading className="p-6">
              <Skeleton className="h-40 w-full" />
            </Loading>
          )}
        </Page>
      )}
    </Needs>
  );
}
