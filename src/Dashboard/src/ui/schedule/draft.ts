import type { CustomDate, Frequency, Schedule } from "@/api/types";
import { addDays, weekdayOf, weekdays, type Day, type Weekday } from "@/lib/dates";

/** A schedule while it is edited: every parameter keeps its value, whatever the frequency shows of it. */
export interface ScheduleDraft {
  frequency: Frequency;
  periodRule: Schedule["periodRule"];
  dayOfWeek: Weekday;
  dayOfMonth: number;
  firstDay: number;
  secondDay: number;
  anchor: Day | null;
  /** 1 is January. */
  anchorMonth: number;
  /** What the schedule counted from before; kept where its month stays, so that saving changes nothing by itself. */
  counted: Day | null;
}

export const frequencies: readonly Frequency[] = ["weekly", "everyTwoWeeks", "semiMonthly", "monthly", "everyTwoMonths", "quarterly", "yearly", "custom"];
const stepped: readonly Frequency[] = ["everyTwoMonths", "quarterly", "yearly"];
export const isStepped = (frequency: Frequency) => stepped.includes(frequency);

/** What a form starts with; a schedule that lacks a parameter gets the usual one. */
export function draftOf(schedule: Schedule | undefined, today: Day): ScheduleDraft {
  const [firstDay = 1, secondDay = 16] = schedule?.days ?? [];
  const anchor = schedule?.anchor ?? null;
  return {
    frequency: schedule?.frequency ?? "monthly",
    periodRule: schedule?.periodRule ?? "arrears",
    dayOfWeek: schedule?.dayOfWeek ?? "friday",
    dayOfMonth: schedule?.dayOfMonth ?? 1,
    firstDay,
    secondDay,
    anchor: schedule?.frequency === "everyTwoWeeks" ? anchor : addDays(today, (5 - weekdayOf(today) + 7) % 7),
    anchorMonth: anchor ? +anchor.slice(5, 7) : 1,
    counted: anchor,
  };
}

/** The schedule as the server takes it, with the parameters of its frequency alone; null while one is missing. */
export function scheduleOf(draft: ScheduleDraft, today: Day): Schedule | null {
  const { frequency, periodRule } = draft;
  switch (frequency) {
    case "weekly":
      return { frequency, periodRule, dayOfWeek: draft.dayOfWeek };
    case "everyTwoWeeks":
      return draft.anchor ? { frequency, periodRule, dayOfWeek: weekdays[weekdayOf(draft.anchor)]!, anchor: draft.anchor } : null;
    case "semiMonthly":
      return draft.firstDay === draft.secondDay ? null : { frequency, periodRule, days: [draft.firstDay, draft.secondDay].sort((a, b) => a - b) };
    case "monthly":
      return { frequency, periodRule, dayOfMonth: draft.dayOfMonth };
    case "everyTwoMonths":
    case "quarterly":
    case "yearly":
      return { frequency, periodRule, dayOfMonth: draft.dayOfMonth, anchor: anchorOf(draft, today) };
    case "custom":
      return { frequency, periodRule: "arrears" };
  }
}

function anchorOf({ counted, anchorMonth }: ScheduleDraft, today: Day): Day {
  if (counted && +counted.slice(5, 7) === anchorMonth) return counted;
  return `${today.slice(0, 4)}-${String(anchorMonth).padStart(2, "0")}-01`;
}

/** A custom date while it is edited. */
export interface DateDraft {
  /** Only for the list's own use. */
  key: number;
  date: Day | null;
  period: CustomDate["period"];
  from: Day | null;
  through: Day | null;
}
export type DateFault = "dateMissing" | "dateTwice" | "periodMissing" | "periodBackwards";

export function faultOf(draft: DateDraft, all: readonly DateDraft[]): DateFault | null {
  if (!draft.date) return "dateMissing";
  if (all.some((other) => other.key !== draft.key && other.date === draft.date)) return "dateTwice";
  if (draft.period !== "explicit") return null;
  if (!draft.from || !draft.through) return "periodMissing";
  return draft.through < draft.from ? "periodBackwards" : null;
}

export const datesOf = (items: readonly CustomDate[]): DateDraft[] =>
  [...items].sort((a, b) => b.date.localeCompare(a.date)).map((item, key) => ({ key, date: item.date, period: item.period, from: item.from ?? null, through: item.through ?? null }));

/** The dates as the server takes them; null while one of them is at fault. */
export function customDatesOf(drafts: readonly DateDraft[]): CustomDate[] | null {
  if (drafts.some((draft) => faultOf(draft, drafts))) return null;
  return drafts.map((draft) => ({ date: draft.date!, period: draft.period, ...(draft.period === "explicit" ? { from: draft.from!, through: draft.through! } : {}) }));
}
