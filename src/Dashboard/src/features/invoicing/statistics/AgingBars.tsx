import type { InvoiceStats } from "@/api/types";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { MoneyText, Section } from "@/ui";
import { ages, behindAge, type Days } from "./behind";
import { BehindLink } from "./BehindLink";
import { messages } from "./messages";

const tones = { notDue: "bg-open", days1To30: "bg-warn", days31To60: "bg-warn", days61To90: "bg-bad", over90: "bg-bad" } as const;

/** What is outstanding by how late it is: a bar for each age, which opens its invoices. Floats only place the bars. */
export function AgingBars({ stats, on, days }: { stats: InvoiceStats; on: Day; days: Days }) {
  const t = useText(messages);
  const most = Math.max(...ages.map((age) => Number(stats.aging[age].amount)), Number.EPSILON);
  return (
    <Section title={t("aging")}>
      <ul className="flex flex-col rounded-card border border-line bg-surface p-1.5 text-table">
        {ages.map((age) => (
          <li key={age}>
            <BehindLink of={behindAge(age, stats.currency, on, days)} className="block rounded-md px-2 py-1.5 hover:bg-hover">
              <span className="flex justify-between gap-3">
                <span>{t(age)}</span>
                <MoneyText money={stats.aging[age]} />
              </span>
              <span aria-hidden className="mt-1 block h-1.5 overflow-hidden rounded-full bg-pressed">
                <span className={`block h-full rounded-full ${tones[age]}`} style={{ width: `${(Math.max(0, Number(stats.aging[age].amount)) / most) * 100}%` }} />
              </span>
            </BehindLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
