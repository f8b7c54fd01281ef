import { useFormats } from "@/i18n/formats";
import { Tooltip } from "./Tooltip";

/** A calendar day, the same in every time zone. */
export function DateText({ day, className }: { day: string | null | undefined; className?: string }) {
  const formats = useFormats();
  if (!day) return <span className="text-faint">–</span>;
  return (
    <time dateTime={day} className={className}>
      {formats.day(day)}
    </time>
  );
}

/** How long ago; the exact instant, in the organisation's time zone, on hover and focus. */
export function AgoText({ at, now, className }: { at: string; now: Date; className?: string }) {
  const formats = useFormats();
  return (
    <Tooltip text={formats.instant(at)}>
      <time dateTime={at} className={className}>
        {formats.ago(at, now)}
      </time>
    </Tooltip>
  );
}

export function InstantText({ at, className }: { at: string; className?: string }) {
  return (
    <time dateTime={at} className={className}>
      {useFormats().instant(at)}
    </time>
  );
}
