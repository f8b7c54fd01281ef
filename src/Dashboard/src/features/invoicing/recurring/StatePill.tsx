import type { Recurring } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Pill, type Tone } from "@/ui";
import { messages } from "./messages";

const tones: Record<Recurring["state"], Tone> = { active: "good", paused: "warn", ended: "quiet" };

/** Whether a recurring invoice bills. */
export function StatePill({ state }: { state: Recurring["state"] }) {
  const t = useText(messages);
  return <Pill tone={tones[state]}>{t(`state_${state}`)}</Pill>;
}
