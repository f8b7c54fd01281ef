import { useRef } from "react";
import { useNavigate } from "@tanstack/react-router";
import type { InvoiceMonths } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { MoneyText, Section } from "@/ui";
import { Plot } from "@/ui/chart";
import { behind } from "./behind";
import { BehindLink } from "./BehindLink";
import { ExportMenu } from "./ExportMenu";
import { messages } from "./messages";
import type { StatisticsSearch } from "./search";
import { Since } from "./Since";

const [width, height] = [1000, 180];
const kinds = [["billed", "fill-accent-ink", "accent-ink"], ["received", "fill-good", "good"]] as const;

/** Billed and received in each month: bars, where compared with a line across for the month before, and the same as a table; a click opens what a bar is made of. Floats only place the bars. */
export function Months({ of: { currency, months }, search }: { of: InvoiceMonths; search: StatisticsSearch }) {
  const t = useText(messages);
  const formats = useFormats();
  const navigate = useNavigate();
  const drawn = useRef<SVGSVGElement>(null);
  const open = (kind: (typeof kinds)[number][0], { from, through }: InvoiceMonths["months"][number]["period"]) => {
    const of = behind(kind, currency, { from, to: through });
    void (of.to === "/payments" ? navigate({ to: "/payments", search: of.search }) : navigate({ to: "/invoices", search: of.search }));
  };
  const amounts = months.flatMap((month) => [month, ...(month.before ? [month.before] : [])].flatMap((one) => [Number(one.billed.sum.amount), Number(one.received.sum.amount)]));
  const [most, least] = [Math.max(...amounts, Number.EPSILON), Math.min(...amounts, 0)];
  const y = (amount: number) => 4 + ((most - amount) / (most - least)) * (height - 8);
  const step = width / months.length;
  const bar = step * 0.34;
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return null;
  const compared = first.before !== null && last.before !== null;
  const largest = months.flatMap((month) => [month.billed.sum, month.received.sum, ...(month.before ? [month.before.billed.sum, month.before.received.sum] : [])]).reduce((one, other) => (Number(other.amount) > Number(one.amount) ? other : one));
  const picture = () =>
    drawn.current && {
      title: t("byMonth"),
      about: `${currency} · ${formats.month(first.period.from)} – ${formats.month(last.period.from)}`,
      legend: [...kinds.map(([kind, , ink]) => ({ label: t(`${kind}Short`), ink })), ...(compared ? [{ label: t("before"), ink: "ink", line: true } as const] : [])],
      plot: { svg: drawn.current },
      scale: [...(Number(largest.amount) > 0 ? [{ at: y(Number(largest.amount)) / height, text: formats.money(largest) }] : []), { at: y(0) / height, text: formats.number(0) }],
      axis: months.map((month, at) => ({ at: (at + 0.5) / months.length, text: formats.month(month.period.from) })).filter((_, at) => at % Math.ceil(months.length / 6) === 0),
    };
  return (
    <Section
      title={t("byMonth")}
      actions={
        <>
          <span aria-hidden className="flex gap-4 text-xs text-muted">
            {kinds.map(([kind, fill]) => (
              <span key={kind} className="flex items-center gap-1.5">
                <svg viewBox="0 0 8 8" className="size-2">
                  <rect width="8" height="8" rx="2" className={fill} />
                </svg>
                {t(`${kind}Short`)}
              </span>
            ))}
            {compared && (
              <span className="flex items-center gap-1.5">
                <svg viewBox="0 0 8 8" className="size-2">
                  <line x1="0" x2="8" y1="4" y2="4" strokeWidth="2" className="stroke-ink" />
                </svg>
                {t("before")}
              </span>
            )}
          </span>
          <ExportMenu of="/months" label={`${t("byMonth")}, ${currency}`} search={search} currency={currency} picture={picture} />
        </>
      }
    >
      <figure className="rounded-card border border-line bg-surface p-3">
        <Plot
          ref={drawn}
          size={[width, height]}
          className="h-44 w-full"
          label={t("monthsSay", { currency, from: formats.month(first.period.from), through: formats.month(last.period.from) }) + (compared ? ` ${t("comparedSays", { from: formats.month(first.before!.period.from), through: formats.month(last.before!.period.from) })}` : "")}
        >
          {[0.25, 0.5, 0.75].map((part) => (
            <line key={part} x1="0" x2={width} y1={height * part} y2={height * part} className="stroke-line" vectorEffect="non-scaling-stroke" />
          ))}
          {months.map((month, at) =>
            kinds.map(([kind, fill], side) => {
              const amount = Number(month[kind].sum.amount);
              const x = at * step + step / 2 + (side - 1) * bar;
              const says = [`${formats.month(month.period.from)} · ${t(`${kind}Short`)}`, `${formats.money(month[kind].sum)} (${formats.number(month[kind].count)})`, ...(month.before ? [`${formats.month(month.before.period.from)}: ${formats.money(month.before[kind].sum)}`] : [])].join("\n");
              return (
                <g key={`${month.period.from} ${kind}`} data-says={says} className="group cursor-pointer" onClick={() => open(kind, month.period)}>
                  <rect x={x} width={bar} y="0" height={height} className="fill-transparent group-hover:fill-hover/60" />
                  <rect x={x + bar * 0.08} width={bar * 0.84} y={Math.min(y(amount), y(0))} height={Math.abs(y(amount) - y(0))} className={fill} />
                  {month.before && <line x1={x} x2={x + bar} y1={y(Number(month.before[kind].sum.amount))} y2={y(Number(month.before[kind].sum.amount))} strokeWidth="2" className="stroke-ink" vectorEffect="non-scaling-stroke" />}
                </g>
              );
            }),
          )}
          <line x1="0" x2={width} y1={y(0)} y2={y(0)} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
        </Plot>
        <div aria-hidden className="mt-1 flex justify-between text-xs text-muted">
          <span>{formats.month(first.period.from)}</span>
          <span>{formats.month(last.period.from)}</span>
        </div>
      </figure>
      <details className="mt-2 text-table">
        <summary className="w-fit rounded py-0.5 text-muted hover:text-ink">{t("asTable")}</summary>
        <div tabIndex={0} role="region" aria-label={`${t("byMonth")}, ${currency}`} className="mt-2 max-h-72 overflow-auto rounded-card border border-line">
          <table className="w-full">
            <thead className="sticky top-0 bg-surface text-left text-xs text-muted">
              <tr>
                <th scope="col" className="px-3 py-2 font-medium">
                  {t("month")}
                </th>
                {kinds.map(([kind]) => (
                  <th key={kind} scope="col" className="px-3 py-2 text-right font-medium">
                    {t(`${kind}Short`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {months.toReversed().map((month) => (
                <tr key={month.period.from} className="border-t border-line">
                  <th scope="row" className="px-3 py-1 text-left font-normal whitespace-nowrap">
                    {formats.month(month.period.from)}
                    {month.before && <span className="block text-xs text-muted">{t("comparedWith", { month: formats.month(month.before.period.from) })}</span>}
                  </th>
                  {kinds.map(([kind]) => (
                    <td key={kind} className="px-3 py-1 text-right whitespace-nowrap">
                      <BehindLink of={behind(kind, currency, { from: month.period.from, to: month.period.through })} className="explained inline-block min-h-6 rounded leading-6">
                        <MoneyText money={month[kind].sum} bare />
                      </BehindLink>{" "}
                      <span className="tabular text-xs text-muted">({formats.number(month[kind].count)})</span>
                      {month.before && <Since was={month.before[kind].sum} change={month.before[`${kind}Since`]} />}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </Section>
  );
}
