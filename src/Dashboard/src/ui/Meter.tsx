import { cx } from "@/lib/cx";

const bars = { good: "bg-good", warn: "bg-warn", bad: "bg-bad" };

/** How much of what is allowed is used. Colour is not all that tells it: `text` does, too. */
export function Meter({ label, text, percent, tone }: { label: string; text: string; percent: number; tone: keyof typeof bars }) {
  const within = Math.max(0, Math.min(100, percent));
  return (
    <div role="meter" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={within} aria-valuetext={text} className="h-2 overflow-hidden rounded-full bg-pressed">
      <div className={cx("h-full rounded-full", bars[tone])} style={{ width: `${within}%` }} />
    </div>
  );
}
