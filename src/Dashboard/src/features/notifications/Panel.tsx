import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useLanguage, useText } from "@/i18n/messages";
import { Button, ErrorText, Loading, Skeleton, buttonClass } from "@/ui";
import { Lines } from "./Lines";
import { messages } from "./messages";
import { newestQuery } from "./queries";
import { useReadAll } from "./useReadAll";

/** The newest of what one was told, under the bell. */
export default function Panel({ onClose }: { onClose: () => void }) {
  const t = useText(messages);
  const newest = useQuery(newestQuery(useLanguage()));
  const items = newest.data?.items;
  const readAll = useReadAll(items);
  return (
    <div className="flex max-h-[70dvh] flex-col gap-2">
      <div className="flex items-center gap-2">
        <h2 className="flex-1 font-semibold">{t("title")}</h2>
        {items?.some((one) => one.readAt === null) && (
          <Button size="sm" busy={readAll.isPending} onClick={() => readAll.mutate()}>
            {t("readAll")}
          </Button>
        )}
      </div>
      <div className="min-h-0 overflow-y-auto">
        <ErrorText error={newest.error} onRetry={() => void newest.refetch()} />
        {!items && !newest.error && (
          <Loading>
            <Skeleton className="h-24 w-full" />
          </Loading>
        )}
        {items?.length === 0 && <p className="py-4 text-center text-muted">{t("none")}</p>}
        {items && items.length > 0 && <Lines items={items} onFollow={onClose} />}
      </div>
      <div className="flex gap-2 border-t border-line pt-2">
        <Link to="/notifications" onClick={onClose} className={buttonClass("secondary", "sm")}>
          {t("all")}
        </Link>
        <Link to="/settings/notifications" onClick={onClose} className={buttonClass("ghost", "sm")}>
          {t("settings")}
        </Link>
      </div>
    </div>
  );
}
