import type { Charge } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Pill } from "@/ui";
import { messages } from "./messages";

/** How far a charge is. */
export function ChargePill({ charge: { state } }: { charge: Pick<Charge, "state"> }) {
  const t = useText(messages);
  return <Pill tone={state === "open" ? "open" : state === "invoiced" ? "good" : "quiet"}>{t(`state_${state}`)}</Pill>;
}
