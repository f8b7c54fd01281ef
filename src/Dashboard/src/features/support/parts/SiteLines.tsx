import { Link } from "@tanstack/react-router";
import type { SupportMonth } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Meter, Pill } from "@/ui";
import { FigureLine } from "./FigureLine";
import { messages } from "./hostingMessages";
import { progressOf } from "./progress";

/** The sites of a month: days, what each costs, which are free, and how far it is to the next free one. */
export function SiteLines({ hosting, label }: { hosting: SupportMonth["hosting"]; label: string }) {
  const t = useText(messages);
  const { number } = useFormats();
  const { active, free, toNextFree, sites } = hosting;
  return (
    <>
      {sites.length > 0 && (
        <div className="mb-2 flex max-w-md flex-col gap-1 text-table">
          <span>
            {t("activeFree", { active: number(active), free: number(free) })} {toNextFree !== null && <span className="text-muted">· {t("toNext", { count: toNextFree })}</span>}
          </span>
          {toNextFree !== null && <Meter label={t("progress")} text={t("toNext", { count: toNextFree })} percent={progressOf(active, free, toNextFree)} tone="good" />}
        </div>
      )}
      <ul aria-label={label}>
        {sites.map((site) => (
          <FigureLine
            key={site.id}
            title={
              <Link to="/support/sites" search={{ open: site.id }} className="rounded font-medium hover:underline">
                {site.name}
              </Link>
            }
            about={
              <>
                {t("days", { count: site.days })} · {t(`state_${site.state}`)} {site.free && <Pill tone="good">{t("free")}</Pill>}
              </>
            }
            amounts={[
              [t("gross"), site.gross],
              [t("net"), site.net],
            ]}
          />
        ))}
      </ul>
    </>
  );
}
