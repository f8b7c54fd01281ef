import { useInfiniteQuery } from "@tanstack/react-query";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, MoneyText, Section } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { messages } from "./messages";
import { billsQuery } from "./queries";

/** Periods that are billed, the latest first. */
export function Billed({ onOpen }: { onOpen: (id: string) => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const bills = useInfiniteQuery(billsQuery(undefined));
  const items = bills.data?.pages.flatMap((page) => page.items);
  const nameOf = useClientNames(items?.map((one) => one.clientId) ?? []);
  return (
    <Section title={t("billed")}>
      <ErrorText error={bills.error} onRetry={() => void bills.refetch()} />
      {items?.length === 0 && <p className="text-table text-muted">{t("none")}</p>}
      <ul aria-label={t("billed")}>
        {items?.map((one) => (
          <li key={one.id} className="border-b border-line">
            <button type="button" onClick={() => onOpen(one.id)} className="flex w-full flex-wrap items-baseline gap-x-3 rounded px-2 py-2 text-left hover:bg-hover">
              <span className="font-medium wrap-anywhere">{nameOf(one.clientId, one.subject)}</span>
              <span className="text-table text-muted">
                {one.plan} · {t("days", { from: formats.day(one.period.from), through: formats.day(one.period.through) })} · {t("steps", { count: one.steps })}
                {!/^0(\.0*)?$/.test(one.credit.amount) && ` · ${t("fromCredit", { amount: formats.money(one.credit) })}`}
              </span>
              <MoneyText money={one.charged} className="ml-auto" />
            </button>
          </li>
        ))}
      </ul>
      {bills.hasNextPage && (
        <Button size="sm" className="mt-3" busy={bills.isFetchingNextPage} onClick={() => void bills.fetchNextPage()}>
          {t("showMore")}
        </Button>
      )}
    </Section>
  );
}
