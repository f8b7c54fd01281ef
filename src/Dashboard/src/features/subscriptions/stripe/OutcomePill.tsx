import { useText } from "@/i18n/messages";
import { Pill, type Tone } from "@/ui";
import { messages } from "./messages";

const tones = { waiting: "warn", taken: "good", known: "quiet", asked: "open", ignored: "quiet" } as const satisfies Record<string, Tone>;
export type Outcome = keyof typeof tones;

export const outcomeOf = (event: { outcome: string | null }): Outcome => (event.outcome && event.outcome in tones ? (event.outcome as Outcome) : "waiting");

/** What became of an event. */
export function OutcomePill({ event }: { event: { outcome: string | null } }) {
  const t = useText(messages);
  const outcome = outcomeOf(event);
  return <Pill tone={tones[outcome]}>{t(`outcome_${outcome}`)}</Pill>;
}
