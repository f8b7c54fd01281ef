import type { BillingRow, HistoryEntry } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { History as HistoryOf } from "@/ui/history/History";
import { headline } from "@/ui/history/steps";
import { messages } from "./messages";
import type { Statuses } from "./useStatuses";
import { eventWords, fieldWords, valueWords } from "./words";

interface HistoryProps {
  row: BillingRow;
  entries: readonly HistoryEntry[] | undefined;
  error: unknown;
  at: number | undefined;
  onAt: (version: number | undefined) => void;
  statuses: Statuses;
}

/** What happened to a record. */
export function History({ row, statuses, ...rest }: HistoryProps) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <HistoryOf
      {...rest}
      {...(row.id === null ? { none: t("noHistory") } : {})}
      words={{ step: (step) => eventWords(headline(step), t), field: (field) => fieldWords(field, t), value: (field, value) => valueWords(field, value, t, formats, statuses) }}
    />
  );
}
