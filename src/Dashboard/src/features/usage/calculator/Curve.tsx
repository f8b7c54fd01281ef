import { useRef } from "react";
import type { PriceQuote } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { ChartMenu, Plot } from "@/ui/chart";
import { messages } from "./messages";

const [width, height] = [600, 180];

/** The amount over the quantity, by points that the server computed; floats only place them on the screen. */
export function Curve({ points, at }: { points: PriceQuote["curve"]; at: { quantity: string; amount: PriceQuote["amount"] } }) {
  const t = useText(messages);
  const formats = useFormats();
  const drawn = useRef<SVGSVGElement>(null);
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  const most = Math.max(...points.map((point) => Number(point.amount.amount)), Number.EPSILON);
  const x = (quantity: string) => (Number(quantity) / Number(last.quantity)) * width;
  const y = (amount: string) => height - (Number(amount) / most) * (height - 8);
  const quantity = (text: string) => showDecimal(text, formats.locale, 0);
  const top = points.reduce((highest, point) => (Number(point.amount.amount) > Number(highest.amount.amount) ? point : highest));
  const { currency } = top.amount;
  const picture = () =>
    drawn.current && {
      title: t("curve"),
      about: `${currency} · 0 – ${quantity(last.quantity)}`,
      legend: [{ label: t("curve"), ink: "accent-ink", line: true } as const],
      plot: { svg: drawn.current },
      scale: [...(Number(top.amount.amount) > 0 ? [{ at: y(top.amount.amount) / height, text: formats.money(top.amount) }] : []), { at: 1, text: formats.number(0) }],
      axis: [{ at: 0, text: formats.number(0) }, { at: 1, text: quantity(last.quantity) }],
    };
  const table = () => [[t("quantity"), t("amount"), t("currency")], ...points.map((point) => [point.quantity, point.amount.amount, currency])];
  return (
    <figure className="rounded-card border border-line p-3">
      <figcaption className="mb-2 flex items-center justify-between gap-2 text-xs text-muted">
        <span>{t("curve")}</span>
        <span className="tabular ml-auto">{formats.money(top.amount)}</span>
        <ChartMenu label={t("curve")} name={`price-${currency.toLowerCase()}`} picture={picture} table={table} />
      </figcaption>
      <Plot ref={drawn} size={[width, height]} className="h-44 w-full overflow-visible" label={t("curveSays", { quantity: quantity(last.quantity), amount: formats.money(last.amount), at: quantity(at.quantity), now: formats.money(at.amount) })}>
        <line x1="0" x2={width} y1={height} y2={height} className="stroke-line-strong" vectorEffect="non-scaling-stroke" />
        <line x1={x(at.quantity)} x2={x(at.quantity)} y1="0" y2={height} className="stroke-line-strong" strokeDasharray="4 4" vectorEffect="non-scaling-stroke" />
        <polyline fill="none" strokeWidth="2" strokeLinejoin="round" className="stroke-accent-ink" vectorEffect="non-scaling-stroke" points={points.map((point) => `${x(point.quantity)},${y(point.amount.amount)}`).join(" ")} />
        {points.map((point, n) => {
          const [from, to] = [x((points[n - 1] ?? point).quantity), x((points[n + 1] ?? point).quantity)].map((end) => (end + x(point.quantity)) / 2) as [number, number];
          return <rect key={n} data-says={`${quantity(point.quantity)}\n${formats.money(point.amount)}`} x={from} width={to - from} y="0" height={height} className="fill-transparent hover:fill-hover/60" />;
        })}
      </Plot>
      <div aria-hidden className="tabular mt-1 flex justify-between text-xs text-muted">
        <span>0</span>
        <span>{quantity(last.quantity)}</span>
      </div>
    </figure>
  );
}
