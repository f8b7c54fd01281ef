import type { Invoice } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Pill, type Tone } from "@/ui";
import { messages } from "./messages";
import { shownState, type Settled, type ShownState } from "./state";

const tones: Record<ShownState, Tone> = { draft: "quiet", open: "open", partlyPaid: "warn", overdue: "bad", paid: "good", credited: "quiet", voided: "quiet", uncollectible: "bad" };

/** How far an invoice is today, as the server derived it. */
export function StatePill({ invoice }: { invoice: Pick<Invoice, "state"> & Settled }) {
  return <ShownStatePill state={shownState(invoice)} />;
}

export function ShownStatePill({ state }: { state: ShownState }) {
  const t = useText(messages);
  return <Pill tone={tones[state]}>{t(`state_${state}`)}</Pill>;
}
