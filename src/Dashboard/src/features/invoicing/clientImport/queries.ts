import { queryOptions } from "@tanstack/react-query";
import { api, ask, download, fetchFile } from "@/api/client";
import { keys } from "@/api/queries";
import { isProblem, type Problem } from "@/api/problem";
import type { ClientImport, ClientImportOptions } from "@/api/types";
import { keptByColumns } from "@/lib/keptByColumns";
import { watched } from "@/lib/watched";

export const kept = keptByColumns<Pick<ClientImportOptions, "mapping">>("billing.client-import.columns");

/** The lists of clients that were taken over. */
export const clientImportsQuery = queryOptions({ queryKey: [keys.clients, "imports"], queryFn: ({ signal }) => ask(api.GET("/api/client-imports", { signal })) });
export const undoClientImport = (id: string) => ask(api.POST("/api/client-imports/{id}/undo", { params: { path: { id } } }));

const bodyOf = (file: File, options: ClientImportOptions): FormData => {
  const form = new FormData();
  form.append("options", JSON.stringify(options));
  form.append("file", file, file.name);
  return form;
};

/** Takes a list over, or says what that would do. */
export const sendClients = async (file: File, options: ClientImportOptions, dryRun: boolean, importId?: string): Promise<ClientImport> => (await (await fetchFile(`/api/clients/import?dryRun=${dryRun}${importId ? `&importId=${importId}` : ""}`, { method: "POST", body: bodyOf(file, options) })).json()) as ClientImport;

/** Takes a list over, and tells meanwhile how far that has come. */
export function takeClients(file: File, options: ClientImportOptions, told: (done: number) => void): Promise<ClientImport> {
  const id = crypto.randomUUID();
  return watched(() => sendClients(file, options, false, id), async () => (await ask(api.GET("/api/client-imports/{id}", { params: { path: { id } } }))).progress, told);
}

/** Looks at a list as it was looked at before where its columns are known; otherwise as they are found. */
export async function lookAtClients(file: File): Promise<{ options: ClientImportOptions; report: ClientImport }> {
  const first = await sendClients(file, {}, true).catch((error: unknown) => {
    if (!isProblem(error, "missing-columns")) throw error;
    return error;
  });
  const columns = first instanceof Error ? ((first as Problem).body as { columns?: string[] }).columns ?? [] : first.columns;
  const known = kept.recall(columns);
  if (known) return { options: known, report: await sendClients(file, known, true) };
  if (!(first instanceof Error)) return { options: {}, report: first };
  // Every client has a name: where none is found, the first column is tried and shown.
  const options = { mapping: { Name: columns[0] ?? "" } };
  return { options, report: await sendClients(file, options, true) };
}

export const downloadRejectedClients = (file: File, options: ClientImportOptions): Promise<void> => download("/api/clients/import/rejected", file.name.replace(/(\.\w+)?$/, "-rejected.csv"), { method: "POST", body: bodyOf(file, options) });
export const exportClients = (format: "csv" | "xlsx" | "json"): Promise<void> => download(`/api/clients/export?format=${format}`, `clients.${format}`);
