import { Suspense, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMay } from "@/api/may";
import type { SupportMonth } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, ErrorText, Explain, Loading, MoneyText, Pill, Section, Skeleton } from "@/ui";
import { FigureLine } from "../parts/FigureLine";
import { lastOf, type Month } from "../parts/month";
import { SiteLines } from "../parts/SiteLines";
import { useCategoryName } from "../projects/useCategoryName";
import { Hours } from "./Hours";
import { Lines } from "./Lines";
import { messages } from "./messages";
import { monthQuery } from "./queries";

const CloseSheet = late(() => import("./CloseSheet").then((part) => ({ default: part.CloseSheet })));

/** A month of one client: what it is made of, what is billed of it, and the way to close it. */
export function ClientMonth({ month, client }: { month: Month; client: string }) {
  const query = useQuery(monthQuery(month, client));
  if (query.data) return <Loaded page={query.data} />;
  return query.error ? (
    <ErrorText error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <Loading>
      <Skeleton className="h-48 w-full" />
    </Loading>
  );
}

function Loaded({ page }: { page: SupportMonth }) {
  const t = useText(messages);
  const formats = useFormats();
  const arrange = useMay("support.arrange");
  const [closing, setClosing] = useState(false);
  const over = formats.today >= lastOf(page.month);
  const openLines = page.lines.filter((line) => line.close === null);
  return (
    <div className="flex flex-col gap-6">
      {arrange && (
        <div className="flex flex-wrap items-center gap-3">
          <Button tone="primary" disabled={!over} onClick={() => setClosing(true)}>
            {t("close")}
          </Button>
          <span className="text-table text-muted">{over ? (openLines.length > 0 ? t("linesOpen", { count: openLines.length }) : t("nothingOpen")) : t("notOver", { day: formats.day(lastOf(page.month)) })}</span>
        </div>
      )}
      <Closes page={page} />
      <Hours page={page} />
      <Projects page={page} />
      <Section title={t("hosting")} about={page.hosting.billed && t("hostingBilled")} actions={page.hosting.sites.length > 0 && <MoneyText money={page.hosting.net} className="font-semibold" />}>
        {page.hosting.sites.length === 0 ? <p className="text-table text-muted">{t("noHosting")}</p> : <SiteLines hosting={page.hosting} label={t("sites")} />}
        {page.hosting.corrected.amount.match(/[1-9]/) && (
          <p className="mt-1 text-table text-muted">
            {t("corrected")} <MoneyText money={page.hosting.corrected} />
          </p>
        )}
      </Section>
      <Section title={t("lines")} actions={<Explain of={{ kind: "support-month", id: `${page.clientId}~${page.month}` }}><MoneyText money={page.total} className="font-semibold" /></Explain>}>
        {page.lines.length === 0 ? <p className="text-table text-muted">{t("noLines")}</p> : <Lines lines={page.lines} label={t("lines")} page={page} />}
      </Section>
      <Suspense fallback={null}>{closing && <CloseSheet page={page} onClose={() => setClosing(false)} />}</Suspense>
    </div>
  );
}

/** The closes of the month, each with what became of its invoice. */
function Closes({ page }: { page: SupportMonth }) {
  const t = useText(messages);
  const formats = useFormats();
  if (page.closes.length === 0) return <p className="text-table text-muted">{t("notClosed")}</p>;
  return (
    <Section title={t("closes")}>
      <ul aria-label={t("closes")} aria-live="polite">
        {page.closes.map((close) => (
          <FigureLine
            key={close.close}
            title={t("closedOn", { day: formats.day(close.closedOn) })}
            about={
              close.invoiceId ? (
                <Link to="/invoices/$id" params={{ id: close.invoiceId }} className="rounded font-medium text-ink underline underline-offset-4">
                  {close.invoiceNumber ? t("invoice", { number: close.invoiceNumber }) : t("state_made")}
                </Link>
              ) : (
                close.state && <Pill tone={close.state === "parked" ? "bad" : "open"}>{t(`state_${close.state}`)}</Pill>
              )
            }
            amounts={[["", close.amount]]}
          />
        ))}
      </ul>
    </Section>
  );
}

function Projects({ page }: { page: SupportMonth }) {
  const t = useText(messages);
  const formats = useFormats();
  const categoryOf = useCategoryName();
  const { projects } = page;
  const link = (id: string, name: string) => (
    <Link to="/support/projects" search={{ open: id }} className="rounded font-medium hover:underline">
      {name}
    </Link>
  );
  return (
    <Section title={t("projects")} actions={projects.items.length > 0 && <MoneyText money={projects.net} className="font-semibold" />}>
      {projects.items.length === 0 && <p className="text-table text-muted">{t("noProjects")}</p>}
      <ul aria-label={t("projects")}>
        {projects.items.map((project) => (
          <FigureLine
            key={project.id}
            title={link(project.id, project.name)}
            about={
              <>
                {project.completedOn && formats.day(project.completedOn)} · {categoryOf(project.category)} {project.free && <Pill tone="good">{t("freePill")}</Pill>}
              </>
            }
            amounts={[[t("gross"), project.price], [t("net"), project.net]]}
          />
        ))}
      </ul>
      {projects.undated.length > 0 && (
        <div className="mt-3">
          <h3 className="text-table font-medium">{t("undated")}</h3>
          <p className="text-xs text-muted">{t("undatedHelp")}</p>
          <ul aria-label={t("undated")}>
            {projects.undated.map((project) => (
              <FigureLine key={project.id} title={link(project.id, project.name)} about={categoryOf(project.category)} amounts={[["", project.price]]} />
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
