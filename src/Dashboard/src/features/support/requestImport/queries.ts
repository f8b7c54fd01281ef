import { fetchFile } from "@/api/client";
import type { RequestsTaken } from "@/api/types";
import { saveRejectedOf, sheetForm } from "../parts/sheets";

const options = (client: string | null) => (client ? { clientId: client } : {});

/** Takes a file of requests over, or says what that would do. Lines that name no client are of the one that is given. */
export async function sendRequests(file: File, client: string | null, dryRun: boolean): Promise<RequestsTaken> {
  return (await (await fetchFile(`/api/support/requests/import/rows?dryRun=${dryRun}`, { method: "POST", body: sheetForm(file, options(client)) })).json()) as RequestsTaken;
}

/** Saves the lines that cannot be taken, with the reason, to be mended. */
export const saveRejected = (file: File, client: string | null) => saveRejectedOf("/api/support/requests/import/rows/rejected", file, options(client));
