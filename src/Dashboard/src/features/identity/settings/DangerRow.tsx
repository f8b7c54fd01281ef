import type { ReactNode } from "react";

/** One thing that an owner does seldom: what it is, and the button beside it. */
export const DangerRow = ({ title, about, children }: { title: string; about: string; children: ReactNode }) => (
  <section className="flex flex-wrap items-start gap-x-6 gap-y-3 p-4">
    <div className="min-w-0 flex-1 basis-56">
      <h2 className="font-semibold">{title}</h2>
      <p className="mt-0.5 text-table text-muted">{about}</p>
    </div>
    <div className="flex min-w-0 flex-wrap items-center gap-2">{children}</div>
  </section>
);
