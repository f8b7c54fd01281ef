import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { ErrorText, Pill } from "@/ui";
import { loudest, tones } from "./about";
import { messages } from "./messages";
import { alertsQuery } from "./queries";

/** How many alerts nobody has seen yet, of one account or of all, and how loud they are; nothing where there are none. */
export function OpenAlerts({ account }: { account?: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const list = useInfiniteQuery({ ...alertsQuery("open", undefined, account), enabled: useMay("aicosts.see") });
  const first = list.data?.pages[0];
  const level = loudest(first?.items ?? []);
  if (list.error && !first) return <ErrorText error={list.error} onRetry={() => void list.refetch()} />;
  if (!first || level === null) return null;
  const count = first.items.length;
  return (
    <p role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-line bg-surface px-3 py-2 text-table">
      <Pill tone={tones[level]}>{t(`level_${level}`)}</Pill>
      {first.nextCursor ? t("openMany", { count: formats.number(count) }) : t("openCount", { count })}
      <Link to="/ai/alerts" search={account ? { account } : {}} className="rounded font-medium underline underline-offset-4">{t("look")}</Link>
    </p>
  );
}
