import { cx } from "@/lib/cx";

/** The initials of a name on a coloured square. Its name stands beside it, or is read out. */
export const OrganisationMark = ({ name, alone, className }: { name: string; alone?: boolean; className?: string }) => (
  <span aria-hidden={!alone} role={alone ? "img" : undefined} aria-label={alone ? name : undefined} className={cx("flex size-7 shrink-0 items-center justify-center rounded-md bg-accent text-xs font-semibold text-on-accent", className)}>
    {initialsOf(name)}
  </span>
);

/** "Meadow Health" → MH. */
export const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word[0] ?? "")
    .join("")
    .slice(0, 2)
    .toUpperCase();
