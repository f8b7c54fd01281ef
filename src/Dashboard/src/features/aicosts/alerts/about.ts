import type { AiAlert } from "@/api/types";
import type { Tone } from "@/ui";
import type { RecordsSearch } from "../usage/search";

export const tones = { warning: "warn", critical: "bad", emergency: "bad" } as const satisfies Record<AiAlert["level"], Tone>;

/** The records that an alert speaks of; null where it speaks of none. */
export function recordsOf({ kind, accountId, day }: Pick<AiAlert, "kind" | "accountId" | "day">): RecordsSearch | null {
  if (accountId === null) return null;
  if (kind === "unpriced") return { list: "unpriced", filter: `account.is.${accountId}` };
  return kind === "anomaly" && day !== null ? { filter: `day.is.${day};account.is.${accountId}` } : null;
}

/** The loudest of some alerts; null where there are none. */
export function loudest(alerts: readonly Pick<AiAlert, "level">[]): AiAlert["level"] | null {
  return (["emergency", "critical", "warning"] as const).find((level) => alerts.some((one) => one.level === level)) ?? null;
}
