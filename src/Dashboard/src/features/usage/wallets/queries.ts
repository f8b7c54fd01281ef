import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import type { Money, Wallet, WalletInput } from "@/api/types";

export const walletsQuery = (filter: { voided?: boolean }) =>
  infiniteQueryOptions({
    queryKey: [keys.wallets, "list", filter],
    queryFn: ({ pageParam, signal }) => ask(api.GET("/api/wallets", { params: { query: { ...filter, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const walletQuery = (id: string) => queryOptions({ queryKey: [keys.wallets, id], queryFn: ({ signal }) => ask(api.GET("/api/wallets/{id}", { params: { path: { id } }, signal })) });
export const entriesQuery = (id: string) => queryOptions({ queryKey: [keys.wallets, id, "entries"], queryFn: ({ signal }) => ask(api.GET("/api/wallets/{id}/entries", { params: { path: { id } }, signal })) });

const at = ({ id }: Wallet) => ({ params: { path: { id } } });
export const openWallet = (body: WalletInput) => ask(api.POST("/api/wallets", { body }));
export const topUpWallet = (wallet: Wallet, source: string, amount: Money, charged: boolean) => ask(api.POST("/api/wallets/{id}/top-ups", { ...at(wallet), body: { source, amount, charged } }));
export const arrangeTopUps = (wallet: Wallet, below: Money, amount: Money) => ask(api.PUT("/api/wallets/{id}/top-up-rule", { ...at(wallet), body: { below, amount } }));
export const dropTopUps = (wallet: Wallet) => ask(api.DELETE("/api/wallets/{id}/top-up-rule", at(wallet)));
export const voidWallet = (wallet: Wallet, reason: string) => ask(api.POST("/api/wallets/{id}/void", { ...at(wallet), body: { reason } }));
