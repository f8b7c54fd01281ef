import { useMemo } from "react";
import { Download } from "lucide-react";
import { download } from "@/api/client";
import { useText } from "@/i18n/messages";
import { toast } from "@/ui";
import type { BulkAction } from "@/ui/table";
import { messages } from "./messages";

/** So many ids an address holds. */
const most = 150;

/** Exports exactly the chosen rows of a list; all that match are exported as the list is. `path`: of the list. */
export function useExportChosen<Row extends { id: string }>(path: string): readonly BulkAction<Row>[] {
  const t = useText(messages);
  return useMemo(
    () =>
      (["csv", "xlsx"] as const).map((format) => ({
        id: format,
        label: t("exportChosen", { format: format.toUpperCase() }),
        icon: <Download aria-hidden className="size-4" />,
        run: (rows: Row[]) => {
          if (rows.length > most) toast.info(t("exportFewer", { most }));
          else void download(`${path}/export?format=${format}&${rows.map((row) => `id=${row.id}`).join("&")}`, `export.${format}`).catch(toast.error);
        },
      })),
    [path, t],
  );
}
