import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { Day } from "@/lib/dates";

/** Words that lead to what a row is made of. */
export interface ReportLink {
  text: string;
  to: string;
  id: string | null;
  from: Day | null;
  through: Day | null;
}

const className = "rounded font-medium underline decoration-line-strong underline-offset-2 wrap-anywhere hover:text-accent-ink";

/** The way there; words alone where this dashboard knows no way. */
export function To({ link, children }: { link: ReportLink; children: ReactNode }) {
  const { to, id, from, through } = link;
  if (to === "client" && id) return <Link to="/clients/$id" params={{ id }} className={className}>{children}</Link>;
  if (to === "supportClient" && id && through) return <Link to="/support/months/$month" params={{ month: through.slice(0, 7) }} search={{ client: id }} className={className}>{children}</Link>;
  if (to === "facilityGroup" && id) return <Link to="/facilities" search={{ group: id, view: "all" } as never} className={className}>{children}</Link>;
  if (to === "meter") return <Link to="/usage" search={{ ...(from ? { from } : {}), ...(through ? { through } : {}) }} className={className}>{children}</Link>;
  if (to === "invoices" && from && through) return <Link to="/invoices" search={{ filter: `issueDate.between.${from}~${through}` }} className={className}>{children}</Link>;
  if (to === "mrr" && from && through) return <Link to="/subscriptions/revenue" search={{ from, to: through }} className={className}>{children}</Link>;
  return children;
}
