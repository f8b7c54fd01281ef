import type { ReactNode } from "react";
import { Tabs as Base } from "@base-ui/react/tabs";
import { cx } from "@/lib/cx";

export interface TabsProps<V extends string> {
  value: V;
  onChange: (value: V) => void;
  label: string;
  tabs: readonly { value: V; label: string; count?: number; content?: ReactNode }[];
  className?: string;
}

/** Views of one page. The value belongs in the address. Panels are shown when a tab has content. */
export function Tabs<V extends string>({ value, onChange, label, tabs, className }: TabsProps<V>) {
  const panels = tabs.some((tab) => tab.content !== undefined);
  return (
    <Base.Root value={value} onValueChange={(next: V) => onChange(next)} className={className}>
      <Base.List aria-label={label} className="relative flex gap-4 overflow-x-auto border-b border-line px-4 sm:px-6 print:hidden">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className={cx("-mb-px flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent text-sm text-muted hover:text-ink data-active:border-ink data-active:font-medium data-active:text-ink")}
          >
            {tab.label}
            {tab.count !== undefined && <span className="tabular rounded bg-quiet-soft px-1 text-xs text-muted">{tab.count}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      {panels &&
        tabs.map((tab) => (
          <Base.Panel key={tab.value} value={tab.value} className="outline-none">
            {tab.content}
          </Base.Panel>
        ))}
    </Base.Root>
  );
}
