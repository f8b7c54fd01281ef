import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { keys } from "@/api/queries";
import type { NotificationLine } from "@/api/types";
import { useText } from "@/i18n/messages";
import { useNow } from "@/lib/useNow";
import { AgoText, Pill, toast } from "@/ui";
import { messages } from "./messages";
import { readOne } from "./queries";

/** What somebody was told, the newest first; whoever follows one has read it. */
export function Lines({ items, onFollow }: { items: readonly NotificationLine[]; onFollow?: () => void }) {
  const t = useText(messages);
  return (
    <ul aria-label={t("title")} className="flex flex-col divide-y divide-line">
      {items.map((one) => (
        <li key={one.id}>
          <Line one={one} onFollow={onFollow} />
        </li>
      ))}
    </ul>
  );
}

function Line({ one, onFollow }: { one: NotificationLine; onFollow: (() => void) | undefined }) {
  const t = useText(messages);
  const now = useNow();
  const queries = useQueryClient();
  const read = useMutation({ mutationFn: () => readOne(one.id), onError: (failed) => toast.error(failed), onSettled: () => queries.invalidateQueries({ queryKey: [keys.notifications] }) });
  const follow = () => {
    if (one.readAt === null) read.mutate();
    onFollow?.();
  };
  return (
    <Link to={one.path as "/"} onClick={follow} className="flex flex-col gap-0.5 px-2 py-2 hover:bg-hover">
      <span className="flex items-baseline gap-2">
        {one.readAt === null && (
          <>
            <span aria-hidden className="size-2 shrink-0 self-center rounded-full bg-accent" />
            <span className="sr-only">{t("new")}</span>
          </>
        )}
        <span className={`min-w-0 flex-1 wrap-anywhere ${one.readAt === null ? "font-medium" : ""}`}>{one.title}</span>
        {one.priority === "high" && <Pill tone="bad">{t("urgent")}</Pill>}
      </span>
      {one.text && <span className="text-table wrap-anywhere text-muted">{one.text}</span>}
      <span className="text-xs text-muted">
        {t(`kind_${one.kind}`)} · <AgoText at={one.toldAt} now={now} />
      </span>
    </Link>
  );
}
