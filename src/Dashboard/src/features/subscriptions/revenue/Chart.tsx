import { useRef } from "react";
import type { RevenuePage } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { Section } from "@/ui";
import { ChartMenu, Plot } from "@/ui/chart";
import { messages } from "./messages";

const [width, height] = [1000, 180];

/** What comes in each month at the end of each day: a line, and the same as a table, from which a day is looked at. Floats only place the points. */
export function Chart({ revenue, onDay }: { revenue: RevenuePage; onDay: (day: Day) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const drawn = useRef<SVGSVGElement>(null);
  const { days, currency } = revenue;
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const money = (amount: string) => formats.money({ amount, currency });
  const top = days.reduce((most, day) => (Number(day.mrr) > Number(most.mrr) ? day : most));
  const most = Math.max(Number(top.mrr), Number.EPSILON);
  const x = (at: number) => (days.length < 2 ? width : (at / (days.length - 1)) * width);
  const y = (amount: string) => height - (Number(amount) / most) * (height - 8);
  const points = days.map((day, at) => `${x(at)},${y(day.mrr)}`).join(" ");
  const picture = () =>
    drawn.current && {
      title: t("mrr"),
      about: `${currency} · ${formats.day(first.day)} – ${formats.day(last.day)}`,
      legend: [{ label: t("mrr"), ink: "accent-ink", line: true } as const],
      plot: { svg: drawn.current },
      scale: [...(Number(top.mrr) > 0 ? [{ at: y(top.mrr) / height, text: money(top.mrr) }] : []), { at: 1, text: formats.number(0) }],
      axis: [{ at: 0, text: formats.day(first.day) }, { at: 1, text: formats.day(last.day) }],
    };
  const table = () => [[t("day"), t("mrr"), t("currency")], ...days.map((day) => [day.day, day.mrr, currency])];
  return (
    <Section title={t("overTime")} actions={<ChartMenu label={`${t("overTime")}, ${currency}`} name={`revenue-${currency.toLowerCase()}`} picture={picture} table={table} />}>
      <figure className="rounded-card border border-line bg-surface p-3">
        <figcaption className="tabular mb-2 flex justify-between text-xs text-muted">
          <span>{t("mrr")}</span>
          <span>{money(top.mrr)}</span>
        </figcaption>
        <Plot ref={drawn} size={[width, height]} className="h-44 w-full" label={t("chartSays", { from: formats.day(first.day), to: formats.day(last.day), first: money(first.mrr), last: money(last.mrr), most: money(top.mrr) })}>
          {[0.25, 0.5, 0.75].map((part) => (
            <line key={part} x1="0" x2={width} y1={height * part} y2={height * part} className="stroke-line" vectorEffect="non-scaling-stroke" />
          ))}
          <polygon points={`0,${height} ${points} ${x(days.length - 1)},${height}`} className="fill-accent-soft" />
          <polyline points={points} fill="none" strokeWidth="2" strokeLinejoin="round" className="stroke-accent-ink" vectorEffect="non-scaling-stroke" />
          <line x1="0" x2={width} y1={height} y2={height} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
          {days.map((day, at) => (
            <rect key={day.day} data-says={`${formats.day(day.day)}\n${money(day.mrr)}`} x={x(at) - width / days.length / 2} width={width / days.length} y="0" height={height} className="fill-transparent hover:fill-hover/60" onClick={() => onDay(day.day)} />
          ))}
        </Plot>
        <div aria-hidden className="tabular mt-1 flex justify-between text-xs text-muted">
          <span>{formats.day(first.day)}</span>
          <span>{formats.day(last.day)}</span>
        </div>
      </figure>
      <details className="mt-2 text-table">
        <summary className="w-fit rounded py-0.5 text-muted hover:text-ink">{t("table")}</summary>
        <div tabIndex={0} role="region" aria-label={t("overTime")} className="mt-2 max-h-72 overflow-auto rounded-card border border-line">
          <table className="w-full">
            <thead className="sticky top-0 bg-surface text-left text-xs text-muted">
              <tr>
                <th scope="col" className="px-3 py-2 font-medium">{t("day")}</th>
                <th scope="col" className="px-3 py-2 text-right font-medium">{t("mrr")}</th>
              </tr>
            </thead>
            <tbody>
              {days.toReversed().map((day) => (
                <tr key={day.day} className="border-t border-line">
                  <th scope="row" className="px-3 py-1 text-left font-normal">
                    <button type="button" aria-label={t("lookAt", { day: formats.day(day.day) })} onClick={() => onDay(day.day)} className="tabular min-h-6 rounded underline decoration-dotted underline-offset-4 hover:text-accent-ink">
                      {formats.day(day.day)}
                    </button>
                  </th>
                  <td className="tabular px-3 py-1 text-right">{money(day.mrr)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Section>
  );
}
