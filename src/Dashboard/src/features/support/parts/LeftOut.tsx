import { sentenceOf } from "@/api/problem";
import type { SupportMonthLeftOut } from "@/api/types";
import { useText } from "@/i18n/messages";
import { messages } from "./messages";

/** Clients whose months cannot be worked out, each with why: the figures beside it do without them. */
export function LeftOut({ clients }: { clients: readonly SupportMonthLeftOut[] | undefined }) {
  const t = useText(messages);
  if (!clients || clients.length === 0) return null;
  return (
    <div role="status" className="rounded-card border border-line bg-warn-soft p-3 text-table">
      <p className="font-medium">{t("leftOut")}</p>
      <ul className="mt-1 flex flex-col gap-1">
        {clients.map(({ clientId, clientName, code, sentence }) => (
          <li key={clientId} className="wrap-anywhere">
            {clientName}: {sentenceOf({ code, detail: sentence })}
          </li>
        ))}
      </ul>
    </div>
  );
}
