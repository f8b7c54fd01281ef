import type { ReactNode } from "react";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { Button } from "./Button";
import { ErrorText } from "./ErrorText";
import { Loading, Skeleton } from "./Skeleton";

interface ListedProps<T> {
  list: UseInfiniteQueryResult<InfiniteData<{ items: readonly T[] }>>;
  /** What the list needs besides; where that does not come, it is said here, too. */
  beside?: readonly { error: unknown; retry: () => Promise<unknown> }[];
  /** What stands there where there is nothing. */
  empty: ReactNode;
  /** What the button says that fetches more. */
  more: string;
  moreClass?: string;
  /** How high it is about, until it is there. */
  shape?: string;
  children: (items: readonly T[]) => ReactNode;
}

/** A list that comes page by page: where it does not come, why, and the way to ask again; until it is there, its shape; and the way to more of it. */
export function Listed<T>({ list, beside = [], empty, more, moreClass = "self-start", shape = "h-40", children }: ListedProps<T>) {
  const items = list.data?.pages.flatMap((page) => page.items);
  const failed = beside.filter(({ error }) => error);
  return (
    <>
      <ErrorText error={list.error ?? failed[0]?.error} onRetry={() => void Promise.all([list.refetch(), ...failed.map(({ retry }) => retry())])} />
      {!items && !list.error && (
        <Loading>
          <Skeleton className={`${shape} w-full`} />
        </Loading>
      )}
      {items?.length === 0 && empty}
      {items && items.length > 0 && children(items)}
      {list.hasNextPage && (
        <Button className={moreClass} busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {more}
        </Button>
      )}
    </>
  );
}
