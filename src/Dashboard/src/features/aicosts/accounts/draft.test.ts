import { expect, test } from "vitest";
import { Problem } from "@/api/problem";
import type { AiAccount, AiProvider } from "@/api/types";
import { draftOf, emptyDraft, fieldOf, inputOf, termsOf } from "./draft";

const openAi: AiProvider = { code: "openai", name: "OpenAI", reading: "money", keyKind: "an admin key", baseUrl: "https://api.openai.com", scopeKind: null, leastMinutes: 15, keyOptional: false };
const proxy: AiProvider = { ...openAi, code: "litellm", name: "LiteLLM proxy", baseUrl: null };
const own: AiProvider = { ...openAi, code: "own", name: "Own models", reading: "nothing", keyKind: null, baseUrl: null };
const typed = { ...emptyDraft, name: " Research ", credential: "sk-admin-1", baseUrl: "https://gateway.example.test", scope: "team-1" };

test("only what the provider asks for is sent", () => {
  expect(inputOf(typed, openAi, "en-US")).toEqual({ provider: "openai", name: "Research", role: "money", tags: [], credential: "sk-admin-1" });
  expect(inputOf(typed, proxy, "en-US")).toMatchObject({ provider: "litellm", baseUrl: "https://gateway.example.test" });
  expect(inputOf(typed, { ...openAi, scopeKind: "a team" }, "en-US")).toMatchObject({ scope: "team-1" });
  expect(inputOf(typed, own, "en-US")).not.toHaveProperty("credential");
});

test("a limit is read as the person writes amounts, and what is none is not sent", () => {
  expect(termsOf({ ...typed, limit: "1.234,50", currency: "EUR" }, openAi, "de-DE")?.monthlyLimit).toEqual({ amount: "1234.50", currency: "EUR" });
  expect(termsOf({ ...typed, limit: "much" }, openAi, "en-US")).toBeNull();
  expect(termsOf({ ...typed, every: "1.5" }, openAi, "en-US")).toBeNull();
  expect(termsOf({ ...typed, name: " " }, openAi, "en-US")).toBeNull();
});

test("what is arranged comes back as it was typed, without the key", () => {
  const account: AiAccount = { id: "a", provider: "openai", providerName: "OpenAI", name: "Research", role: "attribution", baseUrl: "https://api.openai.com", scope: null, credential: "kept", credentialShown: "sk-admin-…cdef", monthlyLimit: { amount: "200.00", currency: "EUR" }, everyMinutes: 60, tags: ["lab", "team"], readFrom: "2026-10-01", active: false, archived: false, version: 3 };
  expect(termsOf(draftOf(account, openAi, "en-US"), openAi, "en-US")).toEqual({ name: "Research", role: "attribution", active: false, tags: ["lab", "team"], monthlyLimit: { amount: "200", currency: "EUR" }, everyMinutes: 60 });
});

test("a refusal is told at its field", () => {
  expect(fieldOf(new Problem(422, { type: "urn:billing:aicosts:credential-rejected" }))).toBe("credential");
  expect(fieldOf(new Problem(422, { type: "urn:billing:aicosts:ai-account-name-taken" }))).toBe("name");
  expect(fieldOf(new Problem(422, { type: "urn:billing:aicosts:provider-down" }))).toBeUndefined();
  expect(fieldOf(new Error("no answer"))).toBeUndefined();
});
