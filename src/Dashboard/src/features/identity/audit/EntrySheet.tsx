import type { AuditLine } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, Pill, Sheet } from "@/ui";
import { messages } from "./messages";
import { RecordPast } from "@/ui/history/RecordPast";
import { useReadable } from "@/ui/history/words";

/** One entry, whole. */
export function EntrySheet({ line, onClose, onOnly }: { line: AuditLine; onClose: () => void; onOnly: (column: "who" | "entityId", value: string) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const readable = useReadable();
  const facts: [string, React.ReactNode][] = [
    [t("at"), formats.instant(line.at)],
    [t("who"), line.actor.name || t("system")],
    [t("outcome"), <Pill key="outcome" tone={line.outcome === "done" ? "quiet" : "bad"}>{t(line.outcome)}</Pill>],
    [t("entity"), readable(line.entity)],
    [t("entityId"), <code key="id" className="font-mono text-xs break-all">{line.entityId}</code>],
    [t("means"), t(`means_${line.means}`)],
    [t("address"), line.address ?? "–"],
  ];
  return (
    <Sheet open onClose={onClose} title={readable(line.action)} description={t("details", { seq: line.number })}>
      <dl className="grid grid-cols-[7rem_1fr] gap-x-3 gap-y-2.5">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-table text-muted">{name}</dt>
            <dd className="min-w-0 break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => onOnly("entityId", line.entityId)}>
          {t("onlyThis")}
        </Button>
        {line.actor.id && (
          <Button size="sm" onClick={() => onOnly("who", line.actor.id)}>
            {t("onlyWho", { name: line.actor.name || t("system") })}
          </Button>
        )}
      </div>
      <RecordPast entity={line.entity} id={line.entityId} />
      <h3 className="mt-6 mb-1 text-table font-medium">{t("raw")}</h3>
      <pre tabIndex={0} aria-label={t("raw")} className="overflow-x-auto rounded-card border border-line bg-canvas p-3 font-mono text-xs">
        {JSON.stringify(line, null, 2)}
      </pre>
    </Sheet>
  );
}
