import type { InvoiceStats } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import type { Day } from "@/lib/dates";
import { MoneyText, Section } from "@/ui";
import { ages, behindAge } from "./behind";
import { BehindLink } from "./BehindLink";
import { ExportMenu } from "./ExportMenu";
import { messages } from "./messages";
import type { StatisticsSearch } from "./search";
import { Was } from "./Since";

const tones = { notDue: ["bg-open", "open"], days1To30: ["bg-warn", "warn"], days31To60: ["bg-warn", "warn"], days61To90: ["bg-bad", "bad"], over90: ["bg-bad", "bad"] } as const;

/** What is outstanding by how late it is: a bar for each age, which opens its invoices; where compared, a mark for those of the days before. Floats only place the bars. */
export function AgingBars({ stats, before, on, search }: { stats: InvoiceStats; before: InvoiceStats | undefined; on: Day; search: StatisticsSearch }) {
  const t = useText(messages);
  const formats = useFormats();
  const most = Math.max(...[stats, ...(before ? [before] : [])].flatMap((one) => ages.map((age) => Number(one.aging[age].amount))), Number.EPSILON);
  const share = (of: InvoiceStats, age: (typeof ages)[number]) => Math.max(0, Number(of.aging[age].amount)) / most;
  const picture = () => ({
    title: t("aging"),
    about: `${stats.currency} · ${t("on", { day: formats.day(on) })}`,
    legend: before ? [{ label: t("before"), ink: "ink", line: true } as const] : [],
    plot: { bars: ages.map((age) => ({ label: t(age), value: formats.money(stats.aging[age]), ink: tones[age][1], from: 0, to: share(stats, age), mark: before && share(before, age) })) },
  });
  return (
    <Section title={t("aging")} actions={<ExportMenu of="/aging" label={`${t("aging")}, ${stats.currency}`} search={search} currency={stats.currency} picture={picture} />}>
      <ul className="flex flex-col rounded-card border border-line bg-surface p-1.5 text-table">
        {ages.map((age) => (
          <li key={age}>
            <BehindLink of={behindAge(age, stats.currency, on, search)} className="block rounded-md px-2 py-1.5 hover:bg-hover">
              <span className="flex justify-between gap-3">
                <span>{t(age)}</span>
                <MoneyText money={stats.aging[age]} />
              </span>
              <span aria-hidden className="relative mt-1 block h-1.5 overflow-hidden rounded-full bg-pressed">
                <span className={`block h-full rounded-full ${tones[age][0]}`} style={{ width: `${share(stats, age) * 100}%` }} />
                {before && <span className="absolute inset-y-0 w-0.5 -translate-x-full bg-ink" style={{ left: `${share(before, age) * 100}%` }} />}
              </span>
              {before && <Was text={t("wasPlain", { value: formats.money(before.aging[age]) })} />}
            </BehindLink>
          </li>
        ))}
      </ul>
    </Section>
  );
}
