import { useNavigate } from "@tanstack/react-router";
import { FileDown, FileUp } from "lucide-react";
import { useMay } from "@/api/may";
import { useText } from "@/i18n/messages";
import { IconButton, Menu, toast, useCommand } from "@/ui";
import { messages } from "./messages";
import { exportClients } from "./queries";

/** Clients in and out: the import, and the export in its columns. */
export function ClientFiles() {
  const t = useText(messages);
  const navigate = useNavigate();
  const arrange = useMay("invoicing.arrange");
  const toImport = () => void navigate({ to: "/clients/import" });
  useCommand({ id: "import-clients", label: t("import"), icon: <FileUp aria-hidden />, words: "import clients kunden csv xlsx", run: toImport }, arrange);
  return (
    <Menu
      align="end"
      trigger={<IconButton label={t("files")} tone="secondary" icon={<FileDown aria-hidden />} />}
      items={[
        ...(arrange ? [{ id: "import", label: `${t("import")}…`, icon: <FileUp aria-hidden />, onSelect: toImport }, null] : []),
        ...(["csv", "xlsx", "json"] as const).map((format) => ({ id: format, label: t("export", { format: format.toUpperCase() }), onSelect: () => void exportClients(format).catch(toast.error) })),
      ]}
    />
  );
}
