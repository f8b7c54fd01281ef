import { useState } from "react";
import { CalendarDays, ChevronDown, ChevronLeft, ChevronRight } from "lucide-react";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import type { Day } from "@/lib/dates";
import { Button, Calendar, IconButton, Popover, Skeleton, Tooltip, useShortcut } from "@/ui";
import { useScheduleWords } from "@/ui/schedule/words";
import type { CycleChoice } from "./cycles";
import { messages } from "./messages";

export interface CycleNavigatorProps {
  choice: CycleChoice;
  /** With all groups one moves by months. */
  months: boolean;
  /** Goes to the cycle billed on a day; undefined goes to the current one. */
  onGo: (on: Day | undefined) => void;
  /** Goes to the cycle that a day lies in. */
  onDay: (day: Day) => void;
  onWantsFar: () => void;
  far: boolean;
}

/** ◀ which cycle ▶, a list of those around it, and a calendar. */
export function CycleNavigator({ choice: { cycle, previous, next, cycles }, months, onGo, onDay, onWantsFar, far }: CycleNavigatorProps) {
  const t = useText(messages);
  const words = useScheduleWords();
  const formats = useFormats();
  const group = t("cycleKeys");
  const [names] = [months ? ([t("previousMonth"), t("nextMonth")] as const) : ([t("previous"), t("next")] as const)];
  useShortcut({ keys: ",", label: names[0], group, enabled: previous !== undefined, run: () => onGo(previous) });
  useShortcut({ keys: ".", label: names[1], group, enabled: next !== undefined, run: () => onGo(next) });
  useShortcut({ keys: "t", label: t("toCurrent"), group, run: () => onGo(undefined) });
  const period = cycle ? t("period", { from: formats.day(cycle.from), through: formats.day(cycle.through) }) : "";
  const label = !cycle ? "" : months ? formats.month(cycle.from) : cycle.index === null ? period : words.cycle(cycle.index);

  return (
    <div role="group" aria-label={t("chooseCycle")} className="flex w-full min-w-0 items-center gap-1 sm:w-auto">
      <Tooltip text={names[0]}>
        <IconButton size="iconSm" tone="secondary" label={names[0]} icon={<ChevronLeft aria-hidden />} disabled={previous === undefined} onClick={() => onGo(previous)} />
      </Tooltip>
      {cycle === undefined ? (
        <span className="flex h-7 w-56 items-center px-2">
          <Skeleton className="w-full" />
        </span>
      ) : months ? (
        <span aria-live="polite" className="min-w-0 flex-1 truncate px-2 text-center sm:flex-none">
          <span className="font-medium">{label}</span> <span className="hidden text-table text-muted 2xl:inline">· {t("beginIn")}</span>
        </span>
      ) : (
        <CycleList cycles={cycles} on={cycle?.billingDate ?? null} far={far} onWantsFar={onWantsFar} onGo={onGo}>
          <span aria-live="polite" className="flex min-w-0 flex-1 flex-col items-start leading-4 sm:flex-row sm:items-baseline sm:gap-2">
            <span className="max-w-full truncate font-medium">{cycle ? label : t("noCycles")}</span>
            {cycle && cycle.index !== null && <span className="tabular max-w-full truncate text-[11px] font-normal text-muted sm:text-table">{period}</span>}
            {cycle?.billingDate && <span className="tabular hidden truncate text-table font-normal text-muted 2xl:inline">· {t("billedOn", { day: formats.day(cycle.billingDate) })}</span>}
          </span>
        </CycleList>
      )}
      <Tooltip text={names[1]}>
        <IconButton size="iconSm" tone="secondary" label={names[1]} icon={<ChevronRight aria-hidden />} disabled={next === undefined} onClick={() => onGo(next)} />
      </Tooltip>
      <DayJump value={cycle?.billingDate ?? cycle?.from ?? null} onDay={onDay} />
    </div>
  );
}

function CycleList({ cycles, on, far, onWantsFar, onGo, children }: { cycles: CycleChoice["cycles"]; on: Day | null; far: boolean; onWantsFar: () => void; onGo: (on: Day | undefined) => void; children: React.ReactNode }) {
  const t = useText(messages);
  const words = useScheduleWords();
  const formats = useFormats();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t("chooseCycle")}
      className="p-1"
      trigger={
        <Button size="sm" className="min-w-0 flex-1 justify-between pointer-coarse:h-9 sm:flex-none">
          {children}
          <ChevronDown aria-hidden className="size-3.5 shrink-0 text-faint" />
        </Button>
      }
    >
      <ul className="max-h-[min(24rem,var(--available-height))] w-80 max-w-full overflow-y-auto" ref={(list) => void list?.querySelector<HTMLElement>("[aria-current]")?.scrollIntoView({ block: "center" })}>
        {[...cycles].reverse().map((one) => (
          <li key={one.index}>
            <button
              type="button"
              aria-current={one.billingDate === on || undefined}
              onClick={() => {
                setOpen(false);
                onGo(one.index === 0 ? undefined : one.billingDate);
              }}
              className={cx("flex min-h-9 w-full items-baseline gap-3 rounded-[5px] px-2 py-1.5 text-left hover:bg-hover focus-visible:outline-offset-[-2px]", one.billingDate === on && "bg-accent-soft")}
            >
              <span className={cx("min-w-0 flex-1 truncate", one.index === 0 && "font-medium")}>{words.cycle(one.index)}</span>
              <span className="tabular text-xs text-muted">{t("period", { from: formats.day(one.from), through: formats.day(one.through) })}</span>
            </button>
          </li>
        ))}
      </ul>
      {!far && (
        <Button tone="ghost" size="sm" className="mt-1 w-full justify-center" onClick={onWantsFar}>
          {t("earlier")}
        </Button>
      )}
    </Popover>
  );
}

function DayJump({ value, onDay }: { value: Day | null; onDay: (day: Day) => void }) {
  const t = useText(messages);
  const [open, setOpen] = useState(false);
  return (
    <Popover open={open} onOpenChange={setOpen} label={t("pickDay")} trigger={<IconButton size="iconSm" label={t("pickDay")} icon={<CalendarDays aria-hidden />} />}>
      <Calendar
        key={value}
        value={value}
        onPick={(day) => {
          setOpen(false);
          onDay(day);
        }}
      />
    </Popover>
  );
}
