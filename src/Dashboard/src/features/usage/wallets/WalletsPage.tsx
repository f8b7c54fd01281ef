import { useState } from "react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus, Wallet as Icon } from "lucide-react";
import { useMay } from "@/api/may";
import { clientsQuery } from "@/api/queries";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, EmptyState, ErrorText, Loading, MoneyText, Needs, Page, Pill, Skeleton } from "@/ui";
import { messages } from "./messages";
import { OpenWalletSheet } from "./OpenWalletSheet";
import { walletsQuery } from "./queries";

/** The wallets, in the order in which they pay. */
export function WalletsPage() {
  const t = useText(messages);
  const formats = useFormats();
  const arrange = useMay("usage.arrange");
  const [opening, setOpening] = useState(false);
  const list = useInfiniteQuery({ ...walletsQuery({}), enabled: useMay("usage.see") });
  const clients = useQuery({ ...clientsQuery({ limit: 200, archived: "all" }), enabled: useMay("invoicing.see") });
  const items = list.data?.pages.flatMap((page) => page.items);
  const add = arrange && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setOpening(true)}>
      {t("newWallet")}
    </Button>
  );
  return (
    <Needs permission="usage.see">
      <Page title={t("wallets")} actions={items && items.length > 0 && add}>
        <div className="flex max-w-5xl flex-col gap-4 p-4 sm:p-6">
          <ErrorText error={list.error} onRetry={() => void list.refetch()} />
          {!items && !list.error && (
            <Loading>
              <Skeleton className="h-40 w-full" />
            </Loading>
          )}
          {items?.length === 0 && (
            <EmptyState icon={<Icon aria-hidden />} title={t("none")} actions={add}>
              {t("help")}
            </EmptyState>
          )}
          {items && items.length > 0 && (
            <ul aria-label={t("wallets")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
              {items.map((one) => (
                <li key={one.id}>
                  <Link to="/usage/wallets/$id" params={{ id: one.id }} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2.5 hover:bg-hover">
                    <span className="min-w-0 flex-1 basis-48 font-medium wrap-anywhere">{one.name}</span>
                    {one.voided && <Pill>{t("voided")}</Pill>}
                    <MoneyText money={one.balance} />
                    <span className="basis-full text-xs text-muted">
                      {[clients.data?.items.find((client) => client.id === one.clientId)?.name, t("rank", { priority: one.priority }), one.expiresOn && t("expiresOn", { day: formats.day(one.expiresOn) }), one.scope.length > 0 && t("pays", { scope: one.scope.join(", ") })].filter(Boolean).join(" · ")}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )}
          {list.hasNextPage && (
            <Button className="self-start" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t("more")}
            </Button>
          )}
        </div>
        {opening && <OpenWalletSheet clients={clients.data?.items ?? []} onClose={() => setOpening(false)} />}
      </Page>
    </Needs>
  );
}
