import type { CSSProperties, ReactNode } from "react";
import type { BillingRow } from "@/api/types";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { messages } from "./messages";

export type Tone = "good" | "open" | "warn" | "bad" | "quiet" | "accent";
const tones: Record<Tone, string> = {
  good: "bg-good-soft text-good",
  open: "bg-open-soft text-open",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  quiet: "bg-quiet-soft text-muted",
  accent: "bg-accent-soft text-accent-ink",
};
const shape = "inline-flex h-5 max-w-full items-center gap-1.5 rounded-full px-2 text-xs font-medium whitespace-nowrap";

/** A state in one or two words. */
export const Pill = ({ tone = "quiet", children, className }: { tone?: Tone; children: ReactNode; className?: string }) => (
  <span className={cx(shape, tones[tone], className)}>{children}</span>
);

/** The coloured dot of a status. */
export const Dot = ({ color, className }: { color: string; className?: string }) => (
  <span aria-hidden className={cx("size-2 shrink-0 rounded-full bg-(--dot) ring-1 ring-black/15 ring-inset dark:ring-white/20", className)} style={{ "--dot": color } as CSSProperties} />
);

/** A status somebody named and coloured: the colour tints, the text stays readable in both themes. */
export const StatusPill = ({ name, color, className }: { name: string; color: string; className?: string }) => (
  <span className={cx(shape, "bg-[color-mix(in_srgb,var(--dot)_26%,var(--surface))] text-ink", className)} style={{ "--dot": color } as CSSProperties}>
    <Dot color={color} />
    <span className="truncate">{name}</span>
  </span>
);

const stateTones: Record<BillingRow["state"], Tone> = { paid: "good", overpaid: "warn", outstanding: "open", overdue: "bad", empty: "quiet", noAmount: "quiet" };

/** The money state of a billing record, as the server derived it. */
export function StatePill({ state, partlyPaid = false, className }: { state: BillingRow["state"]; partlyPaid?: boolean; className?: string }) {
  const t = useText(messages);
  const partly = partlyPaid && state === "outstanding";
  return (
    <Pill tone={partly ? "warn" : stateTones[state]} {...(className ? { className } : {})}>
      {t(partly ? "state_partlyPaid" : `state_${state}`)}
    </Pill>
  );
}
