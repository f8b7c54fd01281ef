import { useEffect, type ReactNode } from "react";
import { cx } from "@/lib/cx";

export interface PageProps {
  title: string;
  /** A few words beside or under the title. */
  about?: ReactNode;
  /** The one main action, and what belongs beside it. */
  actions?: ReactNode;
  /** Tabs, under the title line. */
  tabs?: ReactNode;
  /** The content takes the rest of the height and scrolls inside itself: tables. */
  fill?: boolean;
  /** The title line is a landmark of its own, for pages without the shell's main landmark. */
  landmark?: boolean;
  children: ReactNode;
}

/** Title line, main action, views, content. Sets the document's title. */
export function Page({ title, about, actions, tabs, fill, landmark, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Billing`;
  }, [title]);
  return (
    <div className={cx("flex min-h-full flex-col", fill && "h-full")}>
      <div {...(landmark ? { role: "region", "aria-label": title } : {})} className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5 sm:px-6">
        <h1 className="text-base font-semibold tracking-tight">{title}</h1>
        {about && <div className="min-w-0 text-muted">{about}</div>}
        {actions && <div className="ml-auto flex flex-wrap items-center justify-end gap-2">{actions}</div>}
      </div>
      {tabs ?? <div className="border-b border-line" />}
      <div className={cx("flex-1", fill && "flex min-h-0 flex-col")}>{children}</div>
    </div>
  );
}

/** A titled block of a page that is not a table. */
export function Section({ title, about, actions, children, className }: { title: string; about?: ReactNode; actions?: ReactNode; children: ReactNode; className?: string }) {
  return (
    <section className={cx("min-w-0", className)}>
      <div className="mb-2 flex min-h-7 items-center gap-2">
        <h2 className="text-sm font-semibold">{title}</h2>
        {about && <span className="text-table text-muted">{about}</span>}
        {actions && <div className="ml-auto flex items-center gap-2">{actions}</div>}
      </div>
      {children}
    </section>
  );
}

export const Card = ({ children, className }: { children: ReactNode; className?: string }) => <div className={cx("rounded-card border border-line bg-surface", className)}>{children}</div>;
