import type { ReactNode } from "react";
import { ChevronLeft, ChevronRight, LayoutGrid } from "lucide-react";
import type { BillingRow, Group } from "@/api/types";
import { useHouse } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { EmptyState, IconButton, StatePill, useShortcut } from "@/ui";
import { messages } from "./messages";
import type { BillingSearch } from "./search";
import { YearTable } from "./YearTable";

export interface YearViewProps {
  select: ReactNode;
  groups: readonly Group[];
  search: BillingSearch;
  onYear: (year: number) => void;
  onOpen: (row: BillingRow) => void;
}

/** A year at a glance: each facility and cycle in the colour of its state, group by group. */
export function YearView({ select, groups, search, onYear, onOpen }: YearViewProps) {
  const t = useText(messages);
  const { today } = useHouse();
  const year = search.year ?? Number(today.slice(0, 4));
  const shown = groups.filter((group) => (search.group ? group.id === search.group : group.facilities > 0));
  const keys = t("cycleKeys");
  useShortcut({ keys: ",", label: t("previousYear"), group: keys, run: () => onYear(year - 1) });
  useShortcut({ keys: ".", label: t("nextYear"), group: keys, run: () => onYear(year + 1) });
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div role="toolbar" aria-label={t("year")} className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-4 py-2 sm:px-6">
        {select}
        <div role="group" aria-label={t("year")} className="flex items-center gap-1">
          <IconButton size="iconSm" tone="secondary" label={t("previousYear")} icon={<ChevronLeft aria-hidden />} onClick={() => onYear(year - 1)} />
          <span aria-live="polite" className="tabular w-14 text-center font-medium">
            {year}
          </span>
          <IconButton size="iconSm" tone="secondary" label={t("nextYear")} icon={<ChevronRight aria-hidden />} onClick={() => onYear(year + 1)} />
        </div>
        <ul aria-label={t("legend")} className="ml-auto hidden flex-wrap items-center gap-1.5 md:flex">
          {(["paid", "outstanding", "overdue", "overpaid", "empty"] as const).map((state) => (
            <li key={state}>
              <StatePill state={state} />
            </li>
          ))}
        </ul>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-4 sm:p-6">
        {shown.length === 0 ? (
          <EmptyState icon={<LayoutGrid aria-hidden />} title={t("emptyGroup")}>
            {t("emptyGroupHelp")}
          </EmptyState>
        ) : (
          <div className="flex flex-col gap-8">
            {shown.map((group) => (
              <YearTable key={group.id} group={group} year={year} onOpen={onOpen} />
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
