import type { SupportConnection, SupportPass } from "@/api/types";
import type { Tone } from "@/ui";

export type ConnectionState = "ended" | "shut" | "paused" | "unread" | "reading" | "waiting" | "trouble" | "stale" | "current";

/** Each night everything is read: what was last read longer ago than this has missed one. */
const staleHours = 36;

export const tones: Record<ConnectionState, Tone> = { ended: "quiet", shut: "bad", paused: "warn", unread: "open", reading: "open", waiting: "warn", trouble: "bad", stale: "warn", current: "good" };

/** Whether what was read of a connection may lack something: months that are closed meanwhile bill without it. */
export const isIncomplete = (state: ConnectionState) => state === "shut" || state === "paused" || state === "waiting" || state === "trouble" || state === "stale";

/** How it stands with a connection, from what it is and from its latest pass. */
export function stateOf(connection: Pick<SupportConnection, "ended" | "shut" | "active">, last: SupportPass | undefined, now: Date): ConnectionState {
  if (connection.ended) return "ended";
  if (connection.shut) return "shut";
  if (last && last.endedAt === null) return last.trouble ? "waiting" : "reading";
  if (!connection.active) return "paused";
  if (!last?.endedAt) return "unread";
  if (last.trouble) return "trouble";
  return now.getTime() - Date.parse(last.endedAt) > staleHours * 3_600_000 ? "stale" : "current";
}

const troubles = ["sourceCredentialRejected", "sourceNotAnAgent", "sourcePermissionMissing", "sourceRateLimited", "sourceDown", "sourceWebPage", "sourceIncompleteRead", "passFailed"] as const;
export type Trouble = (typeof troubles)[number];

/** A trouble after which there is more to do or to wait for than the system itself says, as the messages name it; undefined for every other. */
export function troubleOf(code: string | null): Trouble | undefined {
  const name = code?.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return troubles.find((one) => one === name);
}

export type PassState = "waiting" | "running" | "done" | "stopped";
export const passTones = { waiting: "warn", running: "open", done: "good", stopped: "bad" } as const satisfies Record<PassState, Tone>;
export const passStateOf = ({ state }: Pick<SupportPass, "state">): PassState => (state in passTones ? (state as PassState) : "waiting");

const causes = ["asked", "due", "nightly", "nudged"] as const;
/** Why a pass was begun. */
export const causeOf = ({ cause }: Pick<SupportPass, "cause">): (typeof causes)[number] => causes.find((one) => one === cause) ?? "due";
