import { addDays, addMonths, isDay, type Day } from "@/lib/dates";
import { readTableSearch, type TableSearch } from "@/ui/table/view";

export type BillingView = "cycle" | "all" | "year";

/** What the address of the billing page says. The palette links here with a group or a facility. */
export interface BillingSearch extends TableSearch {
  group?: string;
  facility?: string;
  view?: BillingView;
  /** The cycle by its billing date; with all groups: any day of the month. Absent: the current one. */
  on?: Day;
  year?: number;
  /** Its records are about to become charges. */
  billing?: true;
  /** The open record: its id, or facility and period of one that nobody saved. */
  record?: string;
  /** The version the history slider stands at. */
  at?: number;
}

export function readBillingSearch(search: Record<string, unknown>): BillingSearch {
  const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
  const whole = (value: unknown, least: number, most: number) => (Number.isInteger(value) && (value as number) >= least && (value as number) <= most ? (value as number) : undefined);
  const [group, facility, record, on] = [text(search.group), text(search.facility), text(search.record), text(search.on)];
  const [year, at] = [whole(search.year, 1900, 2999), whole(search.at, 1, 1_000_000)];
  const view = search.view === "cycle" || search.view === "all" || search.view === "year" ? search.view : undefined;
  return {
    ...readTableSearch(search),
    ...(group ? { group } : {}), ...(facility ? { facility } : {}), ...(view ? { view } : {}), ...(on && isDay(on) ? { on } : {}), ...(year ? { year } : {}), ...(search.billing === true ? { billing: true as const } : {}), ...(record ? { record } : {}), ...(at && record ? { at } : {}),
  };
}

/** One facility is looked at over all its cycles, unless the address says otherwise. */
export const viewOf = (search: BillingSearch): BillingView => search.view ?? (search.facility ? "all" : "cycle");

export interface Window {
  from: Day;
  through: Day;
}
export const monthOf = (day: Day): Window => ({ from: `${day.slice(0, 8)}01`, through: addDays(addMonths(`${day.slice(0, 8)}01`, 1), -1) });
