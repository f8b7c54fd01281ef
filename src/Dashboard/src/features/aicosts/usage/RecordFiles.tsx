import { useState } from "react";
import { FileDown } from "lucide-react";
import type { AiRecordFilter } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Menu, toast } from "@/ui";
import { exportedOf, exportUsage, formats, type ExportFormat } from "./exporting";
import { messages } from "./messages";

/** Records as a file: of the days, the account and the provider that are shown. */
export function RecordFiles({ filter }: { filter: AiRecordFilter }) {
  const t = useText(messages);
  const { day, today } = useFormats();
  const [busy, setBusy] = useState(false);
  const of = exportedOf(filter, today);
  const run = async (format: ExportFormat) => {
    setBusy(true);
    await exportUsage(format, of, filter).catch(toast.error);
    setBusy(false);
  };
  return (
    <Menu
      align="end"
      trigger={<Button busy={busy} icon={<FileDown aria-hidden className="size-4" />}>{t("export")}</Button>}
      items={[t(of.wider ? "exportWider" : "exportOf", { from: day(of.from), through: day(of.through) }), ...formats.map((format) => ({ id: format, label: t(`format_${format}`), onSelect: () => void run(format) }))]}
    />
  );
}
