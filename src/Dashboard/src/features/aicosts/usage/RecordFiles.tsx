import { useState } from "react";
import { Link, useNavigate } from "@tanstack/react-router";
import { FileDown, FileUp } from "lucide-react";
import type { AiRecordFilter } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, buttonClass, Menu, toast, useCommand } from "@/ui";
import { useToday } from "../parts/useToday";
import { exportedOf, exportUsage, formats, type ExportFormat } from "./exporting";
import { messages } from "./messages";

/** Files of usage: one that is read, and the records of the days, the account and the provider that are shown. */
export function RecordFiles({ filter, record }: { filter: AiRecordFilter; record: boolean }) {
  const t = useText(messages);
  const { day } = useFormats();
  const today = useToday();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const of = exportedOf(filter, today);
  const run = async (format: ExportFormat) => {
    setBusy(true);
    await exportUsage(format, of, filter).catch(toast.error);
    setBusy(false);
  };
  const toImport = () => void navigate({ to: "/ai/usage/import" });
  useCommand({ id: "import-ai-usage", label: t("import"), icon: <FileUp aria-hidden />, words: "import ai usage csv xlsx focus ki nutzung importieren", run: toImport }, record);
  return (
    <>
      {record && <Link to="/ai/usage/import" className={buttonClass()}><FileUp aria-hidden className="size-4" />{t("import")}</Link>}
      <Menu
        align="end"
        trigger={<Button busy={busy} icon={<FileDown aria-hidden className="size-4" />}>{t("export")}</Button>}
        items={[t(of.wider ? "exportWider" : "exportOf", { from: day(of.from), through: day(of.through) }), ...formats.map((format) => ({ id: format, label: t(`format_${format}`), onSelect: () => void run(format) }))]}
      />
    </>
  );
}
