import { useQuery } from "@tanstack/react-query";
import type { Meter } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { ErrorText, Section } from "@/ui";
import { amountText } from "./amounts";
import { messages } from "./messages";
import { usageQuery, type Reading } from "./queries";

const shown = 20;

/** Who used the most; picking one shows that one's usage. */
export function Clients({ meter, reading, onPick }: { meter: Meter; reading: Reading; onPick: (subject: string) => void }) {
  const t = useText(messages);
  const { locale } = useFormats();
  const read = useQuery(usageQuery(meter.code, { ...reading, groupBy: "subject" }));
  if (read.error) return <ErrorText error={read.error} onRetry={() => void read.refetch()} />;
  const lines = read.data?.items ?? [];
  if (lines.length === 0) return null;
  const ranked = [...lines].sort((a, b) => Number(b.amount) - Number(a.amount)).slice(0, shown);
  const most = Math.max(Number(ranked[0]!.amount), Number.EPSILON);
  return (
    <Section title={t("byClient")}>
      <ul className="flex flex-col gap-1">
        {ranked.map((line) => (
          <li key={line.group["subject"]}>
            <button type="button" onClick={() => onPick(line.group["subject"]!)} className="relative flex w-full items-baseline justify-between gap-4 overflow-hidden rounded px-2 py-1.5 text-left text-table hover:bg-hover">
              <span aria-hidden className="absolute inset-y-0 left-0 -z-0 bg-accent-soft" style={{ width: `${Math.max(0, (Number(line.amount) / most) * 100)}%` }} />
              <span className="relative min-w-0 truncate">{line.group["subject"]}</span>
              <span className="tabular relative shrink-0">{amountText(line.amount, meter, locale)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
