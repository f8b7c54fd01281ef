import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { MovementLine, RevenueMovement } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, DateText, ErrorText, Loading, MoneyText, Pill, Section, Skeleton, type Tone } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { messages } from "./messages";
import { movementsQuery, type Days } from "./queries";

const tones: Record<RevenueMovement, Tone> = { new: "good", expansion: "good", reactivation: "open", contraction: "warn", churn: "bad" };

/** The clients and subscriptions behind the movements, the latest first. */
export function Behind({ days, currency, movement, onAll }: { days: Days; currency: string; movement: RevenueMovement | undefined; onAll: () => void }) {
  const t = useText(messages);
  const list = useQuery({ ...movementsQuery(days, currency, movement), placeholderData: keepPreviousData });
  // Until those of another movement are there, what is shown of the ones before fits the title, too.
  const items = list.data?.items.filter((line) => !movement || line.movement === movement);
  const nameOf = useClientNames(items?.map((line) => line.clientId) ?? []);
  const title = movement ? t("behindOne", { movement: t(`step_${movement}`) }) : t("behind");
  return (
    <Section title={title} actions={movement && <Button size="sm" onClick={onAll}>{t("all")}</Button>}>
      <ErrorText error={list.error} onRetry={() => void list.refetch()} />
      {!list.data && !list.error && (
        <Loading>
          <Skeleton className="h-24 w-full" />
        </Loading>
      )}
      {items?.length === 0 && !list.isPlaceholderData && <p className="text-table text-muted">{t("nobody")}</p>}
      {items && items.length > 0 && (
        <ul aria-label={title} className="border-t border-line text-table">
          {items.map((line) => (
            <li key={`${line.day} ${line.clientId}`} className="flex flex-wrap items-baseline gap-x-3 gap-y-1 border-b border-line py-2">
              <Line line={line} currency={currency} client={nameOf(line.clientId, "…")} />
            </li>
          ))}
        </ul>
      )}
      {list.data && list.data.more > 0 && <p className="mt-2 text-table text-muted">{t("more", { count: list.data.more })}</p>}
    </Section>
  );
}

function Line({ line, currency, client }: { line: MovementLine; currency: string; client: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const amount = (text: string) => formats.amount({ amount: text, currency });
  return (
    <>
      <DateText day={line.day} className="tabular w-24 shrink-0 text-muted" />
      <Pill tone={tones[line.movement]}>{t(`step_${line.movement}`)}</Pill>
      <span className="min-w-0">
        {line.subscriptions.length === 1 ? (
          <Link to="/subscriptions/$id" params={{ id: line.subscriptions[0]! }} className="font-medium underline decoration-line-strong underline-offset-2 wrap-anywhere hover:text-accent-ink">
            {client}
          </Link>
        ) : (
          <>
            <span className="font-medium wrap-anywhere">{client}</span>
            {line.subscriptions.map((id, at) => (
              <Link key={id} to="/subscriptions/$id" params={{ id }} aria-label={`${client}: ${t("openN", { number: at + 1 })}`} className="ml-2 text-accent-ink underline">
                {at + 1}
              </Link>
            ))}
          </>
        )}
      </span>
      <span className="ml-auto flex items-baseline gap-3">
        <span className="tabular text-xs text-muted">
          {amount(line.before)} → {amount(line.after)}
        </span>
        <MoneyText money={{ amount: line.change, currency }} />
      </span>
    </>
  );
}
