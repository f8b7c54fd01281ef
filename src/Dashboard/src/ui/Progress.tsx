import { Progress as Base } from "@base-ui/react/progress";

/** Long work and how far it is; `null` when nobody knows. */
export function Progress({ value, label, text }: { value: number | null; label: string; text?: string }) {
  return (
    <Base.Root value={value === null ? null : Math.round(value * 100)} className="flex flex-col gap-1.5">
      <div className="flex justify-between gap-3 text-table">
        <Base.Label>{label}</Base.Label>
        <span className="tabular text-muted">{text ?? (value === null ? "" : <Base.Value />)}</span>
      </div>
      <Base.Track className="h-1.5 overflow-hidden rounded-full bg-pressed">
        <Base.Indicator className="h-full rounded-full bg-accent transition-[width] duration-100 data-indeterminate:w-1/3 data-indeterminate:animate-pulse" />
      </Base.Track>
    </Base.Root>
  );
}
