import { useRef, type ReactNode } from "react";
import type { SupportStatistics } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { showDecimal } from "@/lib/decimal";
import { Section } from "@/ui";
import { ChartMenu, Plot } from "@/ui/chart";
import { calendarOf } from "./calendar";
import { messages } from "./messages";

const [cell, gap] = [16, 3];

/** The days on which requests came, darker where more did; each leads to its requests, and the same stands in a table. */
export function Heat({ of, onDay }: { of: SupportStatistics; onDay: (day: Day) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const drawn = useRef<SVGSVGElement>(null);
  const calendar = calendarOf(of.days, formats.weekStart);
  if (!calendar) return null;
  const { cells, first, last, earlier } = calendar;
  // A few weeks keep the size of many.
  const weeks = Math.max(26, calendar.weeks);
  const [width, height] = [weeks * cell, 7 * cell];
  const says = (day: Day, requests: number) => `${formats.day(day)}\n${t("each", { count: requests })}`;
  return (
    <Section
      title={t("calendar")}
      about={earlier > 0 && t("earlier", { count: earlier })}
      actions={
        <ChartMenu
          label={t("calendar")}
          name="support-days"
          picture={() => drawn.current && { title: t("calendar"), about: `${formats.day(first)} – ${formats.day(last)}`, legend: [{ label: t("requests"), ink: "accent" }], plot: { svg: drawn.current }, axis: [{ at: 0, text: formats.day(first) }] }}
          table={() => [[t("day"), t("requests"), t("hours")], ...of.days.map((one) => [one.of, String(one.requests), one.hours])]}
        />
      }
    >
      <figure className="rounded-card border border-line bg-surface p-3">
        <Plot ref={drawn} size={[width, height]} className="h-32 w-full" label={t("calendarSays", { from: formats.day(first), to: formats.day(last), count: cells.length })}>
          {cells.map(({ day, requests, week, row, share }) => (
            <rect key={day} data-says={says(day, requests)} x={week * cell} y={row * cell} width={cell - gap} height={cell - gap} rx="2" style={{ fill: "var(--accent)", fillOpacity: 0.25 + 0.75 * share }} onClick={() => onDay(day)} />
          ))}
        </Plot>
        <div aria-hidden className="tabular mt-1 flex justify-between gap-3 text-xs text-muted" style={{ width: `${(100 * calendar.weeks) / weeks}%`, minWidth: "fit-content" }}>
          <span>{formats.day(first)}</span>
          <span>{formats.day(last)}</span>
        </div>
      </figure>
      <Twin label={t("calendar")} heads={[t("day"), t("requests"), t("hours")]}>
        {of.days.toReversed().map((one) => (
          <tr key={one.of} className="border-t border-line">
            <th scope="row" className="px-3 py-1 text-left font-normal">
              <button type="button" aria-label={t("showDay", { day: formats.day(one.of) })} onClick={() => onDay(one.of)} className="tabular min-h-6 rounded underline decoration-dotted underline-offset-4 hover:text-accent-ink">
                {formats.day(one.of)}
              </button>
            </th>
            <td className="tabular px-3 py-1 text-right">{formats.number(one.requests)}</td>
            <td className="tabular px-3 py-1 text-right">{showDecimal(one.hours, formats.locale, 0)}</td>
          </tr>
        ))}
      </Twin>
    </Section>
  );
}

/** How many requests were resolved in each hour of the day. */
export function HoursOfDay({ of }: { of: SupportStatistics }) {
  const t = useText(messages);
  const formats = useFormats();
  const drawn = useRef<SVGSVGElement>(null);
  const most = Math.max(...of.byHour);
  if (most === 0) return null;
  const [width, height] = [960, 160];
  const named = (hour: number) => `${hour}:00`;
  return (
    <Section
      title={t("byHour")}
      actions={
        <ChartMenu
          label={t("byHour")}
          name="support-hours"
          picture={() => drawn.current && { title: t("byHour"), about: t("requests"), legend: [{ label: t("requests"), ink: "accent" }], plot: { svg: drawn.current }, scale: [{ at: 0, text: formats.number(most) }, { at: 1, text: "0" }], axis: [{ at: 0, text: named(0) }, { at: 0.5, text: named(12) }, { at: 1, text: named(24) }] }}
          table={() => [[t("hour"), t("requests")], ...of.byHour.map((count, hour) => [named(hour), String(count)])]}
        />
      }
    >
      <figure className="rounded-card border border-line bg-surface p-3">
        <Plot ref={drawn} size={[width, height]} className="h-32 w-full" label={t("byHourSays", { most })}>
          {of.byHour.map((count, hour) => (
            <rect key={hour} data-says={`${named(hour)}\n${t("each", { count })}`} x={(hour * width) / 24 + 3} width={width / 24 - 6} y={height - (count / most) * height} height={(count / most) * height} style={{ fill: "var(--accent)" }} />
          ))}
          <line x1="0" x2={width} y1={height} y2={height} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
        </Plot>
        <div aria-hidden className="tabular mt-1 flex justify-between text-xs text-muted">
          <span>{named(0)}</span>
          <span>{named(12)}</span>
          <span>{named(24)}</span>
        </div>
      </figure>
      <Twin label={t("byHour")} heads={[t("hour"), t("requests")]}>
        {of.byHour.map((count, hour) => (
          <tr key={hour} className="border-t border-line">
            <th scope="row" className="tabular px-3 py-1 text-left font-normal">{named(hour)}</th>
            <td className="tabular px-3 py-1 text-right">{formats.number(count)}</td>
          </tr>
        ))}
      </Twin>
    </Section>
  );
}

/** What a chart shows, as a table. */
function Twin({ label, heads, children }: { label: string; heads: readonly string[]; children: ReactNode }) {
  const t = useText(messages);
  return (
    <details className="mt-2 text-table">
      <summary className="w-fit rounded py-0.5 text-muted hover:text-ink">{t("table")}</summary>
      <div tabIndex={0} role="region" aria-label={label} className="mt-2 max-h-72 overflow-auto rounded-card border border-line">
        <table className="w-full">
          <thead className="sticky top-0 bg-surface text-left text-xs text-muted">
            <tr>
              {heads.map((head, at) => (
                <th key={head} scope="col" className={`px-3 py-2 font-medium ${at > 0 ? "text-right" : ""}`}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </details>
  );
}
