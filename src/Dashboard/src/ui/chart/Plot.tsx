import { useState, type PointerEvent, type ReactNode, type Ref } from "react";

export interface PlotProps {
  /** The drawing, for a picture that is saved. */
  ref: Ref<SVGSVGElement>;
  /** What a screen reader says of it. */
  label: string;
  /** Of its own units; it is stretched to the place there is. */
  size: readonly [width: number, height: number];
  className: string;
  children: ReactNode;
}

/**
 * The drawing of a chart. A shape with `data-says` shows that on a card while the pointer is on it: its first line says which it is. The table beside the chart
 * says the same to everybody else; in a picture that is saved it is the shape's title.
 */
export function Plot({ ref, label, size: [width, height], className, children }: PlotProps) {
  const [on, setOn] = useState<{ says: string; at: number } | null>(null);
  const point = (event: PointerEvent<HTMLDivElement>) => {
    const says = (event.target as Element).closest("[data-says]")?.getAttribute("data-says");
    const place = event.currentTarget.getBoundingClientRect();
    setOn(says ? { says, at: Math.min(1, Math.max(0, (event.clientX - place.left) / place.width)) } : null);
  };
  const [head, ...lines] = on?.says.split("\n") ?? [];
  return (
    <div className="relative" onPointerMove={point} onPointerDown={point} onPointerLeave={() => setOn(null)}>
      <svg ref={ref} role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className={className}>
        {children}
      </svg>
      {on && (
        <div aria-hidden data-card className="popup tabular pointer-events-none absolute top-0 z-10 px-2 py-1 text-xs whitespace-nowrap" style={{ left: `${on.at * 100}%`, transform: `translateX(${-on.at * 100}%)` }}>
          <span className="block text-muted">{head}</span>
          {lines.map((line, at) => (
            <span key={at} className="block">
              {line}
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
