import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import { groupsQuery, settingsQuery, totalsQuery } from "@/api/queries";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { buttonClass, ErrorText, Page, Section } from "@/ui";
import { Groups } from "./Groups";
import { HealthNote } from "./HealthNote";
import { Invoices } from "./Invoices";
import { Latest } from "./Latest";
import { messages } from "./messages";
import { Modules } from "./Modules";
import { invoiceSumsQuery } from "./queries";
import { Recent } from "./Recent";
import { Start } from "./Start";
import { stepsOf } from "./steps";
import { Sums, SumsSkeleton } from "./Sums";

/** What is open and overdue per currency, of facilities and of invoices, what waits, what happened lately; on an empty house: how to begin. */
export function OverviewPage() {
  const t = useText(messages);
  const formats = useFormats();
  const totals = useQuery(totalsQuery({}));
  const groups = useQuery(groupsQuery());
  const settings = useQuery(settingsQuery);
  const sums = totals.data?.totals ?? undefined;
  const see = useMay("invoicing.see");
  const invoices = useQuery({ ...invoiceSumsQuery, enabled: see });
  const invoicing = see && (invoices.data?.items.length ?? 0) > 0;
  const ready = sums !== undefined && groups.data !== undefined && (!see || invoices.data !== undefined || invoices.isError);
  const empty = ready && groups.data.items.length === 0 && sums.every((sum) => sum.records === 0);
  const arrange = useMay("facilities.arrange");
  const bill = useMay("facilities.bill");
  const error = totals.error ?? groups.error;
  // Whoever writes invoices already sees them first.
  const start = ready && arrange && <Start steps={stepsOf(groups.data.items, sums, settings.data)} alone={empty && !invoicing} />;

  return (
    <Page
      title={t("title")}
      about={
        <span className="flex items-center gap-3">
          <span className="hidden sm:inline">{formats.longDay(formats.today)}</span>
          <HealthNote />
        </span>
      }
      actions={
        ready &&
        (!empty ? (
          <Link to="/facilities" className={buttonClass("primary")}>
            {t(bill ? "billCycle" : "allGroups")}
          </Link>
        ) : (
          invoicing && (
            <Link to="/invoices" className={buttonClass("primary")}>
              {t("allInvoices")}
            </Link>
          )
        ))
      }
    >
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-8 px-4 py-5 sm:px-6">
        {error && <ErrorText error={error} onRetry={() => void Promise.all([totals.refetch(), groups.refetch()])} />}
        {!(empty && invoicing) && start}
        {!ready && !error && <SumsSkeleton />}
        {ready && !empty && (invoicing ? <Section title={t("facilities")}><Sums sums={sums} /></Section> : <Sums sums={sums} />)}
        {ready && see && <Invoices />}
        {ready && <Modules />}
        {empty && invoicing && start}
        {ready && empty && !invoicing && !arrange && <p className="py-10 text-center text-muted">{t("nothingYet")}</p>}
        {(!empty || invoicing) && (
          <div className="grid gap-8 lg:grid-cols-[3fr_2fr]">
            <div className="flex min-w-0 flex-col gap-8">
              {!empty && <Groups groups={groups.data?.items} />}
              {invoicing && <Latest />}
            </div>
            <Recent />
          </div>
        )}
      </div>
    </Page>
  );
}
