import { useQuery } from "@tanstack/react-query";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { ErrorText, Section } from "@/ui";
import { CostText } from "../parts/CostText";
import { messages } from "./messages";
import { balancesQuery } from "./queries";

/** What is left at the provider of what was paid before; nothing where it does not tell. */
export function Balances({ account }: { account: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const told = useQuery(balancesQuery(account));
  const balances = told.data?.items;
  if (told.error && !balances) return <Section title={t("balances")}><ErrorText error={told.error} onRetry={() => void told.refetch()} /></Section>;
  if (!balances || balances.length === 0) return null;
  return (
    <Section title={t("balances")}>
      <ul className="flex flex-wrap gap-3" aria-label={t("balances")}>
        {balances.map((one) => (
          <li key={one.left.currency} className="rounded-card border border-line bg-surface px-3 py-2">
            <CostText cost={one.left} className="text-base font-semibold" />
            <span className="block text-xs text-muted">{t("toldAt", { at: formats.instant(one.toldAt) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
