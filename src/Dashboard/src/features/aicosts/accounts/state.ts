import type { AiAccount, AiRun } from "@/api/types";
import type { Tone } from "@/ui";

export type AccountState = "archived" | "rejected" | "paused" | "byHand" | "unread" | "reading" | "waiting" | "trouble" | "stale" | "current";

/** Costs that were last read longer ago than this are out of date. */
const staleHours = 48;

export const tones: Record<AccountState, Tone> = { archived: "quiet", rejected: "bad", paused: "warn", byHand: "quiet", unread: "open", reading: "open", waiting: "warn", trouble: "bad", stale: "warn", current: "good" };

/** How it stands with an account, from what it is and from its latest reading. */
export function stateOf(account: Pick<AiAccount, "archived" | "active" | "credential">, last: AiRun | undefined, now: Date): AccountState {
  if (account.archived) return "archived";
  if (account.credential === "rejected") return "rejected";
  if (account.credential === "none") return "byHand";
  if (last && last.endedAt === null) return last.trouble ? "waiting" : "reading";
  if (!account.active) return "paused";
  if (!last?.endedAt) return "unread";
  if (last.trouble) return "trouble";
  return now.getTime() - Date.parse(last.endedAt) > staleHours * 3_600_000 ? "stale" : "current";
}

const troubles = ["credentialRejected", "permissionMissing", "featureNotAvailable", "rateLimited", "providerDown", "incompleteRead", "queryRefused", "readingFailed"] as const;
export type Trouble = (typeof troubles)[number];

/** A code of the wire as the messages name it; undefined for one that nobody knows here. */
export function troubleOf(code: string | null): Trouble | undefined {
  const name = code?.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return troubles.find((one) => one === name);
}
