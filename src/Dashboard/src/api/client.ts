import createClient, { type Middleware } from "openapi-fetch";
import { save } from "@/lib/save";
import { problemOf, unreachable } from "./problem";
import type { paths } from "./schema";
import { send } from "./session";

const careful: Middleware = {
  onRequest({ request }) {
    if (request.method === "POST" && !request.headers.has("Idempotency-Key")) request.headers.set("Idempotency-Key", crypto.randomUUID());
    return request;
  },
  async onResponse({ response }) {
    if (!response.ok) throw await problemOf(response);
  },
  onError: ({ error }) => unreachable(error),
};

/** The server, typed. Every answer that is not 2xx is thrown as a {@link Problem}. */
export const api = createClient<paths>({
  baseUrl: typeof location === "undefined" ? "" : location.origin,
  fetch: send,
  querySerializer: { array: { style: "form", explode: true } },
});
api.use(careful);

/** The data of an answer: `const groups = await ask(api.GET("/api/facility-groups"))`. */
export async function ask<T>(answer: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  return (await answer).data as NonNullable<T>;
}

/** `headers: ifMatch(group.version)` makes a write fail with 409 when somebody was faster. */
export const ifMatch = (version: number): { "If-Match": string } => ({ "If-Match": `"${version}"` });

/** A request whose body or answer is a file. The same care as {@link api}. */
export async function fetchFile(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (init.method === "POST" && !headers.has("Idempotency-Key")) headers.set("Idempotency-Key", crypto.randomUUID());
  const response = await send(new Request(new URL(path, location.origin), { ...init, headers })).catch((error: unknown) => Promise.reject(unreachable(error)));
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** Saves an answer under the name of its Content-Disposition. */
export async function download(path: string, name: string, init?: RequestInit): Promise<void> {
  const response = await fetchFile(path, init);
  const given = /filename\*?=(?:UTF-8'')?"?([^";]+)"?/i.exec(response.headers.get("content-disposition") ?? "")?.[1];
  save(new File([await response.blob()], given ? decodeURIComponent(given) : name));
}
