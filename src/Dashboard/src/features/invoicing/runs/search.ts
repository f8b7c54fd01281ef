import { addDays, addMonths, isDay, type Day } from "@/lib/dates";
import { readTableSearch, type TableSearch } from "@/ui/table/view";

export type RunsSearch = TableSearch;
export const readRunsSearch = (search: Record<string, unknown>): RunsSearch => readTableSearch(search);

/** What the address of a run says: the version looked at. */
export const readRunSearch = ({ at }: Record<string, unknown>): { at?: number } => (Number.isInteger(at) && (at as number) >= 1 ? { at: at as number } : {});

/** What the address of a new run says: the days it bills, and one client where only that one is wanted. */
export interface NewRunSearch {
  from?: Day;
  through?: Day;
  client?: string;
}

export function readNewRunSearch({ from, through, client }: Record<string, unknown>): NewRunSearch {
  return {
    ...(typeof from === "string" && isDay(from) ? { from } : {}),
    ...(typeof through === "string" && isDay(through) ? { through } : {}),
    ...(typeof client === "string" && client !== "" ? { client } : {}),
  };
}

export interface Period {
  from: Day;
  through: Day;
}

/** The calendar month that a day lies in. */
export function monthOf(day: Day): Period {
  const from = `${day.slice(0, 7)}-01`;
  return { from, through: addDays(addMonths(from, 1), -1) };
}

/** The days that are billed: as the address says, else this month. */
export function periodOf({ from, through }: NewRunSearch, today: Day): Period {
  const begin = from ?? monthOf(through ?? today).from;
  return { from: begin, through: through ?? monthOf(begin).through };
}

/** The month before or after the one a period begins in. */
export const stepMonth = (period: Period, by: 1 | -1): Period => monthOf(addMonths(`${period.from.slice(0, 7)}-01`, by));
