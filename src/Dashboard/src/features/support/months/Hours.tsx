import { Link } from "@tanstack/react-router";
import type { SupportMonth } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { showDecimal } from "@/lib/decimal";
import { MoneyText, Section } from "@/ui";
import { FigureLine } from "../parts/FigureLine";
import { messages as words } from "../parts/messages";
import { messages } from "./messages";

/** The hours of a month: what each urgency comes to, and request by request which hours were free. */
export function Hours({ page }: { page: SupportMonth }) {
  const t = useText(messages);
  const w = useText(words);
  const formats = useFormats();
  const { hours, freeHours, allowed, tiers, items, net } = page.requests;
  const number = (text: string) => showDecimal(text, formats.locale, 0);
  return (
    <Section title={t("hours")} about={t("ofHours", { hours: number(hours), free: number(freeHours), allowed: number(allowed) })} actions={items.length > 0 && <MoneyText money={net} className="font-semibold" />}>
      {items.length === 0 ? (
        <p className="text-table text-muted">{t("noRequests")}</p>
      ) : (
        <>
          <ul aria-label={t("tiers")}>
            {tiers.map((tier) => (
              <FigureLine
                key={tier.urgency}
                title={<span className="font-medium">{w(`urgency_${tier.urgency}`)}</span>}
                about={`${t("requestCount", { count: tier.requests })} · ${t("hoursFree", { hours: number(tier.hours), free: number(tier.freeHours) })}`}
                amounts={[[t("gross"), tier.gross], [t("savings"), tier.savings], [t("net"), tier.net]]}
              />
            ))}
          </ul>
          <details className="mt-2 text-table">
            <summary className="w-fit rounded text-muted hover:text-ink">{t("requests")}</summary>
            <ul aria-label={t("requests")}>
              {items.map((one) => (
                <FigureLine
                  key={one.id}
                  title={
                    <Link to="/support" search={{ open: one.id, list: "all" }} className="rounded hover:underline">
                      {one.description || one.type || t("openRequest")}
                    </Link>
                  }
                  about={[one.resolvedOn && formats.day(one.resolvedOn), w(`urgency_${one.urgency}`), t("hoursFree", { hours: number(one.hours), free: number(one.free) }), t("rate", { rate: showDecimal(one.rate, formats.locale, 2) })].filter(Boolean).join(" · ")}
                  amounts={[[t("net"), one.net]]}
                />
              ))}
            </ul>
          </details>
        </>
      )}
    </Section>
  );
}
