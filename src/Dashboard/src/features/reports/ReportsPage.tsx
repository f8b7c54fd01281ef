import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FileChartColumn } from "lucide-react";
import { useText } from "@/i18n/messages";
import { EmptyState, ErrorText, Loading, Page, Section, Skeleton } from "@/ui";
import { messages } from "./messages";
import { reportsQuery } from "./queries";
import { Saved } from "./Saved";
import { nameOf, saysOf } from "./words";

/** The reports that one may read. */
export function ReportsPage() {
  const t = useText(messages);
  const list = useQuery(reportsQuery);
  return (
    <Page title={t("title")} about={<span className="hidden lg:inline">{t("about")}</span>}>
      <div className="flex max-w-4xl flex-col gap-6 p-4 sm:p-6">
        <Saved />
        <ErrorText error={list.error} onRetry={() => void list.refetch()} />
        {!list.data && !list.error && (
          <Loading>
            <Skeleton className="h-64 w-full" />
          </Loading>
        )}
        {list.data?.items.length === 0 && (
          <EmptyState icon={<FileChartColumn aria-hidden />} title={t("none")}>
            {t("noneHelp")}
          </EmptyState>
        )}
        {list.data && list.data.items.length > 0 && (
          <Section title={t("all")}>
            <ul aria-label={t("all")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
              {list.data.items.map(({ name, says }) => (
                <li key={name}>
                  <Link to="/reports/$name" params={{ name }} className="flex flex-col gap-0.5 px-3 py-2.5 hover:bg-hover">
                    <span className="font-medium">{nameOf(t, name)}</span>
                    <span className="text-table text-muted">{saysOf(t, name, says)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </div>
    </Page>
  );
}
