import { infiniteQueryOptions } from "@tanstack/react-query";
import { api, ask, fetchFile } from "@/api/client";
import { keys } from "@/api/queries";
import type { AiImport } from "@/api/types";

/** Files that were taken over, newest first. */
export const importsQuery = infiniteQueryOptions({
  queryKey: [keys.aiUsage, "imports"],
  queryFn: ({ pageParam, signal }) => ask(api.GET("/api/ai/usage/imports", { params: { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

export const undoImport = (importId: string) => ask(api.POST("/api/ai/usage/imports/{importId}/undo", { params: { path: { importId } } }));

/** Takes a file over, or says what that would do. All lines are of the account, where one is named. */
export async function sendUsage(file: File, account: string | undefined, dryRun: boolean): Promise<AiImport> {
  const body = new FormData();
  body.append("file", file, file.name);
  const query = new URLSearchParams({ dryRun: String(dryRun), ...(account ? { accountId: account } : {}) });
  return (await (await fetchFile(`/api/ai/usage/import?${query}`, { method: "POST", body })).json()) as AiImport;
}
