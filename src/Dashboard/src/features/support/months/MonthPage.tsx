import { Suspense } from "react";
import { useQuery } from "@tanstack/react-query";
import { Navigate, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { CalendarCheck, ChevronDown, ChevronLeft, ChevronRight } from "lucide-react";
import { useMay } from "@/api/may";
import { sentenceOf } from "@/api/problem";
import type { SupportMonthOfClient } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { late } from "@/lib/late";
import { EmptyState, ErrorText, IconButton, Loading, MoneyText, Needs, Page, Pill, Skeleton, Tooltip, useShortcut } from "@/ui";
import { firstOf, isMonth, monthToClose, stepMonth, type Month } from "../parts/month";
import { ClientMonth } from "./ClientMonth";
import { messages } from "./messages";
import { clientsOfMonthQuery } from "./queries";

const SourcesNote = late(() => import("../connections/SourcesNote").then((part) => ({ default: part.SourcesNote })));

/** Where one goes without naming a month: the one that is over. */
export function LatestMonthPage() {
  const { today } = useFormats();
  return <Navigate replace to="/support/months/$month" params={{ month: monthToClose(today) }} />;
}

/** A month, client by client: what it comes to, what is open, and the way to close it. Month and open client are in the address. */
export function MonthPage() {
  const { month } = useParams({ from: "/support/months/$month" });
  return isMonth(month) ? <Cockpit month={month} /> : <LatestMonthPage />;
}

function Cockpit({ month }: { month: Month }) {
  const t = useText(messages);
  const formats = useFormats();
  const navigate = useNavigate();
  const { client } = useSearch({ from: "/support/months/$month" });
  const clients = useQuery({ ...clientsOfMonthQuery(month), enabled: useMay("support.see") });
  const named = formats.month(firstOf(month));
  const go = (to: Month, open?: string) => void navigate({ to: "/support/months/$month", params: { month: to }, search: open ? { client: open } : {}, replace: to === month });
  const [previous, next] = [stepMonth(month, -1), stepMonth(month, 1)];
  useShortcut({ keys: ",", label: t("previous"), group: t("keys"), run: () => go(previous, client) });
  useShortcut({ keys: ".", label: t("next"), group: t("keys"), run: () => go(next, client) });
  const items = clients.data?.items;
  return (
    <Needs permission="support.see">
      <Page
        title={t("title", { month: named })}
        actions={
          <>
            <Tooltip text={t("previous")}>
              <IconButton tone="secondary" label={t("previous")} icon={<ChevronLeft aria-hidden />} onClick={() => go(previous, client)} />
            </Tooltip>
            <Tooltip text={t("next")}>
              <IconButton tone="secondary" label={t("next")} icon={<ChevronRight aria-hidden />} onClick={() => go(next, client)} />
            </Tooltip>
          </>
        }
      >
        <div className="flex max-w-5xl flex-col gap-3 p-4 sm:p-6">
          <Suspense fallback={null}>
            <SourcesNote />
          </Suspense>
          <ErrorText error={clients.error} onRetry={() => void clients.refetch()} />
          {!items && !clients.error && (
            <Loading>
              <Skeleton className="h-40 w-full" />
            </Loading>
          )}
          {items?.length === 0 && (
            <EmptyState icon={<CalendarCheck aria-hidden />} title={t("none")}>
              {t("noneHelp")}
            </EmptyState>
          )}
          {items && items.length > 0 && (
            <ul aria-label={t("clients")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
              {items.map((one) => (
                <li key={one.clientId}>
                  <Row of={one} open={one.clientId === client} onToggle={() => go(month, one.clientId === client ? undefined : one.clientId)} />
                  {one.clientId === client && (
                    <div id={`month-of-${one.clientId}`} className="border-t border-line px-3 py-4 sm:px-9">
                      <ClientMonth month={month} client={one.clientId} />
                    </div>
                  )}
                </li>
              ))}
            </ul>
          )}
          {clients.data?.more && <p className="text-table text-muted">{t("moreClients")}</p>}
        </div>
      </Page>
    </Needs>
  );
}

function Row({ of, open, onToggle }: { of: SupportMonthOfClient; open: boolean; onToggle: () => void }) {
  const t = useText(messages);
  const isOpen = of.open !== null && /[1-9]/.test(of.open.amount);
  const figures = [[t("hours"), of.hours], [t("projects"), of.projects], [t("hosting"), of.hosting], [t("total"), of.total]] as const;
  return (
    <button type="button" aria-expanded={open} aria-controls={open ? `month-of-${of.clientId}` : undefined} onClick={onToggle} className="flex w-full flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2.5 text-left outline-offset-[-2px] hover:bg-hover">
      <span className="flex min-w-0 flex-1 basis-full items-center sm:basis-44 gap-2">
        <ChevronDown aria-hidden className={cx("size-4 shrink-0 text-muted transition-transform duration-100", !open && "-rotate-90")} />
        <span className="min-w-0 font-medium wrap-anywhere">{of.clientName}</span>
      </span>
      {of.code ? (
        <span className="basis-full text-xs wrap-anywhere text-bad">
          {t("cannot")}: {sentenceOf({ code: of.code, detail: of.sentence ?? "" })}
        </span>
      ) : (
        <>
          {figures.map(([name, money]) => (
            <span key={name} className="flex flex-col text-table sm:w-24 sm:items-end">
              <span className="text-xs text-muted">{name}</span>
              <MoneyText money={money} />
            </span>
          ))}
          <span className="flex sm:w-28 sm:justify-end">
            {isOpen ? <Pill tone="warn">{t("toBill")}</Pill> : of.closes > 0 ? <Pill tone="good">{t("allBilled")}</Pill> : <Pill>{t("nothingOpen")}</Pill>}
          </span>
        </>
      )}
    </button>
  );
}
