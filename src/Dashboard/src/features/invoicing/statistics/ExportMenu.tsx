import { Download } from "lucide-react";
import { download } from "@/api/client";
import { useText } from "@/i18n/messages";
import { IconButton, Menu, toast } from "@/ui";
import { messages } from "./messages";
import type { StatisticsSearch } from "./search";

/** Saves what a chart is drawn from as a file. */
export function ExportMenu({ of, label, search: { from, to, compare }, currency }: { of: "" | "/aging" | "/months"; label: string; search: StatisticsSearch; currency?: string }) {
  const t = useText(messages);
  const save = (format: string) => {
    const query = new URLSearchParams(Object.entries({ format, from, to, compare, currency }).flatMap(([name, value]) => (value ? [[name, value]] : [])));
    void download(`/api/invoices/stats${of}/export?${query}`, `statistics.${format}`).catch(toast.error);
  };
  return (
    <Menu
      align="end"
      items={[t("exportAs"), ...(["csv", "xlsx", "json"] as const).map((format) => ({ id: format, label: format.toUpperCase(), onSelect: () => save(format) }))]}
      trigger={<IconButton label={t("export", { what: label })} size="iconSm" icon={<Download aria-hidden />} />}
    />
  );
}
