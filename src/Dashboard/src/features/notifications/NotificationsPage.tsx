import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Bell } from "lucide-react";
import { useLanguage, useText } from "@/i18n/messages";
import { Button, EmptyState, Listed, Page, Tabs, buttonClass } from "@/ui";
import { Lines } from "./Lines";
import { messages } from "./messages";
import { notificationsQuery } from "./queries";
import { useReadAll } from "./useReadAll";

/** All that one was told. */
export function NotificationsPage() {
  const t = useText(messages);
  const { show } = useSearch({ from: "/notifications" });
  const navigate = useNavigate();
  const list = useInfiniteQuery(notificationsQuery(useLanguage(), show === "unread"));
  const items = list.data?.pages.flatMap((page) => page.items);
  const readAll = useReadAll(items);
  const unread = items?.some((one) => one.readAt === null) ?? false;
  return (
    <Page
      title={t("title")}
      actions={
        <>
          <Link to="/settings/notifications" className={buttonClass("secondary")}>
            {t("settings")}
          </Link>
          {unread && (
            <Button tone="primary" busy={readAll.isPending} onClick={() => readAll.mutate()}>
              {t("readAll")}
            </Button>
          )}
        </>
      }
      tabs={<Tabs label={t("title")} value={show ?? "all"} onChange={(next) => void navigate({ to: "/notifications", search: next === "unread" ? { show: "unread" } : {} })} tabs={[{ value: "all", label: t("everything") }, { value: "unread", label: t("unreadOnly") }]} />}
    >
      <div className="flex max-w-3xl flex-col gap-4 p-4 sm:p-6">
        <Listed
          list={list}
          empty={
            <EmptyState icon={<Bell aria-hidden />} title={t(show === "unread" ? "noneUnread" : "none")}>
              {t("noneHelp")}
            </EmptyState>
          }
          more={t("more")}
        >
          {(items) => (
            <div className="rounded-card border border-line bg-surface">
              <Lines items={items} />
            </div>
          )}
        </Listed>
      </div>
    </Page>
  );
}
