import type { Invoice } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Pill, type Tone } from "@/ui";
import { messages } from "./messages";

const tones: Record<Invoice["state"], Tone> = { draft: "quiet", open: "open", partlyPaid: "warn", overdue: "bad", paid: "good", voided: "quiet", uncollectible: "bad" };

/** How far an invoice is today, as the server derived it. */
export function StatePill({ state }: { state: Invoice["state"] }) {
  const t = useText(messages);
  return <Pill tone={tones[state]}>{t(`state_${state}`)}</Pill>;
}
