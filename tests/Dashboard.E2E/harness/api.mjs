import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";

/** The product's API as another program would use it. Throws on every refusal. */
export function apiOf(url, token) {
  const call = async (method, path, body, headers = {}) => {
    const json = body !== undefined && typeof body !== "string";
    const answer = await fetch(url + path, {
      method,
      headers: { ...(token ? { Authorization: `Bearer ${token}` } : {}), ...(json ? { "Content-Type": "application/json" } : {}), ...(method === "POST" ? { "Idempotency-Key": randomUUID() } : {}), ...headers },
      ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : body }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text === "" ? null : JSON.parse(text);
  };
  return {
    get: (path) => call("GET", path),
    post: (path, body, headers) => call("POST", path, body, headers),
    delete: (path) => call("DELETE", path),
    put: (path, body, headers) => call("PUT", path, body, headers),
    patch: (path, body, headers) => call("PATCH", path, body, headers),
    delete: (path, body, headers) => call("DELETE", path, body, headers),
    /** Imports a CSV text or file as a whole. */
    importCsv: (csv) => call("POST", "/api/facilities/import?dryRun=false", csv, { "Content-Type": "text/csv" }),
    importFile: (file) => call("POST", "/api/facilities/import?dryRun=false", readFileSync(file, "utf8"), { "Content-Type": "text/csv", "X-File-Name": basename(file) }),
  };
}
