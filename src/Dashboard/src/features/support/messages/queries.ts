import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, fetchFile, ifMatch } from "@/api/client";
import { keys } from "@/api/queries";
import type { MessageChoices, MessagesTaken, MessageWords } from "@/api/types";
import { saveRejectedOf, sheetForm } from "../parts/sheets";

/** Files that were taken over, newest first. */
export const importsQuery = infiniteQueryOptions({
  queryKey: [keys.supportMessages, "imports"],
  queryFn: ({ pageParam, signal }) => ask(api.GET("/api/support/requests/imports", { params: { query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } }, signal })),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.nextCursor,
});

export const undoImport = (id: string) => ask(api.POST("/api/support/requests/imports/{id}/undo", { params: { path: { id } } }));

/** Takes a file over, or says what that would do and by which rules. */
export async function sendMessages(file: File, choices: MessageChoices, dryRun: boolean): Promise<MessagesTaken> {
  return (await (await fetchFile(`/api/support/requests/import?dryRun=${dryRun}`, { method: "POST", body: sheetForm(file, choices) })).json()) as MessagesTaken;
}

/** Saves the lines that cannot be read, with the reason, to be mended. */
export const saveRejected = (file: File) => saveRejectedOf("/api/support/requests/import/rejected", file, {});

export const wordsQuery = queryOptions({ queryKey: [keys.supportMessages, "words"], queryFn: ({ signal }) => ask(api.GET("/api/support/message-lists", { signal })) });

/** Keeps the lists; without any, the usual ones. */
export const keepWords = (version: number, lists?: MessageWords) => ask(api.PUT("/api/support/message-lists", { body: lists ? { lists } : {}, ...(version > 0 ? { headers: ifMatch(version) } : {}) }));
