import { isProblem } from "@/api/problem";
import type { AiAccount, AiAccountInput, AiAccountTerms, AiProvider } from "@/api/types";
import { readDecimal, showDecimal } from "@/lib/decimal";

/** An account as it is typed. */
export interface Draft {
  provider: string;
  name: string;
  credential: string;
  role: AiAccount["role"];
  baseUrl: string;
  scope: string;
  limit: string;
  currency: string;
  every: string;
  tags: string;
  readFrom: string | null;
  active: boolean;
}
export type DraftField = "provider" | "name" | "credential" | "baseUrl" | "scope" | "limit" | "every" | "tags" | "readFrom";

export const emptyDraft: Draft = { provider: "", name: "", credential: "", role: "money", baseUrl: "", scope: "", limit: "", currency: "USD", every: "", tags: "", readFrom: null, active: true };

/** Only a server of one's own has an address to say. */
export const isSelfHosted = (provider: AiProvider) => provider.keyKind !== null && provider.baseUrl === null;

export const draftOf = (account: AiAccount, provider: AiProvider | undefined, locale: string): Draft => ({
  provider: account.provider,
  name: account.name,
  credential: "",
  role: account.role,
  baseUrl: provider && isSelfHosted(provider) ? (account.baseUrl ?? "") : "",
  scope: account.scope ?? "",
  limit: account.monthlyLimit ? showDecimal(account.monthlyLimit.amount, locale, 0) : "",
  currency: account.monthlyLimit?.currency ?? "USD",
  every: String(account.everyMinutes),
  tags: account.tags.join(", "),
  readFrom: account.readFrom,
  active: account.active,
});

/** What is sent; null while something cannot be read. */
export function termsOf(draft: Draft, provider: AiProvider, locale: string): AiAccountTerms | null {
  const limit = draft.limit.trim() === "" ? null : readDecimal(draft.limit, locale);
  if (draft.limit.trim() !== "" && limit === null) return null;
  if (draft.every.trim() !== "" && !/^\d{1,6}$/.test(draft.every.trim())) return null;
  if (draft.name.trim() === "") return null;
  return {
    name: draft.name.trim(),
    role: draft.role,
    active: draft.active,
    tags: draft.tags.split(",").map((tag) => tag.trim()).filter(Boolean),
    ...(provider.keyKind && draft.credential.trim() ? { credential: draft.credential.trim() } : {}),
    ...(isSelfHosted(provider) ? { baseUrl: draft.baseUrl.trim() } : {}),
    ...(provider.scopeKind ? { scope: draft.scope.trim() } : {}),
    ...(limit ? { monthlyLimit: { amount: limit, currency: draft.currency } } : {}),
    ...(draft.every.trim() ? { everyMinutes: Number(draft.every) } : {}),
  };
}

/** The same for an account that is new. */
export function inputOf(draft: Draft, provider: AiProvider, locale: string): AiAccountInput | null {
  const terms = termsOf(draft, provider, locale);
  if (!terms) return null;
  const { active: _, ...rest } = terms;
  return { ...rest, provider: provider.code, ...(draft.readFrom ? { readFrom: draft.readFrom } : {}) };
}

const fields: Readonly<Record<string, DraftField>> = {
  "ai-account-name-taken": "name", "name-missing": "name", "name-too-long": "name", "name-has-hidden-characters": "name",
  "ai-provider-unknown": "provider",
  "credential-missing": "credential", "credential-wrong": "credential", "credential-useless": "credential", "credential-rejected": "credential", "permission-missing": "credential",
  "ai-address-fixed": "baseUrl", "ai-address-missing": "baseUrl", "ai-address-wrong": "baseUrl",
  "ai-scope-missing": "scope", "ai-scope-wrong": "scope",
  "ai-limit-not-positive": "limit",
  "ai-pace-wrong": "every",
  "ai-tags-wrong": "tags",
  "ai-read-from-wrong": "readFrom",
};

/** The field that a refusal speaks of; undefined where it speaks of all of it. */
export const fieldOf = (error: unknown): DraftField | undefined => (isProblem(error) ? fields[error.code] : undefined);
