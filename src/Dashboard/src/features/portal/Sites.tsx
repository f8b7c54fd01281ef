import { useInfiniteQuery } from "@tanstack/react-query";
import { Globe } from "lucide-react";
import type { PortalSite } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { CardRows, EmptyState, Listed, Pill } from "@/ui";
import { messages } from "./messages";
import { sitesQuery } from "./queries";

/** The sites that are hosted for the client. */
export function Sites() {
  const t = useText(messages);
  const list = useInfiniteQuery(sitesQuery);
  return (
    <Listed
      list={list}
      more={t("more")}
      empty={
        <EmptyState icon={<Globe aria-hidden />} title={t("sitesNone")}>
          {t("sitesNoneHelp")}
        </EmptyState>
      }
    >
      {(items) => <CardRows label={t("view_sites")} items={items} rowKey={(one) => one.id} row={(one) => <Row site={one} />} />}
    </Listed>
  );
}

const tones = { planned: "accent", hosted: "good", ended: "quiet" } as const;

function Row({ site }: { site: PortalSite }) {
  const t = useText(messages);
  const { day } = useFormats();
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-3">
      <span className="min-w-0 font-medium wrap-anywhere">{site.name}</span>
      <Pill tone={tones[site.state]}>{t(`state_${site.state}`)}</Pill>
      <span className="text-table text-muted sm:ml-auto">{site.hostedUntil ? t("sinceUntil", { from: day(site.hostedSince), to: day(site.hostedUntil) }) : t("since", { day: day(site.hostedSince) })}</span>
      {site.webAddress && (
        <a href={site.webAddress} target="_blank" rel="noopener noreferrer" className="basis-full rounded text-table wrap-anywhere text-accent-ink hover:underline">
          {site.webAddress}
        </a>
      )}
    </div>
  );
}
