import type { DunningRow } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Pill, type Tone } from "@/ui";
import { messages } from "./messages";

const tones = { underWay: "open", retrying: "warn", needsAction: "warn", exhausted: "bad", stopped: "quiet", paid: "good", dropped: "quiet" } as const satisfies Record<DunningRow["state"], Tone>;

/** How far the collecting of an invoice is. */
export function CollectionPill({ state }: { state: DunningRow["state"] }) {
  const t = useText(messages);
  return <Pill tone={tones[state]}>{t(`state_${state}`)}</Pill>;
}
