import { fetchFile } from "@/api/client";
import type { RequestsTaken } from "@/api/types";

/** Takes a file of requests over, or says what that would do. Lines that name no client are of the one that is given. */
export async function sendRequests(file: File, client: string | null, dryRun: boolean): Promise<RequestsTaken> {
  const body = new FormData();
  body.append("file", file, file.name);
  if (client) body.append("options", JSON.stringify({ clientId: client }));
  return (await (await fetchFile(`/api/support/requests/import/rows?dryRun=${dryRun}`, { method: "POST", body })).json()) as RequestsTaken;
}
