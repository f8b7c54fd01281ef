import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { Behind } from "./behind";

/** The way to what a figure is made of. */
export const BehindLink = ({ of, className, children }: { of: Behind; className: string; children: ReactNode }) =>
  of.to === "/payments" ? (
    <Link to="/payments" search={of.search} className={className}>
      {children}
    </Link>
  ) : (
    <Link to="/invoices" search={of.search} className={className}>
      {children}
    </Link>
  );
