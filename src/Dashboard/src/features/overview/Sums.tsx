import { Link } from "@tanstack/react-router";
import type { Totals } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { isZero } from "@/lib/decimal";
import { Card, Loading, MoneyText, Skeleton } from "@/ui";
import { messages } from "./messages";
import { shareOf } from "./share";

/** One card per currency: never one sum over several. */
export function Sums({ sums }: { sums: readonly Totals[] }) {
  return (
    <div className="grid gap-4 md:grid-cols-2">
      {sums.map((sum) => (
        <Sum key={sum.currency} sum={sum} alone={sums.length === 1} />
      ))}
    </div>
  );
}

const filtered = (state: string) => ({ filter: `state.is.${state}` }) as never;

function Sum({ sum, alone }: { sum: Totals; alone: boolean }) {
  const t = useText(messages);
  const formats = useFormats();
  const share = shareOf(sum);
  const late = !isZero(sum.overdue.amount);
  return (
    <Card className={alone ? "md:col-span-2" : ""}>
      <div className="flex flex-wrap items-start gap-x-10 gap-y-3 px-5 pt-4">
        <Figure label={t("open")}>
          <Link to="/facilities" search={filtered("outstanding")} className="explained">
            <span className="sr-only">{t("showOpen", { currency: sum.currency })} </span>
            <MoneyText money={sum.outstanding} large />
          </Link>
        </Figure>
        <Figure label={t("overdue")}>
          {late ? (
            <Link to="/facilities" search={filtered("overdue")} className="explained text-bad">
              <span className="sr-only">{t("showOverdue", { currency: sum.currency })} </span>
              <MoneyText money={sum.overdue} large />
            </Link>
          ) : (
            <MoneyText money={sum.overdue} large className="text-muted" />
          )}
        </Figure>
      </div>
      <div role="img" aria-label={t("share", { currency: sum.currency, paid: formats.money(sum.paid), open: formats.money(sum.outstanding), overdue: formats.money(sum.overdue) })} className="mx-5 mt-4 flex h-1.5 gap-px overflow-hidden rounded-full bg-pressed">
        <span className="bg-good" style={{ width: `${share.paid}%` }} />
        <span className="bg-open" style={{ width: `${share.open}%` }} />
        <span className="bg-bad" style={{ width: `${share.overdue}%` }} />
      </div>
      <div className="flex flex-wrap gap-x-6 gap-y-1 px-5 pt-3 pb-4 text-table">
        <dl className="flex flex-wrap gap-x-6 gap-y-1">
          <Fact label={t("billed")}>
            <MoneyText money={sum.billed} />
          </Fact>
          <Fact label={t("paid")} dot="bg-good">
            <MoneyText money={sum.paid} />
          </Fact>
        </dl>
        <span className="ml-auto text-muted">{t("records", { count: sum.records })}</span>
      </div>
    </Card>
  );
}

const Figure = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div>
    <div className="text-table text-muted">{label}</div>
    <div className="mt-0.5 leading-8">{children}</div>
  </div>
);

const Fact = ({ label, dot, children }: { label: string; dot?: string; children: React.ReactNode }) => (
  <div className="flex items-center gap-1.5">
    <dt className="flex items-center gap-1.5 text-muted">
      {dot && <span aria-hidden className={`size-2 rounded-full ${dot}`} />}
      {label}
    </dt>
    <dd>{children}</dd>
  </div>
);

export const SumsSkeleton = () => (
  <Loading className="grid gap-4 md:grid-cols-2">
    {[0, 1].map((at) => (
      <Card key={at} className="h-36.5 p-5">
        <Skeleton className="mb-3 w-16" />
        <Skeleton className="mb-6 h-7 w-48" />
        <Skeleton className="h-1.5" />
      </Card>
    ))}
  </Loading>
);
