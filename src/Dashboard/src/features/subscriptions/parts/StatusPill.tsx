import { useText } from "@/i18n/messages";
import { Pill, type Tone } from "@/ui";
import { messages } from "./messages";

const tones = { incomplete: "quiet", trialing: "open", active: "good", pastDue: "bad", unpaid: "bad", paused: "warn", canceled: "quiet" } as const satisfies Record<string, Tone>;
export type Status = keyof typeof tones;
export const statuses = Object.keys(tones) as Status[];

/** What a subscription is now, as the server derived it; a status that has no word here keeps its own. */
export function StatusPill({ status }: { status: string }) {
  const t = useText(messages);
  const known = statuses.find((one) => one === status);
  return <Pill tone={known ? tones[known] : "quiet"}>{known ? t(`status_${known}`) : status}</Pill>;
}
