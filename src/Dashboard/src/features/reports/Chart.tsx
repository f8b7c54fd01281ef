import { useRef } from "react";
import type { Money, Report } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Section } from "@/ui";
import { ChartMenu, Plot } from "@/ui/chart";
import type { ReportLink } from "./links";
import { messages } from "./messages";
import { headOf } from "./words";

const [width, height] = [1000, 160];

/** What is drawn of a report of months: the figure that it is about. */
const drawn: Record<string, string> = { "revenue-billed-and-received": "received", "mrr-movements": "mrr" };

/** A report of months as bars, one chart for each currency; the rows beneath are the same as a table. Floats only place the bars. */
export function Charts({ report }: { report: Report }) {
  const column = drawn[report.name];
  if (!column || report.rows.length < 2) return null;
  const currencies = report.sums.flatMap((sum) => (sum.currency ? [sum.currency] : []));
  return currencies.map((currency) => <Chart key={currency} report={report} of={column} currency={currency} />);
}

function Chart({ report, of, currency }: { report: Report; of: string; currency: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const plot = useRef<SVGSVGElement>(null);
  const column = report.columns.find((one) => one.name === of);
  const months = report.rows.flatMap((row) => {
    const money = row.cells[of] as Money | null;
    return money?.currency === currency ? [{ month: (row.cells["month"] as unknown as ReportLink).text, money }] : [];
  });
  const [first, last] = [months[0], months.at(-1)];
  if (!column || !first || !last || months.length < 2) return null;
  const what = headOf(t, column);
  const top = months.reduce((most, one) => (Number(one.money.amount) > Number(most.money.amount) ? one : most));
  const most = Math.max(Number(top.money.amount), Number.EPSILON);
  const step = width / months.length;
  const tall = (money: Money) => Math.max(0, (Number(money.amount) / most) * (height - 8));
  const picture = () =>
    plot.current && {
      title: what,
      about: `${currency} · ${formats.month(first.month)} – ${formats.month(last.month)}`,
      legend: [],
      plot: { svg: plot.current },
      scale: [...(Number(top.money.amount) > 0 ? [{ at: 8 / height, text: formats.money(top.money) }] : []), { at: 1, text: formats.number(0) }],
      axis: [{ at: 0, text: formats.month(first.month) }, { at: 1, text: formats.month(last.month) }],
    };
  const table = () => [[t("col_month"), what, t("currency")], ...months.map((one) => [one.month, one.money.amount, currency])];
  return (
    <Section title={`${what}, ${currency}`} actions={<ChartMenu label={`${t("chart")}: ${what}, ${currency}`} name={`${report.name}-${currency.toLowerCase()}`} picture={picture} table={table} />}>
      <figure className="rounded-card border border-line bg-surface p-3">
        <Plot ref={plot} size={[width, height]} className="h-40 w-full" label={t("chartSays", { what, currency, from: formats.month(first.month), to: formats.month(last.month), first: formats.money(first.money), last: formats.money(last.money), most: formats.money(top.money) })}>
          {months.map((one, at) => (
            <g key={one.month}>
              <rect x={at * step + step * 0.15} width={step * 0.7} y={height - tall(one.money)} height={tall(one.money)} className="fill-accent-ink" />
              <rect data-says={`${formats.month(one.month)}\n${formats.money(one.money)}`} x={at * step} width={step} y="0" height={height} className="fill-transparent hover:fill-hover/60" />
            </g>
          ))}
          <line x1="0" x2={width} y1={height} y2={height} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
        </Plot>
        <div aria-hidden className="tabular mt-1 flex justify-between text-xs text-muted">
          <span>{formats.month(first.month)}</span>
          <span>{formats.month(last.month)}</span>
        </div>
      </figure>
    </Section>
  );
}
