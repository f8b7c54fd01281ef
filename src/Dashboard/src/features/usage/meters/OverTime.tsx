import { useRef } from "react";
import type { Meter, UsageLine } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Section } from "@/ui";
import { ChartMenu, Plot } from "@/ui/chart";
import { amountText, windowText } from "./amounts";
import { messages } from "./messages";
import type { Window } from "./search";

const height = 140;

/** A bar for each window, and the same as a table, from which the events of a window are opened. */
export function OverTime({ meter, window, days, lines, at, onAt }: { meter: Meter; window: Window; days: { from: string; to: string }; lines: readonly UsageLine[]; at: string | undefined; onAt: (at: string) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const drawn = useRef<SVGSVGElement>(null);
  const amount = (line: UsageLine) => amountText(line.amount, meter, formats.locale);
  const top = lines.reduce<UsageLine | undefined>((most, line) => (most && Number(most.amount) >= Number(line.amount) ? most : line), undefined);
  if (!top)
    return (
      <Section title={t("overTime")}>
        <div className="flex flex-col gap-3 text-muted">
          <p>{t("nothing")}</p>
          <p className="text-table">{t("howToSend")}</p>
          <pre tabIndex={0} aria-label={t("howToSend")} className="overflow-x-auto rounded-card border border-line bg-canvas p-3 font-mono text-xs text-ink">{`[{"id": "…", "meter": "${meter.code}", "subject": "…", "value": 1}]`}</pre>
        </div>
      </Section>
    );
  const begin = Math.min(Date.parse(days.from), Date.parse(lines[0]!.from));
  const width = Math.max(Date.parse(days.to), Date.parse(lines.at(-1)!.to)) - begin;
  const x = (instant: string) => ((Date.parse(instant) - begin) / width) * 1000;
  const most = Math.max(Number(top.amount), Number.EPSILON);
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const picture = () =>
    drawn.current && {
      title: t("overTime"),
      about: [meter.name, ...(meter.unit ? [meter.unit] : []), t(window), `${windowText(first, window, formats)} – ${windowText(last, window, formats)}`].join(" · "),
      legend: [{ label: meter.name, ink: "accent" } as const],
      plot: { svg: drawn.current },
      scale: [...(Number(top.amount) > 0 ? [{ at: 0, text: amount(top) }] : []), { at: 1, text: formats.number(0) }],
      axis: [{ at: 0, text: windowText(first, window, formats) }, ...(lines.length > 1 ? [{ at: 1, text: windowText(last, window, formats) }] : [])],
    };
  const table = () => [[t("time"), t("amount"), t("unit"), t("events")], ...lines.map((line) => [line.from, line.amount, meter.unit ?? "", String(line.events)])];
  return (
    <Section title={t("overTime")} actions={<ChartMenu label={t("overTime")} name={`usage-${meter.code}`} picture={picture} table={table} />}>
      <div className="flex flex-col gap-4">
        <Plot ref={drawn} size={[1000, height]} className="h-36 w-full rounded-card border border-line p-2" label={t("chartSays", { meter: meter.name, window: t(window), count: lines.length, most: amount(top), when: windowText(top, window, formats) })}>
          {lines.map((line) => {
            const tall = Math.max(1, (Math.max(0, Number(line.amount)) / most) * height);
            return (
              <rect key={line.from} data-says={`${windowText(line, window, formats)}\n${amount(line)}`} x={x(line.from)} width={Math.max(1, (x(line.to) - x(line.from)) * 0.85)} y={height - tall} height={tall} className={line.from === at ? "fill-accent-ink" : "fill-accent"} />
            );
          })}
        </Plot>
        <div tabIndex={0} role="region" aria-label={t("overTime")} className="max-h-80 overflow-auto rounded-card border border-line">
          <table className="w-full text-table">
            <thead className="sticky top-0 bg-surface text-left text-xs text-muted">
              <tr>
                <th scope="col" className="px-3 py-2 font-medium">{t("time")}</th>
                <th scope="col" className="px-3 py-2 text-right font-medium">{t("amount")}</th>
                <th scope="col" className="px-3 py-2 text-right font-medium">{t("events")}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => {
                const when = windowText(line, window, formats);
                return (
                  <tr key={line.from} className="border-t border-line">
                    <th scope="row" className="px-3 py-1.5 text-left font-normal">
                      <button type="button" aria-label={t("showEvents", { when })} aria-pressed={line.from === at} onClick={() => onAt(line.from)} className="rounded underline decoration-dotted underline-offset-4 hover:text-accent-ink">
                        {when}
                      </button>
                    </th>
                    <td className="tabular px-3 py-1.5 text-right">{amount(line)}</td>
                    <td className="tabular px-3 py-1.5 text-right text-muted">{formats.number(line.events)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
    </Section>
  );
}
