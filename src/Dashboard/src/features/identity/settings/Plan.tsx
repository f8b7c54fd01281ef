import { useQuery } from "@tanstack/react-query";
import { ownPlanQuery } from "@/api/queries";
import type { OwnPlan } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { ErrorText, Meter, Section } from "@/ui";
import { messages } from "./messages";

type Item = OwnPlan["items"][number];
const named = ["users", "api_calls", "storage_gb", "invoices_per_month"] as const;
/** From here on it is told that a limit comes near. */
const NEAR = 80;

const percentOf = ({ used, limit }: Item) => (limit === null ? 0 : limit === 0 ? 100 : Math.floor((Number(used) / limit) * 100));

/** What the organisation's plan allows and how much of it is used; nothing where no plan limits it. */
export function Plan() {
  const t = useText(messages);
  const { data, error, refetch } = useQuery(ownPlanQuery);
  if (!data && error) return <Section title={t("plan")}><ErrorText error={error} onRetry={() => void refetch()} /></Section>;
  if (!data || (data.plan === null && data.items.every((item) => item.limit === null))) return null;
  return (
    <Section title={t("plan")}>
      {data.plan !== null && <p className="mb-3">{t("planNamed", { plan: data.plan })}</p>}
      <ul className="flex flex-col gap-4">
        {data.items.map((item) => (
          <Use key={item.name} item={item} />
        ))}
      </ul>
    </Section>
  );
}

function Use({ item }: { item: Item }) {
  const t = useText(messages);
  const { locale, number } = useFormats();
  const known = named.find((one) => one === item.name);
  const [what, percent, used] = [known ? t(known) : item.name, percentOf(item), item.used.includes(".") ? showDecimal(Number(item.used).toFixed(2), locale, 2) : showDecimal(item.used, locale, 0)];
  const said = item.limit === null ? t("planUnlimited", { used }) : t("planUsed", { used, limit: number(item.limit) });
  return (
    <li className="flex flex-col gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-table">
        <span>{what}</span>
        <span className="tabular text-muted">{said}</span>
      </div>
      {item.limit !== null && <Meter label={what} text={said} percent={percent} tone={percent >= 100 ? "bad" : percent >= NEAR ? "warn" : "good"} />}
    </li>
  );
}
