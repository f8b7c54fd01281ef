import { download } from "@/api/client";
import type { AiRecordFilter } from "@/api/types";
import { addDays, type Day } from "@/lib/dates";

/** Forms of a file of usage; FOCUS in both versions that are in use. */
export const formats = ["csv", "xlsx", "json", "focus-1.4", "focus-1.2"] as const;
export type ExportFormat = (typeof formats)[number];

const most = 400;

export interface Exported {
  from: Day;
  /** The last day. */
  through: Day;
  /** Whether the list is narrowed by more than days, account and provider: the file is not. */
  wider: boolean;
}

/** Which days a file holds: those of the filter, at most 400, else those of this month. */
export function exportedOf({ from, until, sort: _, accountId: _account, provider: _provider, ...more }: AiRecordFilter, today: Day): Exported {
  const through = until ? addDays(until, -1) : today;
  const first = from ?? (until ? addDays(until, -most) : `${today.slice(0, 8)}01`);
  const earliest = addDays(through, 1 - most);
  return { from: first < earliest ? earliest : first, through, wider: Object.keys(more).length > 0 };
}

/** The address of a file. */
export function pathOf(format: ExportFormat, { from, through }: Exported, { accountId, provider }: AiRecordFilter): string {
  const [kind, version] = format.split("-") as [string, string?];
  return `/api/ai/usage/export?${new URLSearchParams({ format: kind, ...(version ? { version } : {}), from, until: addDays(through, 1), ...(accountId ? { accountId } : {}), ...(provider ? { provider } : {}) })}`;
}

export const exportUsage = (format: ExportFormat, of: Exported, filter: AiRecordFilter) => download(pathOf(format, of, filter), `ai-usage.${format.startsWith("focus") ? "csv" : format}`);
