import { Link } from "@tanstack/react-router";
import type { SupportStatistics, Urgency } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { showDecimal } from "@/lib/decimal";
import { Checkbox, Section } from "@/ui";
import type { Condition } from "@/ui/table";
import { FigureLine } from "../parts/FigureLine";
import { messages as words, urgencies } from "../parts/messages";
import type { RequestsSearch } from "../requests/search";
import { messages } from "./messages";

/** How many requests there are of each category; each leads to them. */
export function Categories({ of, categoryOf, searchWith }: { of: SupportStatistics; categoryOf: (code: string) => string; searchWith: (condition: Condition) => RequestsSearch }) {
  const t = useText(messages);
  const formats = useFormats();
  const most = Math.max(1, ...of.categories.map((one) => one.requests));
  return (
    <Section title={t("categories")}>
      <ul aria-label={t("categories")} className="flex flex-col gap-1.5 rounded-card border border-line bg-surface p-3 text-table">
        {of.categories.map((one) => (
          <li key={one.of}>
            <Link to="/support" search={searchWith({ column: "category", op: "is", values: [one.of] })} className="block rounded hover:bg-hover">
              <span className="flex justify-between gap-3">
                <span className="min-w-0 wrap-anywhere">{categoryOf(one.of)}</span>
                <span className="tabular whitespace-nowrap text-muted">
                  {formats.number(one.requests)} · {showDecimal(one.hours, formats.locale, 0)} h
                </span>
              </span>
              <span aria-hidden className="mt-0.5 block h-1.5 rounded-full bg-pressed">
                <span className="block h-full rounded-full bg-accent" style={{ width: `${(100 * one.requests) / most}%` }} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What each urgency costs; those that are taken out are greyed, and nothing of them is counted. */
export function Tiers({ of, shown, onShown }: { of: SupportStatistics; shown: readonly Urgency[]; onShown: (shown: readonly Urgency[]) => void }) {
  const t = useText(messages);
  const w = useText(words);
  const formats = useFormats();
  return (
    <Section title={t("tiers")}>
      <p className="mb-1 text-table text-muted">{t("tiersHelp")}</p>
      <ul aria-label={t("tiers")}>
        {urgencies.toReversed().map((urgency) => {
          const tier = of.tiers.find((one) => one.urgency === urgency);
          const on = shown.includes(urgency);
          return (
            <FigureLine
              key={urgency}
              title={
                <span className={cx(!on && "text-muted")}>
                  <Checkbox visible checked={on} disabled={on && shown.length === 1} onChange={(next) => onShown(next ? [...shown, urgency] : shown.filter((one) => one !== urgency))} label={w(`urgency_${urgency}`)} />
                </span>
              }
              about={!on ? t("leftOut") : tier && `${t("each", { count: tier.requests })} · ${t("hoursFree", { hours: showDecimal(tier.hours, formats.locale, 0), free: showDecimal(tier.freeHours, formats.locale, 0) })}`}
              amounts={on && tier ? tier.costs.flatMap((cost) => [[t("gross"), cost.gross], [t("free"), cost.savings], [t("net"), cost.net]] as const) : []}
            />
          );
        })}
      </ul>
    </Section>
  );
}
