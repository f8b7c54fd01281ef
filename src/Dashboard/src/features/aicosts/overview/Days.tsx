import { useRef } from "react";
import type { AiDay } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { addDays } from "@/lib/dates";
import { Section } from "@/ui";
import { ChartMenu, Plot } from "@/ui/chart";
import { costText } from "../parts/cost";
import { messages } from "./messages";
import type { Grouping } from "./search";
import { stacked } from "./stack";

const [width, height, count] = [1000, 180, 30];

/** What each of the last 30 days cost in one currency: stacked bars, and the same as a table, from which the records of a day are opened. */
export function Days({ lines, currency, by, through, nameOf, onDay }: { lines: readonly AiDay[]; currency: string; by: Grouping; /** The last day. */ through: string; nameOf: (group: string) => string; onDay: (day: string) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const drawn = useRef<SVGSVGElement>(null);
  const { groups, scale, days } = stacked(lines);
  const first = addDays(through, 1 - count);
  const cost = (line: AiDay) => `${costText(line.cost, formats.locale)} ${currency}`;
  const name = (group: string | null) => (group === null ? t("others") : group === "" ? t(by === "client" ? "nobodys" : "withoutGroup") : nameOf(group));
  const x = (day: string) => ((Date.parse(day) - Date.parse(first)) / 86_400_000 / count) * width;
  const top = `${new Intl.NumberFormat(formats.locale, { maximumSignificantDigits: 2 }).format(scale)} ${currency}`;
  const picture = () =>
    drawn.current && {
      title: t("days"),
      about: `${currency} · ${t(`by_${by}`)} · ${formats.day(first)} – ${formats.day(through)}`,
      legend: groups.map((group) => ({ label: name(group.name), ink: group.ink })),
      plot: { svg: drawn.current },
      scale: [{ at: 0, text: top }, { at: 1, text: formats.number(0) }],
      axis: [{ at: 0, text: formats.day(first) }, { at: 1, text: formats.day(through) }],
    };
  const table = () => [[t("day"), t(`by_${by}`), t("amount"), t("currency")], ...lines.map((line) => [line.day, name(line.group), line.cost.amount, currency])];
  const label = t("daysIn", { currency });
  return (
    <Section title={label} actions={<ChartMenu label={label} name={`ai-costs-${currency.toLowerCase()}`} picture={picture} table={table} />}>
      <figure className="rounded-card border border-line bg-surface p-3">
        <figcaption className="tabular mb-2 flex justify-between text-xs text-muted">
          <span>{t("cost")}</span>
          <span>{top}</span>
        </figcaption>
        <Plot ref={drawn} size={[width, height]} className="h-44 w-full" label={t("chartSays", { from: formats.day(first), to: formats.day(through), by: t(`by_${by}`), count: days.length })}>
          {[0.25, 0.5, 0.75].map((part) => (
            <line key={part} x1="0" x2={width} y1={height * part} y2={height * part} className="stroke-line" vectorEffect="non-scaling-stroke" />
          ))}
          {days.flatMap(({ day, parts }) =>
            parts.map(({ line, ink, from, to }) => (
              <rect key={`${day} ${line.group}`} data-says={`${formats.day(day)}\n${name(line.group)}: ${cost(line)}`} x={x(day) + 3} width={width / count - 6} y={height - to * height} height={(to - from) * height} style={{ fill: `var(--${ink})` }} onClick={() => onDay(day)} />
            )),
          )}
          <line x1="0" x2={width} y1={height} y2={height} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
        </Plot>
        <div aria-hidden className="tabular mt-1 flex justify-between text-xs text-muted">
          <span>{formats.day(first)}</span>
          <span>{formats.day(through)}</span>
        </div>
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs" aria-label={t(`by_${by}`)}>
          {groups.map((group) => (
            <li key={group.name ?? " others"} className="flex min-w-0 items-center gap-1.5">
              <span aria-hidden className="size-2.5 shrink-0 rounded-xs" style={{ background: `var(--${group.ink})` }} />
              <span className="min-w-0 wrap-anywhere">{name(group.name)}</span>
              <span className="tabular text-muted">{t("share", { percent: formats.number(Math.round(group.share * 1000) / 10) })}</span>
            </li>
          ))}
        </ul>
        {by === "tag" && <p className="mt-2 text-xs text-muted">{t("byTagTwice")}</p>}
      </figure>
      <details className="mt-2 text-table">
        <summary className="w-fit rounded py-0.5 text-muted hover:text-ink">{t("table")}</summary>
        <div tabIndex={0} role="region" aria-label={label} className="mt-2 max-h-72 overflow-auto rounded-card border border-line">
          <table className="w-full">
            <thead className="sticky top-0 bg-surface text-left text-xs text-muted">
              <tr>
                <th scope="col" className="px-3 py-2 font-medium">{t("day")}</th>
                <th scope="col" className="px-3 py-2 font-medium">{t(`by_${by}`)}</th>
                <th scope="col" className="px-3 py-2 text-right font-medium">{t("amount")}</th>
              </tr>
            </thead>
            <tbody>
              {lines.toReversed().map((line) => (
                <tr key={`${line.day} ${line.group}`} className="border-t border-line">
                  <th scope="row" className="px-3 py-1 text-left font-normal">
                    <button type="button" aria-label={t("showDay", { day: formats.day(line.day) })} onClick={() => onDay(line.day)} className="tabular min-h-6 rounded underline decoration-dotted underline-offset-4 hover:text-accent-ink">
                      {formats.day(line.day)}
                    </button>
                  </th>
                  <td className="px-3 py-1 wrap-anywhere">{name(line.group)}</td>
                  <td className="tabular px-3 py-1 text-right whitespace-nowrap">{formats.money(line.cost)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Section>
  );
}
