import type { ReactNode } from "react";
import type { AiSeats } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { Pill } from "@/ui";
import { CostText } from "../parts/CostText";
import { messages } from "./messages";
import { nextCharge, stateOf, tones } from "./state";

/** In a word, whether seats are charged. */
export function SeatsPill({ seats, today }: { seats: AiSeats; today: Day }) {
  const state = stateOf(seats, today);
  return <Pill tone={tones[state]}>{useText(messages)(`state_${state}`)}</Pill>;
}

/** What is agreed about seats, in a line or two: how many, for how much, and the days that matter. */
export function Terms({ seats, today, name }: { seats: AiSeats; today: Day; name: ReactNode }) {
  const t = useText(messages);
  const formats = useFormats();
  const next = nextCharge(seats, today);
  const days = [t("chargedFrom", { day: formats.day(seats.from) }), ...(seats.until ? [t("notFrom", { day: formats.day(seats.until) })] : []), ...(next && next !== seats.from ? [t("next", { day: formats.day(next) })] : [])];
  return (
    <>
      <span className="flex min-w-0 flex-1 basis-64 flex-col">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {name} <SeatsPill seats={seats} today={today} />
        </span>
        <span className="text-xs text-muted">{days.join(" · ")}</span>
      </span>
      <span className="flex flex-col items-end text-table max-sm:items-start">
        <span><CostText cost={seats.monthly} className="font-medium" /> <span className="text-muted">{t("aMonth")}</span></span>
        <span className="text-xs text-muted">
          {seats.seats === 0 ? t("noSeats") : t("seatsAt", { count: seats.seats })} <CostText cost={seats.price} />
        </span>
      </span>
    </>
  );
}
