import type { Quote } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Pill, type Tone } from "@/ui";
import { messages } from "./messages";

const tones: Record<Quote["state"], Tone> = { draft: "quiet", open: "open", expired: "warn", accepted: "good", declined: "bad", withdrawn: "quiet" };

/** How far a quote is today, as the server derived it. */
export function QuotePill({ state }: { state: Quote["state"] }) {
  const t = useText(messages);
  return <Pill tone={tones[state]}>{t(`state_${state}`)}</Pill>;
}
