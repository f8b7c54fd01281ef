import { useId } from "react";
import { controlClass } from "@/ui";

/** The browser's own list, which needs no script. */
export function Choice<V extends string>({ label, small = false, value, onChange, options }: { label: string; small?: boolean; value: V; onChange: (value: V) => void; options: readonly (readonly [V, string])[] }) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={small ? "text-xs text-muted" : "text-table font-medium"}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value as V)} className={controlClass}>
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
