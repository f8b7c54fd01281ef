import { isProblem } from "@/api/problem";
import type { AiAllocation, AiAllocationInput } from "@/api/types";
import { readDecimal, showDecimal } from "@/lib/decimal";
import { shareUpTo } from "../parts/share";

export const kinds = ["client", "tag"] as const;
export type Kind = (typeof kinds)[number];
export const conditions = ["key", "workspace", "user", "model"] as const;

/** For whom a share is; the key tells lines apart while one types. */
export interface ShareDraft {
  key: number;
  client: string | null;
  tag: string;
  share: string;
}

/** A rule as it is typed. */
export interface Draft {
  name: string;
  place: string;
  kind: Kind;
  account: string;
  conditions: Record<(typeof conditions)[number], string>;
  shares: readonly ShareDraft[];
}
export type DraftField = "name" | "place" | "account" | "model" | "shares";

export const newDraft = (place: number): Draft => ({ name: "", place: String(place), kind: "client", account: "", conditions: { key: "", workspace: "", user: "", model: "" }, shares: [{ key: 0, client: null, tag: "", share: "100" }] });

export const draftOf = (rule: AiAllocation, locale: string): Draft => ({
  name: rule.name,
  place: String(rule.place),
  kind: rule.shares[0]?.tag ? "tag" : "client",
  account: rule.accountId ?? "",
  conditions: { key: rule.key ?? "", workspace: rule.workspace ?? "", user: rule.user ?? "", model: rule.model ?? "" },
  shares: rule.shares.map(({ clientId, tag, share }, key) => ({ key, client: clientId ?? null, tag: tag ?? "", share: showDecimal(share, locale, 0) })),
});

/** One more line, at the end. */
export const withShare = (shares: readonly ShareDraft[]): ShareDraft[] => [...shares, { key: Math.max(-1, ...shares.map(({ key }) => key)) + 1, client: null, tag: "", share: "" }];

/** A share that somebody may have. */
export const isShare = shareUpTo("100");

/** What is sent; null while something is missing or cannot be read. */
export function inputOf(draft: Draft, locale: string): AiAllocationInput | null {
  const named = (one: ShareDraft) => (draft.kind === "client" ? one.client !== null : one.tag.trim() !== "");
  if (draft.name.trim() === "" || !/^\d{1,5}$/.test(draft.place.trim()) || draft.shares.length === 0 || draft.shares.some((one) => !named(one) || !isShare(one.share, locale))) return null;
  const said = Object.fromEntries(conditions.flatMap((one) => (draft.conditions[one].trim() ? [[one, draft.conditions[one].trim()]] : [])));
  return {
    name: draft.name.trim(),
    place: Number(draft.place),
    ...(draft.account ? { accountId: draft.account } : {}),
    ...said,
    shares: draft.shares.map((one) => ({ clientId: draft.kind === "client" ? one.client : null, tag: draft.kind === "tag" ? one.tag.trim() : null, share: readDecimal(one.share, locale)! })),
  } as AiAllocationInput;
}

/** The place behind all others, where a new rule is tried last. */
export const lastPlace = (rules: readonly Pick<AiAllocation, "place">[]) => Math.min(10_000, Math.max(90, ...rules.map(({ place }) => place)) + 10);

const fields: Readonly<Record<string, DraftField>> = {
  "name-missing": "name", "name-too-long": "name", "name-has-hidden-characters": "name",
  "ai-allocation-place-wrong": "place",
  "ai-allocation-account-unknown": "account",
  "pattern-unclear": "model",
  "ai-allocation-client-unknown": "shares", "ai-allocation-shares-unclear": "shares", "shares-above-all": "shares", "target-twice": "shares", "rule-without-targets": "shares",
};

/** The field that a refusal speaks of; undefined where it speaks of all of it. */
export const fieldOf = (error: unknown): DraftField | undefined => (isProblem(error) ? fields[error.code] : undefined);
