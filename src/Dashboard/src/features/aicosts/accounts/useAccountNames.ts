import { useMemo } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMay } from "@/api/may";
import type { AiAccount } from "@/api/types";
import { accountsQuery } from "./queries";

/** Every account by its id and name; those that are archived, too, because what was read of them stays. */
export function useAccountNames(): readonly { id: string; name: string }[] {
  const enabled = useMay("aicosts.see");
  const followed = useInfiniteQuery({ ...accountsQuery(false), enabled }).data?.pages;
  const archived = useInfiniteQuery({ ...accountsQuery(true), enabled }).data?.pages;
  return useMemo(() => [...(followed ?? []), ...(archived ?? [])].flatMap((page) => page.items), [followed, archived]);
}

/** The accounts that are followed, to choose one. */
export function useFollowedAccounts(): readonly AiAccount[] {
  const pages = useInfiniteQuery({ ...accountsQuery(false), enabled: useMay("aicosts.see") }).data?.pages;
  return useMemo(() => (pages ?? []).flatMap((page) => page.items), [pages]);
}
