import type { Key, ReactNode } from "react";

/** Things one below the other on a card, each a row of its own. */
export function CardRows<T>({ label, items, rowKey, row }: { label: string; items: readonly T[]; rowKey: (one: T) => Key; row: (one: T) => ReactNode }) {
  return (
    <ul aria-label={label} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
      {items.map((one) => (
        <li key={rowKey(one)}>{row(one)}</li>
      ))}
    </ul>
  );
}
