import { expect, test, vi } from "vitest";
import { api, ask, ifMatch } from "./client";
import { Problem } from "./problem";

const answers = (body: unknown, init: ResponseInit = {}) => {
  const requests: Request[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    requests.push(request);
    return new Response(body === undefined ? null : JSON.stringify(body), { headers: { "content-type": "application/json" }, ...init });
  });
  return requests;
};

test("every POST carries a key of its own; writes may name the version they saw", async () => {
  const requests = answers({ id: "1" });
  await ask(api.POST("/api/facilities", { body: { name: "A", groupId: "g" } }));
  await ask(api.POST("/api/facilities", { body: { name: "A", groupId: "g" } }));
  await ask(api.PUT("/api/facilities/{id}", { params: { path: { id: "1" } }, body: { name: "B", groupId: "g" }, headers: ifMatch(7) }));
  const sent = requests.map((request) => request.headers.get("Idempotency-Key"));
  expect(sent[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(sent[1]).not.toBe(sent[0]);
  expect(sent[2]).toBeNull();
  expect(requests[2]!.headers.get("If-Match")).toBe('"7"');
});

test("a refusal is thrown with its code, its sentence and its fields", async () => {
  answers({ type: "urn:billing:facilities:name-taken", title: "Refused", detail: "There is one.", status: 422, errors: [{ pointer: "/name", detail: "Taken." }] }, { status: 422, headers: { "content-type": "application/problem+json" } });
  const problem = (await ask(api.GET("/api/settings")).catch((error: unknown) => error)) as Problem;
  expect(problem).toBeInstanceOf(Problem);
  expect([problem.status, problem.code, problem.message, problem.fieldError("name")]).toEqual([422, "name-taken", "There is one.", "Taken."]);
});

test("a conflict brings what is there now", async () => {
  answers({ code: "conflict", current: { version: 9 } }, { status: 409, headers: { "content-type": "application/problem+json" } });
  const problem = (await ask(api.GET("/api/settings")).catch((error: unknown) => error)) as Problem;
  expect(problem.current<{ version: number }>()?.version).toBe(9);
});

test("a page of a proxy and a dead network are problems too", async () => {
  answers("<html>", { status: 502, headers: { "content-type": "text/html" } });
  expect(((await ask(api.GET("/api/settings")).catch((error: unknown) => error)) as Problem).code).toBe("http-502");
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
  expect(((await ask(api.GET("/api/settings")).catch((error: unknown) => error)) as Problem).code).toBe("unreachable");
});

test("several values of one filter are repeated, not joined", async () => {
  const requests = answers({ items: [], nextCursor: null });
  await ask(api.GET("/api/billing-records", { params: { query: { statusId: ["a", "b"], limit: 1 } } }));
  expect(new URL(requests[0]!.url).search).toBe("?statusId=a&statusId=b&limit=1");
});
