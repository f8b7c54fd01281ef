import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useText } from "@/i18n/messages";
import { ErrorText, Section } from "@/ui";
import { useToday } from "../parts/useToday";
import { messages } from "./messages";
import { seatsQuery } from "./queries";
import { Terms } from "./Standing";

/** The seats of an account, each leading to what was charged; nothing where it has none. */
export function OfAccount({ account }: { account: string }) {
  const t = useText(messages);
  const today = useToday();
  const list = useInfiniteQuery(seatsQuery(account));
  const items = list.data?.pages[0]?.items;
  if (list.error && !items) return <Section title={t("seats")}><ErrorText error={list.error} onRetry={() => void list.refetch()} /></Section>;
  if (!items || items.length === 0) return null;
  return (
    <Section title={t("seats")} actions={<Link to="/ai/seats" search={{ account }} className="rounded text-table underline decoration-dotted underline-offset-4 hover:text-accent-ink">{t("toSeats")}</Link>}>
      <ul aria-label={t("seats")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
        {items.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2.5">
            <Terms seats={one} today={today} name={<Link to="/ai/seats" search={{ account, open: one.id }} className="rounded font-medium wrap-anywhere underline decoration-dotted underline-offset-4 hover:text-accent-ink">{one.name}</Link>} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
