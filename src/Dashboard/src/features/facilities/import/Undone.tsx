import type { UndoneImport } from "@/api/types";
import { useText } from "@/i18n/messages";
import { DateText } from "@/ui";
import { messages } from "./messages";

/** What an undo did, and the records it left alone because somebody changed them since. */
export function Undone({ undone }: { undone: UndoneImport }) {
  const t = useText(messages);
  return (
    <div role="status">
      <p className="font-medium">{t("undone", { count: undone.undone })}</p>
      {undone.kept.length > 0 && (
        <>
          <p className="mt-2 text-warn">{t("kept", { count: undone.kept.length })}</p>
          <ul className="mt-1 max-h-60 divide-y divide-line overflow-auto rounded-card border border-line text-table">
            {undone.kept.map((one) => (
              <li key={one.recordId} className="px-3 py-1.5">
                <span className="font-medium">{one.facility}</span> <DateText day={one.from} /> – <DateText day={one.through} />
                <span className="block text-muted">{t("keptBecause")}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
