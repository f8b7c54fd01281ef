import type { ReactNode } from "react";

/** A name and what is known under it. */
export type Fact = readonly [name: string, value: ReactNode];

/** What is known of something, a line each; a fact without a value is left out. */
export function FactList({ facts, className = "" }: { facts: readonly Fact[]; className?: string }) {
  return (
    <dl className={`text-table ${className}`}>
      {facts.map(
        ([name, value]) =>
          value && (
            <div key={name} className="flex justify-between gap-4 border-b border-line py-1.5">
              <dt className="text-muted">{name}</dt>
              <dd className="tabular min-w-0 text-right wrap-anywhere">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
