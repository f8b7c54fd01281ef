import type { MouseEvent, ReactNode } from "react";
import { goTo } from "@/lib/address";
import { linkClass } from "./Frame";

/** A link to another page at the door, without loading anything anew. */
export function DoorLink({ to, children, className }: { to: string; children: ReactNode; className?: string }) {
  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    goTo(to);
  };
  return (
    <a href={to} onClick={onClick} className={className ?? linkClass}>
      {children}
    </a>
  );
}
