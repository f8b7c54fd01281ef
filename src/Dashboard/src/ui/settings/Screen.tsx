import type { ReactNode } from "react";
import type { Permission } from "@/api/may";
import { ErrorText, Loading, Needs, Page, Skeleton } from "@/ui";
import { SettingsFrame } from "./SettingsFrame";

/** A page of the settings: its frame, its title, and what stands there while it loads or when it failed. */
export function Screen<T>({ title, about, actions, query, children, wide, needs }: { title: string; needs?: Permission; about?: ReactNode; actions?: ReactNode; query?: { data: T | undefined; error: unknown; refetch: () => unknown }; children: (data: T) => ReactNode; wide?: boolean }) {
  const page = (
      <Page title={title} about={about} actions={actions}>
        <div className={`flex w-full flex-col gap-8 p-4 sm:p-6 ${wide ? "max-w-5xl" : "max-w-2xl"}`}>
          {query && query.error && !query.data ? (
            <ErrorText error={query.error} onRetry={() => void query.refetch()} />
          ) : query && query.data === undefined ? (
            <Loading className="flex flex-col gap-4">
              <Skeleton className="h-8 w-full" />
              <Skeleton className="h-8 w-full" />
              <Skeleton className="h-8 w-2/3" />
            </Loading>
          ) : (
            children(query?.data as T)
          )}
        </div>
      </Page>
  );
  return <SettingsFrame>{needs ? <Needs permission={needs}>{page}</Needs> : page}</SettingsFrame>;
}
