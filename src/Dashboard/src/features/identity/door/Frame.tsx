import { useEffect, type ReactNode } from "react";
import { useText } from "@/i18n/messages";
import { Pill } from "@/ui";
import { Look } from "@/ui/look/Look";
import { messages } from "./messages";

export interface FrameProps {
  title: string;
  about?: ReactNode;
  children: ReactNode;
  /** What else one may want here, under the form. */
  foot?: ReactNode;
  wide?: boolean;
}

/** A page at the door: one thing to do, and beside it, where there is room, what is behind the door. */
export function Frame({ title, about, children, foot, wide }: FrameProps) {
  useEffect(() => {
    document.title = `${title} · Billing`;
  }, [title]);
  return (
    <div className="flex min-h-dvh bg-surface">
      <div className="flex min-w-0 flex-1 flex-col px-5 sm:px-10">
        <header className="flex h-16 shrink-0 items-center gap-2.5">
          <img src="/favicon.svg" alt="" className="size-7" />
          <span className="text-base font-semibold tracking-tight">Billing</span>
        </header>
        <main className={`mx-auto flex w-full flex-1 flex-col justify-center py-8 ${wide ? "max-w-md" : "max-w-sm"}`}>
          <h1 className="text-2xl font-semibold tracking-tight text-balance">{title}</h1>
          {about && <p className="mt-1.5 text-muted">{about}</p>}
          <div className="mt-7">{children}</div>
          {foot && <div className="mt-6 border-t border-line pt-5 text-table text-muted">{foot}</div>}
        </main>
        <footer className="flex h-14 shrink-0 items-center">
          <Look />
        </footer>
      </div>
      <Beyond />
    </div>
  );
}

const sample = [
  ["Cedar House", "4,812.00", "samplePaid", "good"],
  ["Meadow Commons", "3,140.50", "sampleOpen", "open"],
  ["Harbor Living", "1,975.00", "sampleOverdue", "bad"],
  ["Summit Gardens", "6,020.25", "samplePaid", "good"],
] as const;

/** A glimpse of the product. A picture, nothing to read out. */
function Beyond() {
  const t = useText(messages);
  return (
    <aside aria-hidden className="sticky top-0 hidden h-dvh w-[46%] max-w-3xl flex-col justify-center overflow-hidden border-l border-line bg-canvas px-14 lg:flex">
      <div className="absolute inset-0 bg-[radial-gradient(60rem_40rem_at_110%_-10%,color-mix(in_srgb,var(--accent)_16%,transparent),transparent_60%)]" />
      <div className="relative flex max-w-md flex-col gap-8">
        <div className="rounded-card border border-line bg-surface shadow-(--shadow)">
          <div className="flex items-baseline justify-between border-b border-line px-4 py-3">
            <span className="font-semibold">{t("sampleGroup")}</span>
            <span className="tabular text-lg font-semibold tracking-tight">
              5,115.50<span className="ml-1 text-[11px] font-normal text-muted">EUR</span>
            </span>
          </div>
          {sample.map(([name, amount, state, tone]) => (
            <div key={name} className="flex h-10 items-center gap-3 border-b border-line px-4 text-table last:border-b-0">
              <span className="flex-1 truncate">{name}</span>
              <Pill tone={tone}>{t(state)}</Pill>
              <span className="tabular w-20 text-right">{amount}</span>
            </div>
          ))}
        </div>
        <div>
          <p className="text-xl font-semibold tracking-tight text-balance">{t("claim")}</p>
          <p className="mt-1.5 text-muted">{t("claimMore")}</p>
        </div>
      </div>
    </aside>
  );
}

/** A way to another page at the door. */
export const linkClass = "rounded font-medium text-accent-ink hover:underline";
/** The one thing to do: as wide as the form. */
export const mainButton = "h-10! w-full justify-center";
