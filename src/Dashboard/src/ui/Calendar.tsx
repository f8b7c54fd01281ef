import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { addDays, addMonths, monthGrid, weekdayOf, type Day } from "@/lib/dates";
import { IconButton } from "./Button";
import { messages } from "./messages";

/** A month to pick a day from: arrows move by day and week, PageUp and PageDown by month, Home and End to the week's ends. */
export function Calendar({ value, onPick }: { value: Day | null; onPick: (day: Day) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const [focused, setFocused] = useState(value ?? formats.today);
  const grid = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) grid.current?.querySelector<HTMLElement>(`[data-day="${focused}"]`)?.focus();
  }, [focused]);

  const move = (to: Day) => {
    moved.current = true;
    setFocused(to);
  };
  const onKey = (event: KeyboardEvent) => {
    const inWeek = (weekdayOf(focused) - formats.weekStart + 7) % 7;
    const to: Record<string, () => Day> = {
      ArrowLeft: () => addDays(focused, -1),
      ArrowRight: () => addDays(focused, 1),
      ArrowUp: () => addDays(focused, -7),
      ArrowDown: () => addDays(focused, 7),
      PageUp: () => addMonths(focused, event.shiftKey ? -12 : -1),
      PageDown: () => addMonths(focused, event.shiftKey ? 12 : 1),
      Home: () => addDays(focused, -inWeek),
      End: () => addDays(focused, 6 - inWeek),
    };
    const next = to[event.key];
    if (!next) return;
    event.preventDefault();
    move(next());
  };

  return (
    <div className="w-64">
      <div className="mb-2 flex items-center justify-between">
        <IconButton label={t("previousMonth")} size="iconSm" icon={<ChevronLeft aria-hidden />} onClick={() => setFocused(addMonths(focused, -1))} />
        <div aria-live="polite" className="text-sm font-medium">
          {formats.month(focused)}
        </div>
        <IconButton label={t("nextMonth")} size="iconSm" icon={<ChevronRight aria-hidden />} onClick={() => setFocused(addMonths(focused, 1))} />
      </div>
      <table ref={grid} role="grid" aria-label={formats.month(focused)} className="w-full border-collapse" onKeyDown={onKey}>
        <thead>
          <tr>
            {Array.from({ length: 7 }, (_, at) => (formats.weekStart + at) % 7).map((weekday) => (
              <th key={weekday} scope="col" abbr={formats.weekday(weekday, "long")} className="h-7 text-xs font-normal text-muted">
                {formats.weekday(weekday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthGrid(focused, formats.weekStart).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} role="gridcell" aria-selected={day === value} className="p-0 text-center">
                  <button
                    type="button"
                    data-day={day}
                    tabIndex={day === focused ? 0 : -1}
                    aria-label={formats.longDay(day)}
                    aria-current={day === formats.today ? "date" : undefined}
                    onClick={() => onPick(day)}
                    className={cx(
                      "tabular size-8 rounded-md text-table hover:bg-hover",
                      day.slice(0, 7) !== focused.slice(0, 7) && "text-faint",
                      day === formats.today && "font-semibold text-accent-ink",
                      day === value && "bg-accent text-on-accent hover:bg-accent-hover",
                    )}
                  >
                    {+day.slice(8)}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
