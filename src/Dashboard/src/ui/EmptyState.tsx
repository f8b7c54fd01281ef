import type { ReactNode } from "react";
import { cx } from "@/lib/cx";

/** Says what belongs here and how to get it. */
export function EmptyState({ icon, title, children, actions, className }: { icon?: ReactNode; title: string; children?: ReactNode; actions?: ReactNode; className?: string }) {
  return (
    <div className={cx("mx-auto flex max-w-lg flex-col items-center px-6 py-14 text-center", className)}>
      {icon && <div className="mb-3 flex size-10 items-center justify-center rounded-lg border border-line bg-surface text-muted [&_svg]:size-5">{icon}</div>}
      <h2 className="text-sm font-semibold">{title}</h2>
      {children && <p className="mt-1 max-w-md text-muted">{children}</p>}
      {actions && <div className="mt-4 flex flex-wrap justify-center gap-2">{actions}</div>}
    </div>
  );
}
