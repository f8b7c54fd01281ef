import { expect, test } from "vitest";
import { Problem } from "@/api/problem";
import type { SupportConnection } from "@/api/types";
import { asItIs, draftOf, emptyDraft, fieldOf, inputOf, isHalf, termsOf } from "./draft";

const desk: SupportConnection = {
  id: "1", kind: "fluent", name: "Desk", address: "https://desk.example.test", user: "billing", credentialShown: "…wxyz", shut: null, timeZone: null, mailbox: 3, projects: null, sites: null, clientId: "c-1",
  clients: [{ outside: "@acme.example.test", clientId: "c-2" }], categories: [{ outside: "shop", category: "support" }], urgencies: [{ outside: "soon", urgency: "medium" }], everyMinutes: 30, active: true, ended: false, nudges: false, nudgePath: "/api/webhooks/fluent/1", version: 4,
};
const crm: SupportConnection = { ...desk, kind: "twenty", user: null, mailbox: null, projects: null, sites: "websites", categories: [], urgencies: [], clientId: null };

test("a connection that is arranged again stays what it was", () => {
  expect(asItIs(desk)).toEqual({
    name: "Desk", address: "https://desk.example.test", user: "billing", mailbox: 3, clientId: "c-1", clients: [{ outside: "@acme.example.test", clientId: "c-2" }], categories: [{ outside: "shop", category: "support" }], urgencies: [{ outside: "soon", urgency: "medium" }], everyMinutes: 30,
  });
});

test("projects that are not read are said to be none, because left out they would be read", () => expect(asItIs(crm)).toMatchObject({ projects: "", sites: "websites" }));

test("each kind is told only what is its own", () => {
  expect(Object.keys(asItIs(crm))).not.toContain("user");
  expect(Object.keys(asItIs(desk))).not.toContain("projects");
});

test("a credential is never in a draft, and one that is typed is sent", () => {
  expect(draftOf(desk).credential).toBe("");
  expect(termsOf({ ...draftOf(desk), credential: " abcd EFGH " })).toMatchObject({ credential: "abcd EFGH" });
});

test("a new connection needs a credential, a name and an address", () => {
  const typed = { ...emptyDraft, name: "Desk", address: "https://desk.example.test", user: "billing", credential: "abcd" };
  expect(inputOf(typed)).toMatchObject({ kind: "fluent", credential: "abcd", everyMinutes: 15 });
  for (const missing of [{ credential: " " }, { name: "" }, { address: " " }]) expect(inputOf({ ...typed, ...missing })).toBeNull();
});

test("numbers that are none, and entries that say one half, are not sent", () => {
  const typed = draftOf(desk);
  expect(termsOf({ ...typed, mailbox: "inbox" })).toBeNull();
  expect(termsOf({ ...typed, every: "1.5" })).toBeNull();
  expect(termsOf({ ...typed, clients: [{ outside: "31", means: null }] })).toBeNull();
  expect(termsOf({ ...typed, urgencies: [{ outside: "", means: "high" }] })).toBeNull();
  expect(termsOf({ ...typed, clients: [{ outside: " ", means: null }] })).toMatchObject({ clients: [] });
  expect([isHalf({ outside: "", means: null }), isHalf({ outside: "31", means: "c" }), isHalf({ outside: "31", means: null })]).toEqual([false, false, true]);
});

test("a refusal is shown at the field that it speaks of", () => {
  const refused = (code: string, more = {}) => new Problem(422, { type: `urn:billing:support:${code}`, ...more });
  const typed = { ...draftOf(crm), projects: "projects", sites: "web sites" };
  expect(fieldOf(refused("source-credential-rejected"), typed)).toBe("credential");
  expect(fieldOf(refused("source-not-an-agent"), typed)).toBe("user");
  expect(fieldOf(refused("source-down"), typed)).toBe("address");
  expect(fieldOf(refused("source-object-wrong", { given: "web sites" }), typed)).toBe("sites");
  expect(fieldOf(refused("source-object-wrong", { given: "projects" }), typed)).toBe("projects");
  expect(fieldOf(refused("unknown-client"), { ...typed, clients: [] })).toBe("client");
  expect(fieldOf(refused("something-else"), typed)).toBeUndefined();
  expect(fieldOf(new Error("no answer"), typed)).toBeUndefined();
});
