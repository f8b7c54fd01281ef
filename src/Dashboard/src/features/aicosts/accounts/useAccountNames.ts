import { useMemo } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import type { AiAccount } from "@/api/types";
import { accountsQuery } from "./queries";

/** Accounts to name or to choose; while there is an error, some of them may be missing. */
export interface KnownAccounts<T> {
  accounts: readonly T[];
  error: Error | null;
  retry: () => Promise<unknown>;
}

/** Every account by its id and name; those that are archived, too, because what was read of them stays. */
export function useAccountNames(): KnownAccounts<{ id: string; name: string }> {
  const enabled = useMay("aicosts.see");
  const followed = useInfiniteQuery({ ...accountsQuery(false), enabled });
  const archived = useInfiniteQuery({ ...accountsQuery(true), enabled });
  const accounts = useMemo(() => [...(followed.data?.pages ?? []), ...(archived.data?.pages ?? [])].flatMap((page) => page.items), [followed.data, archived.data]);
  return { accounts, error: followed.error ?? archived.error, retry: () => Promise.all([followed.refetch(), archived.refetch()]) };
}

/** The accounts that are followed, to choose one. */
export function useFollowedAccounts(): KnownAccounts<AiAccount> {
  const followed = useInfiniteQuery({ ...accountsQuery(false), enabled: useMay("aicosts.see") });
  const accounts = useMemo(() => (followed.data?.pages ?? []).flatMap((page) => page.items), [followed.data]);
  return { accounts, error: followed.error, retry: () => followed.refetch() };
}
