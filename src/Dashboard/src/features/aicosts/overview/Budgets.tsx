import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import { useText } from "@/i18n/messages";
import { ErrorText, MoneyText, Section } from "@/ui";
import { budgetsQuery } from "../budgets/queries";
import { AheadText, Badge, Bar } from "../budgets/Standing";
import { CostText } from "../parts/CostText";
import { messages } from "./messages";

/** The open budgets as bars, each with the day on which it breaks; nothing where there are none. */
export function Budgets() {
  const t = useText(messages);
  const list = useInfiniteQuery({ ...budgetsQuery(false), enabled: useMay("aicosts.see") });
  const items = list.data?.pages[0]?.items;
  if (list.error && !items) return <Section title={t("budgets")}><ErrorText error={list.error} onRetry={() => void list.refetch()} /></Section>;
  if (!items || items.length === 0) return null;
  return (
    <Section title={t("budgets")} actions={<Link to="/ai/budgets" className="rounded text-table underline decoration-dotted underline-offset-4 hover:text-accent-ink">{t("toBudgets")}</Link>}>
      <ul aria-label={t("budgets")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
        {items.map((budget) => (
          <li key={budget.id} className="flex flex-col gap-1.5 px-3 py-2.5">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-table">
              <span className="min-w-0 flex-1 basis-32 font-medium wrap-anywhere">{budget.name}</span>
              <AheadText budget={budget} />
              <span><CostText cost={budget.spent} /> <span className="text-muted">/</span> <MoneyText money={budget.amount} /></span>
              <Badge badge={budget.badge} />
            </div>
            <Bar budget={budget} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
