import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronLeft, ChevronRight, Globe } from "lucide-react";
import type { HostingMonth } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { groupBy } from "@/lib/groupBy";
import { Card, EmptyState, ErrorText, IconButton, Loading, MoneyText, Section, Skeleton, buttonClass } from "@/ui";
import { ClientFilter } from "../parts/ClientFilter";
import { LeftOut } from "../parts/LeftOut";
import { firstOf, stepMonth, type Month } from "../parts/month";
import { SiteLines } from "../parts/SiteLines";
import { messages } from "./messages";
import { hostingQuery } from "./queries";

const AT_ONCE = 6;

/** Hosting month by month, a block for each client: days, gross, credit, net, and the way to the next free site. */
export function Months({ until, client, onClient, onUntil }: { until: Month; client: string | undefined; onClient: (client: string | undefined) => void; onUntil: (month: Month) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const from = stepMonth(until, 1 - AT_ONCE);
  const query = useQuery({ ...hostingQuery(from, until, client), placeholderData: keepPreviousData });
  const months = groupBy(query.data?.items ?? [], (one) => one.month);
  return (
    <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6">
      <div className="flex flex-wrap items-center gap-2">
        <ClientFilter client={client} onChange={onClient} />
        <IconButton tone="secondary" label={t("earlier")} icon={<ChevronLeft aria-hidden />} onClick={() => onUntil(stepMonth(until, -AT_ONCE))} />
        <span className="text-table" aria-live="polite">
          {t("range", { from: formats.month(firstOf(from)), to: formats.month(firstOf(until)) })}
        </span>
        <IconButton tone="secondary" label={t("later")} icon={<ChevronRight aria-hidden />} onClick={() => onUntil(stepMonth(until, AT_ONCE))} />
      </div>
      <ErrorText error={query.error} onRetry={() => void query.refetch()} />
      {!query.data && !query.error && (
        <Loading>
          <Skeleton className="h-60 w-full" />
        </Loading>
      )}
      <LeftOut clients={query.data?.leftOut} />
      {query.data?.items.length === 0 && (
        <EmptyState icon={<Globe aria-hidden />} title={t("noMonths")}>
          {t("noMonthsHelp")}
        </EmptyState>
      )}
      {months.map(([month, blocks]) => (
        <Section key={month} title={formats.month(firstOf(month))}>
          <div className="flex flex-col gap-3">
            {blocks.map((block) => (
              <Block key={block.clientId} of={block} />
            ))}
          </div>
        </Section>
      ))}
    </div>
  );
}

function Block({ of }: { of: HostingMonth }) {
  const t = useText(messages);
  const { hosting } = of;
  return (
    <Card className="p-3">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h3 className="min-w-0 flex-1 basis-40 font-medium wrap-anywhere">{of.clientName}</h3>
        {(
          [
            [t("gross"), hosting.gross],
            [t("credit"), hosting.credit],
            [t("net"), hosting.net],
          ] as const
        ).map(([name, money]) => (
          <span key={name} className="text-table whitespace-nowrap">
            <span className="text-xs text-muted">{name}</span> <MoneyText money={money} />
          </span>
        ))}
        <Link to="/support/months/$month" params={{ month: of.month }} search={{ client: of.clientId }} className={buttonClass("secondary", "sm")}>
          {t("toMonth")}
        </Link>
      </div>
      {hosting.billed && <p className="text-xs text-muted">{t("billed")}</p>}
      <SiteLines hosting={hosting} label={of.clientName} />
      {/[1-9]/.test(hosting.corrected.amount) && (
        <p className="mt-1 text-table text-muted">
          {t("corrected")} <MoneyText money={hosting.corrected} />
        </p>
      )}
    </Card>
  );
}
