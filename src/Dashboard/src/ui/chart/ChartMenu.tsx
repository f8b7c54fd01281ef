import { Download } from "lucide-react";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { csv } from "@/lib/csv";
import { save } from "@/lib/save";
import { IconButton } from "../Button";
import { Menu } from "../Menu";
import { toast } from "../toast";
import { messages } from "./messages";
import type { Picture, TableFormat } from "./types";

export interface ChartMenuProps {
  /** Which chart it is. */
  label: string;
  /** Of its files, before the day and the ending. */
  name: string;
  /** Left out where there is only a table; null while there is nothing to draw. */
  picture?: () => Picture | null;
  /** What it is drawn from: rows with their heads, or how the server's file of a format is fetched. */
  table: (() => readonly (readonly string[])[]) | { fetch: (format: TableFormat) => Promise<void> };
}

/** Saves a chart as a picture, and what it is drawn from as a table. What draws comes when it is wanted. */
export function ChartMenu({ label, name, picture, table }: ChartMenuProps) {
  const t = useText(messages);
  const { today } = useFormats();
  const file = (inside: BlobPart, type: string, ending: string) => save(new File([inside], `${name}-${today}.${ending}`, { type }));
  const draw = async (ending: "png" | "svg") => {
    const wanted = picture?.();
    if (!wanted) return;
    const { pictureOf, pngOf } = await import("./picture");
    const drawn = pictureOf(wanted);
    if (ending === "svg") file(drawn.svg, "image/svg+xml", ending);
    else file(await pngOf(drawn), "image/png", ending);
  };
  const write = async (format: TableFormat) => (typeof table === "function" ? file(csv(table()), "text/csv", format) : table.fetch(format));
  const item = (id: string, run: () => Promise<void>) => ({ id, label: id.toUpperCase(), onSelect: () => void run().catch(toast.error) });
  return (
    <Menu
      align="end"
      items={[
        ...(picture ? [t("picture"), ...(["png", "svg"] as const).map((ending) => item(ending, () => draw(ending)))] : []),
        t("table"),
        ...(typeof table === "function" ? (["csv"] as const) : (["csv", "xlsx", "json"] as const)).map((format) => item(format, () => write(format))),
      ]}
      trigger={<IconButton label={t("export", { what: label })} size="iconSm" icon={<Download aria-hidden />} />}
    />
  );
}
