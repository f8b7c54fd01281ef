import { Suspense, useState, type ReactNode } from "react";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { useOnceOpen } from "../useOnceOpen";
import type { Amount } from "./formula";
import { messages } from "./messages";

/** The tree of an amount, opened by whoever shows it. */
export const ExplainSheet = late(() => import("./ExplainSheet"));

/** An amount that says how it came about: activated, by pointer or by key, it opens its tree. */
export function Explain({ of, children, className = "" }: { of: Amount; children: ReactNode; className?: string }) {
  const t = useText(messages);
  const [open, setOpen] = useState(false);
  const wanted = useOnceOpen(open);
  return (
    <>
      <button type="button" className={`explained rounded ${className}`} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {children}
        <span className="sr-only"> {t("how")}</span>
      </button>
      {wanted && <Suspense fallback={null}>{open && <ExplainSheet of={of} onClose={() => setOpen(false)} />}</Suspense>}
    </>
  );
}
