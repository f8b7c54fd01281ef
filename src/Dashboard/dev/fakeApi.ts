/** An API that lives in the memory of `npm run dev`, never in `dist`. BILLING_FAKE=empty starts without data, BILLING_FAKE_ROWS=10000 with many. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin } from "vite";
import { changed, handlers, problemOf, Refused, type Ask } from "./handlers.ts";
import { identityHandlers, mayPass } from "./identity.ts";
import { partsOf } from "./multipart.ts";

export function fakeApi(): Plugin {
  const use = (server: { middlewares: { use: (handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => void) => void } }): void => {
    server.middlewares.use((request, response, next) => {
      const url = new URL(request.url ?? "/", "http://fake");
      if (!/^\/(api\/|health($|\/)|openapi\.json)/.test(url.pathname)) return next();
      if (url.pathname === "/api/live") return live(response);
      void answer(request, response, url);
    });
  };
  return { name: "fake-api", configureServer: use, configurePreviewServer: use };
}

async function answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const raw = Buffer.concat(pieces);
  try {
    const [key, id] = keyOf(request.method ?? "GET", url.pathname);
    const form = partsOf(raw, request.headers["content-type"] ?? "");
    const json = (request.headers["content-type"] ?? "").includes("json");
    const match = /"(\d+)"/.exec(request.headers["if-match"] ?? "")?.[1];
    const ask: Ask = { method: request.method ?? "GET", path: url.pathname, id, query: url.searchParams, body: json && raw.length > 0 ? JSON.parse(raw.toString()) : undefined, raw: form.get("file")?.content ?? raw, fileName: form.get("file")?.fileName ?? "facilities.csv", ifMatch: match === undefined ? null : Number(match) };
    if (!mayPass(url.pathname, request.headers.authorization)) throw new Refused(401, "sign-in-first", "Sign in.");
    const handler = handlers[key] ?? identityHandlers[key];
    if (!handler) throw new Refused(404, "not-found", `The fake knows no ${key}.`);
    const out = handler(ask);
    if (out === undefined) return void response.writeHead(204).end();
    if (out instanceof Blob) return void response.writeHead(200, { "content-type": out.type, "content-disposition": "attachment; filename=export.csv" }).end(Buffer.from(await out.arrayBuffer()));
    const version = (out as { version?: number }).version;
    response.writeHead(200, { "content-type": "application/json", ...(version === undefined ? {} : { etag: `"${version}"` }) }).end(JSON.stringify(out));
  } catch (error) {
    const problem = problemOf(error);
    if (problem.status === 500) console.error(error);
    response.writeHead(problem.status, { "content-type": "application/problem+json" }).end(JSON.stringify(problem));
  }
}

/** The exact path, else the one whose segment is an id. */
function keyOf(method: string, path: string): [string, string] {
  if (handlers[`${method} ${path}`] ?? identityHandlers[`${method} ${path}`]) return [`${method} ${path}`, ""];
  const id = path.split("/").find((part) => /^[0-9a-f]{8}-/.test(part)) ?? "";
  return [`${method} ${path.replace(id, "{id}")}`, id];
}

function live(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write(": here\n\n");
  const send = (data: object) => response.write(`id: ${(data as { seq: number }).seq}\nevent: change\ndata: ${JSON.stringify(data)}\n\n`);
  changed.add(send);
  const beat = setInterval(() => response.write(":\n\n"), 15_000);
  response.on("close", () => {
    changed.delete(send);
    clearInterval(beat);
  });
}
