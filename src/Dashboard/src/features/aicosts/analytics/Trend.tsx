import { useRef } from "react";
import type { AiTrend, Money } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { Section } from "@/ui";
import { ChartMenu, Plot, type Ink } from "@/ui/chart";
import { costText } from "../parts/cost";
import { runsOf, scaleOf, shareOf, type TrendDay } from "./days";
import { messages } from "./messages";

const [width, height] = [1000, 220];

const series = [
  { key: "cost", ink: "accent-ink", value: (day: TrendDay) => day.cost },
  { key: "average7", ink: "warn", value: (day: TrendDay) => day.average7 },
  { key: "average30", ink: "good", value: (day: TrendDay) => day.average30 },
  { key: "foretold", ink: "open", value: (day: TrendDay) => day.ahead?.cost, dashed: true },
] as const satisfies readonly { key: string; ink: Ink; value: (day: TrendDay) => Money | null | undefined; dashed?: boolean }[];

/** Daily costs in one currency: lines, the band of the forecast, and a point on each day that stands out; and the same as a table. How many stand out is told once they were judged. Floats only place the points. */
export function Trend({ trend, days, judged, onDay }: { trend: AiTrend; days: readonly TrendDay[]; judged: boolean; onDay: (day: Day) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const drawn = useRef<SVGSVGElement>(null);
  const { currency } = trend;
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const scale = scaleOf(days);
  const x = (day: Day) => shareOf(days, day) * width;
  const y = (amount: string) => height - (Math.max(0, Number(amount)) / scale) * height;
  const cost = (money: Money | null | undefined) => (money ? `${costText(money, formats.locale)} ${currency}` : "");
  const shown = series.filter(({ value }) => days.some(value));
  const band = days.flatMap(({ day, ahead }) => (ahead ? [{ day, low: ahead.low.amount, high: ahead.high.amount }] : []));
  const odd = days.filter(({ cost: came, anomalies }) => came && anomalies.length > 0);
  const says = ({ day, anomalies, ...one }: TrendDay) =>
    [
      formats.day(day),
      ...shown.flatMap(({ key, value }) => (value({ day, anomalies, ...one }) ? [`${t(key)}: ${cost(value({ day, anomalies, ...one }))}`] : [])),
      ...(one.ahead ? [t("between", { low: cost(one.ahead.low), high: cost(one.ahead.high) })] : []),
      ...anomalies.map(({ name, severity }) => `${name}: ${t(`severity_${severity}`)}`),
    ].join("\n");
  const top = `${new Intl.NumberFormat(formats.locale, { maximumSignificantDigits: 2 }).format(scale)} ${currency}`;
  const label = t("trendIn", { currency });
  const legend = [...shown.map(({ key, ink }) => ({ label: t(key), ink, line: true })), ...(band.length > 0 ? [{ label: t("band"), ink: "accent-soft" as const }] : []), ...(odd.length > 0 ? [{ label: t("oddDay"), ink: "bad" as const }] : [])];
  const said = { from: formats.day(first.day), to: formats.day(last.day), total: cost(trend.total) };
  const picture = () =>
    drawn.current && {
      title: label,
      about: `${currency} · ${formats.day(first.day)} – ${formats.day(last.day)}`,
      legend,
      plot: { svg: drawn.current },
      scale: [{ at: 0, text: top }, { at: 1, text: formats.number(0) }],
      axis: [{ at: 0, text: formats.day(first.day) }, { at: 1, text: formats.day(last.day) }],
    };
  const heads = [t("day"), t("cost"), t("average7"), t("average30"), t("foretold"), t("low"), t("high"), t("oddDay")];
  const odds = (one: TrendDay) => one.anomalies.map(({ name, severity }) => `${name}: ${t(`severity_${severity}`)}`).join(", ");
  const moneys = (one: TrendDay) => [one.cost, one.average7, one.average30, one.ahead?.cost, one.ahead?.low, one.ahead?.high];
  const table = () => [[...heads, t("currency")], ...days.map((one) => [one.day, ...moneys(one).map((money) => money?.amount ?? ""), odds(one), currency])];
  return (
    <Section title={label} actions={<ChartMenu label={label} name={`ai-trend-${currency.toLowerCase()}`} picture={picture} table={table} />}>
      <figure className="rounded-card border border-line bg-surface p-3">
        <figcaption className="tabular mb-2 flex justify-between text-xs text-muted">
          <span>{t("perDay")}</span>
          <span>{top}</span>
        </figcaption>
        <Plot ref={drawn} size={[width, height]} className="h-56 w-full overflow-visible" label={judged ? t("chartSays", { ...said, count: odd.length }) : t("chartTells", said)}>
          {[0.25, 0.5, 0.75].map((part) => (
            <line key={part} x1="0" x2={width} y1={height * part} y2={height * part} className="stroke-line" vectorEffect="non-scaling-stroke" />
          ))}
          {band.length > 1 && <polygon className="fill-accent-soft" points={[...band.map(({ day, high }) => `${x(day)},${y(high)}`), ...band.toReversed().map(({ day, low }) => `${x(day)},${y(low)}`)].join(" ")} />}
          <line x1="0" x2={width} y1={height} y2={height} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
          {series.map(({ key, ink, value, ...line }) =>
            runsOf(days, value).map((run) => (
              // A day by itself is a line of no length, whose round ends make it a point.
              <polyline key={`${key} ${run[0]!.day}`} fill="none" strokeWidth={key === "cost" ? 2 : 1.5} strokeLinejoin="round" strokeLinecap="round" {...("dashed" in line && run.length > 1 ? { strokeDasharray: "5 4" } : {})} vectorEffect="non-scaling-stroke" style={{ stroke: `var(--${ink})` }} points={(run.length > 1 ? run : [run[0]!, run[0]!]).map(({ day, amount }) => `${x(day)},${y(amount)}`).join(" ")} />
            )),
          )}
          {odd.map(({ day, cost: came }) => (
            <line key={day} data-odd={day} x1={x(day)} x2={x(day)} y1={y(came!.amount)} y2={y(came!.amount)} className="stroke-bad" strokeWidth="9" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
          ))}
          {days.map((one) => {
            const wide = width / Math.max(1, days.length);
            return <rect key={one.day} data-says={says(one)} x={x(one.day) - wide / 2} width={wide} y="0" height={height} className="fill-transparent hover:fill-hover/60" {...(one.cost ? { onClick: () => onDay(one.day) } : {})} />;
          })}
        </Plot>
        <div aria-hidden className="tabular mt-1 flex justify-between text-xs text-muted">
          <span>{formats.day(first.day)}</span>
          <span>{formats.day(last.day)}</span>
        </div>
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs" aria-label={t("legend")}>
          {legend.map((one) => (
            <li key={one.label} className="flex items-center gap-1.5">
              <span aria-hidden className={"line" in one ? "h-0.5 w-3 shrink-0" : "size-2.5 shrink-0 rounded-full"} style={{ background: `var(--${one.ink})` }} />
              {one.label}
            </li>
          ))}
        </ul>
      </figure>
      <details className="mt-2 text-table">
        <summary className="w-fit rounded py-0.5 text-muted hover:text-ink">{t("table")}</summary>
        <div tabIndex={0} role="region" aria-label={label} className="mt-2 max-h-72 overflow-auto rounded-card border border-line">
          <table className="w-full">
            <thead className="sticky top-0 bg-surface text-xs text-muted">
              <tr>
                {heads.map((head, at) => (
                  <th key={head} scope="col" className={`px-3 py-2 font-medium whitespace-nowrap ${at === 0 || at === heads.length - 1 ? "text-left" : "text-right"}`}>{head}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {days.toReversed().map((one) => (
                <tr key={one.day} className="border-t border-line">
                  <th scope="row" className="px-3 py-1 text-left font-normal">
                    {one.cost ? (
                      <button type="button" aria-label={t("showDay", { day: formats.day(one.day) })} onClick={() => onDay(one.day)} className="tabular min-h-6 rounded underline decoration-dotted underline-offset-4 hover:text-accent-ink">
                        {formats.day(one.day)}
                      </button>
                    ) : (
                      <span className="tabular">{formats.day(one.day)}</span>
                    )}
                  </th>
                  {moneys(one).map((money, at) => (
                    <td key={at} className="tabular px-3 py-1 text-right whitespace-nowrap">{cost(money)}</td>
                  ))}
                  <td className="px-3 py-1 whitespace-nowrap">{odds(one)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Section>
  );
}
