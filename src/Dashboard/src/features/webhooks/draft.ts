import type { Webhook } from "@/api/types";

/** A webhook as it is typed. */
export interface Draft {
  name: string;
  url: string;
  /** A line for each name of events. */
  filters: string;
  /** A line for each header, `Name: value`. */
  headers: string;
  rate: string;
  signing: Webhook["signing"];
}

export const emptyDraft: Draft = { name: "", url: "", filters: "*", headers: "", rate: "", signing: "hmac" };

/** What is kept of headers is never shown: left empty, they stay. */
export const draftOf = (webhook: Webhook): Draft => ({ name: webhook.name, url: webhook.url, filters: webhook.filters.join("\n"), headers: "", rate: webhook.rate === null ? "" : String(webhook.rate), signing: webhook.signing });

const lines = (text: string) => text.split("\n").map((line) => line.trim()).filter((line) => line !== "");

/** The headers of a draft; null where a line is no header. */
export function headersOf(text: string): Record<string, string> | null {
  const headers: Record<string, string> = {};
  for (const line of lines(text)) {
    const colon = line.indexOf(":");
    if (colon < 1) return null;
    headers[line.slice(0, colon).trim()] = line.slice(colon + 1).trim();
  }
  return headers;
}

/** Terms as the server takes them; null where something cannot be read. */
export function termsOf(draft: Draft): { name: string; url: string; filters: string[]; headers?: Record<string, string>; rate: number | null } | null {
  const headers = headersOf(draft.headers);
  const rate = draft.rate.trim() === "" ? null : Number(draft.rate);
  if (headers === null || !draft.name.trim() || !draft.url.trim() || (rate !== null && !Number.isInteger(rate))) return null;
  return { name: draft.name.trim(), url: draft.url.trim(), filters: lines(draft.filters), ...(Object.keys(headers).length > 0 ? { headers } : {}), rate };
}
