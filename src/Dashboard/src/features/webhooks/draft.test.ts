import { expect, test } from "vitest";
import { draftOf, emptyDraft, headersOf, termsOf } from "./draft";

test("a header stands on a line of its own, and its value may have colons", () => {
  expect(headersOf("Authorization: Bearer a:b\n\n X-Env :prod ")).toEqual({ Authorization: "Bearer a:b", "X-Env": "prod" });
  expect(headersOf("")).toEqual({});
  expect(headersOf("no header")).toBeNull();
  expect(headersOf(": value")).toBeNull();
});

test("terms leave out headers that are not typed, so that those that are kept stay", () => {
  const draft = { ...emptyDraft, name: " Ledger ", url: "https://hooks.example.test/", filters: "invoicing.*\n\nusage.limit_reached " };
  expect(termsOf(draft)).toEqual({ name: "Ledger", url: "https://hooks.example.test/", filters: ["invoicing.*", "usage.limit_reached"], rate: null });
  expect(termsOf({ ...draft, headers: "X-Key: 1", rate: "20" })).toMatchObject({ headers: { "X-Key": "1" }, rate: 20 });
});

test("what cannot be read is no terms", () => {
  const draft = { ...emptyDraft, name: "Ledger", url: "https://hooks.example.test/" };
  expect(termsOf({ ...draft, name: " " })).toBeNull();
  expect(termsOf({ ...draft, url: "" })).toBeNull();
  expect(termsOf({ ...draft, rate: "fast" })).toBeNull();
  expect(termsOf({ ...draft, headers: "oops" })).toBeNull();
});

test("a draft of a webhook shows nothing of its headers", () => {
  const webhook = { id: "1", name: "Ledger", url: "https://hooks.example.test/", filters: ["a", "b"], headers: ["X-Key"], rate: 5, signing: "hmac", secret: "whsec_…abcd", oldSecretUntil: null, state: "active", reason: null, version: 1 } as const;
  expect(draftOf({ ...webhook, filters: [...webhook.filters], headers: [...webhook.headers] })).toEqual({ name: "Ledger", url: "https://hooks.example.test/", filters: "a\nb", headers: "", rate: "5", signing: "hmac" });
});
