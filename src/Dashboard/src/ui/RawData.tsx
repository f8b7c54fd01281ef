import { useText } from "@/i18n/messages";
import { messages } from "./messages";

/** A thing as the server sent it, for those who write programs; closed until somebody wants it. */
export function RawData({ of }: { of: unknown }) {
  const t = useText(messages);
  return (
    <details className="border-t border-line pt-3 text-table">
      <summary className="w-fit rounded text-muted hover:text-ink">{t("rawData")}</summary>
      <pre tabIndex={0} aria-label={t("rawData")} className="mt-2 overflow-x-auto rounded-card border border-line bg-canvas p-3 font-mono text-xs">
        {JSON.stringify(of, null, 2)}
      </pre>
    </details>
  );
}
