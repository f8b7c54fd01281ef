import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Ban, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import type { Wallet } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Explain, MoneyText, Page, Pill, Section } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { OnePage } from "../parts/OnePage";
import { messages } from "./messages";
import { entriesQuery, walletQuery } from "./queries";
import { RuleDialog, TopUpDialog, VoidDialog } from "./WalletDialogs";

/** One wallet: what is in it, what went in and out, and what can be done. */
export function WalletPage() {
  const { id } = useParams({ from: "/usage/wallets/$id" });
  const t = useText(messages);
  const found = useQuery({ ...walletQuery(id), enabled: useMay("usage.see") });
  return (
    <OnePage title={t("wallet")} found={found}>
      {(wallet) => <Loaded wallet={wallet} />}
    </OnePage>
  );
}

function Loaded({ wallet }: { wallet: Wallet }) {
  const t = useText(messages);
  const formats = useFormats();
  const arrange = useMay("usage.arrange") && !wallet.voided;
  const [doing, setDoing] = useState<"topUp" | "rule" | "void" | null>(null);
  const entries = useQuery(entriesQuery(wallet.id));
  const client = useClientNames([wallet.clientId])(wallet.clientId);
  const close = () => setDoing(null);
  return (
    <Page
      title={wallet.name}
      about={<span className="flex flex-wrap items-center gap-2">{client}{wallet.voided && <Pill>{t("voided")}</Pill>}</span>}
      actions={
        arrange && (
          <>
            <Button tone="danger" icon={<Ban aria-hidden className="size-4" />} onClick={() => setDoing("void")}>{t("void")}</Button>
            <Button onClick={() => setDoing("rule")}>{t("rule")}</Button>
            <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setDoing("topUp")}>{t("topUp")}</Button>
          </>
        )
      }
    >
      <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6">
        <dl className="flex flex-wrap items-baseline gap-x-6 gap-y-2">
          <div className="rounded-card border border-line bg-surface px-3 py-2">
            <dt className="text-table text-muted">{t("balance")}</dt>
            <dd className="text-base font-semibold"><Explain of={{ kind: "wallet", id: wallet.id }}><MoneyText money={wallet.balance} /></Explain></dd>
          </div>
          <div className="min-w-0 text-table text-muted">
            <dt className="sr-only">{t("rule")}</dt>
            <dd>{[t("rank", { priority: wallet.priority }), wallet.expiresOn && t("expiresOn", { day: formats.day(wallet.expiresOn) }), t("pays", { scope: wallet.scope.join(", ") || t("everything") })].filter(Boolean).join(" · ")}</dd>
            <dd>{wallet.topUpRule ? t("ruleSays", { amount: formats.money(wallet.topUpRule.amount), below: formats.money(wallet.topUpRule.below) }) : t("noRule")}</dd>
          </div>
        </dl>
        <Section title={t("entries")}>
          <ErrorText error={entries.error} onRetry={() => void entries.refetch()} />
          {entries.data?.items.length === 0 && <p className="text-table text-muted">{t("noEntries")}</p>}
          {entries.data && entries.data.items.length > 0 && (
            <div tabIndex={0} role="region" aria-label={t("entries")} className="overflow-x-auto rounded-card border border-line">
              <table className="w-full text-table">
                <thead className="text-left text-xs text-muted">
                  <tr>
                    {([["when", ""], ["what", ""], ["amount", "text-right"], ["balance", "text-right"]] as const).map(([name, at]) => (
                      <th key={name} scope="col" className={`px-3 py-2 font-medium ${at}`}>{t(name)}</th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {entries.data.items.map((one, index) => (
                    <tr key={`${one.at}${index}`} className="border-t border-line align-top">
                      <td className="tabular px-3 py-2 whitespace-nowrap text-muted">{formats.instant(one.at)}</td>
                      <td className="px-3 py-2">
                        {t(`entry_${one.kind}`)}
                        <span className="block text-xs wrap-anywhere text-muted">{[one.source, one.chargeKind, one.charged && t("chargedToo")].filter(Boolean).join(" · ")}</span>
                      </td>
                      <td className="px-3 py-2 text-right"><MoneyText money={one.amount} /></td>
                      <td className="px-3 py-2 text-right"><MoneyText money={one.balance} /></td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Section>
      </div>
      {doing === "topUp" && <TopUpDialog wallet={wallet} onClose={close} />}
      {doing === "rule" && <RuleDialog wallet={wallet} onClose={close} />}
      {doing === "void" && <VoidDialog wallet={wallet} onClose={close} />}
    </Page>
  );
}
