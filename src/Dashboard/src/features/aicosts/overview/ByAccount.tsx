import type { ReactNode } from "react";
import { Link } from "@tanstack/react-router";
import type { AiMonth } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { isZero } from "@/lib/decimal";
import { Explain, Meter, Pill, Section } from "@/ui";
import { CostText } from "../parts/CostText";
import { messages } from "./messages";

/** Near the limit from here on, in hundredths of it. */
const near = 80;

const toneOf = (used: number) => (used >= 100 ? "bad" : used >= near ? "warn" : "good");

/** The month of each account: what it cost, what it comes to, and how that stands to its limit. */
export function ByAccount({ month, providerOf }: { month: AiMonth; providerOf: (code: string) => string }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <Section title={t("byAccount")}>
      <ul aria-label={t("byAccount")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
        {month.items.map((line) => {
          const used = line.limitUsed === null ? null : Number(line.limitUsed);
          const percent = used === null ? "" : formats.number(used);
          return (
            <li key={`${line.account} ${line.cost.currency}`} className="flex flex-col gap-2 px-3 py-2.5">
              <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
                <span className="min-w-0 flex-1 basis-48 wrap-anywhere">
                  <Link to="/ai/accounts/$id" params={{ id: line.account }} className="rounded font-medium underline decoration-dotted underline-offset-4 hover:text-accent-ink">{line.name}</Link> <span className="text-muted">{providerOf(line.provider)}</span>
                </span>
                {line.role === "attribution" && <Pill>{t("attribution")}</Pill>}
                <Explain of={{ kind: "ai-month", id: `${month.from.slice(0, 7)}~${line.account}`, currency: line.cost.currency }}><CostText cost={line.cost} className="font-medium" /></Explain>
              </div>
              {used !== null && line.monthlyLimit && <Meter label={t("limitUsed", { percent, limit: formats.money(line.monthlyLimit), account: line.name })} text={`${percent} %`} percent={used} tone={toneOf(used)} />}
              <dl className="flex flex-wrap gap-x-6 gap-y-1 text-xs">
                {line.monthlyLimit && (
                  <Fact name={t("limit")}>
                    {formats.money(line.monthlyLimit)}
                    {used !== null && ` · ${percent} %`}
                  </Fact>
                )}
                {line.projection && (
                  <Fact name={t("projection")}>
                    <CostText cost={line.projection.atEnd} /> <span className="text-muted">{t("confidence", { percent: formats.number(Number(line.projection.confidence)) })}</span>
                    {line.projection.breaks && <span className="ml-2 text-bad">{t("breaks", { day: formats.day(line.projection.breaks) })}</span>}
                  </Fact>
                )}
                <Fact name={t("reported")}><CostText cost={line.reported} /></Fact>
                <Fact name={t("computed")}><CostText cost={line.unpriced > 0 && isZero(line.computed.amount) ? null : line.computed} />
                  {line.unpriced > 0 && (
                    <Link to="/ai/usage" search={{ list: "unpriced", filter: `account.is.${line.account}` }} className="ml-2 rounded underline underline-offset-4">{t("unpricedHere", { count: line.unpriced })}</Link>
                  )}
                </Fact>
                <Fact name={t("tokens")}>{`${formats.number(line.inputTokens)} / ${formats.number(line.outputTokens)}`}</Fact>
                <Fact name={t("requests")}>{formats.number(line.requests)}</Fact>
              </dl>
            </li>
          );
        })}
      </ul>
      <p className="mt-2 text-xs text-muted">{t("computedHint")}</p>
    </Section>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className="flex flex-wrap gap-x-1.5">
    <dt className="text-muted">{name}</dt>
    <dd className="tabular">{children}</dd>
  </div>
);
