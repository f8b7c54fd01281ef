import { useState } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Wallet as Icon } from "lucide-react";
import { useMay } from "@/api/may";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { MoneyText, Pill } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { ListPage, rowClass } from "../parts/ListPage";
import { messages } from "./messages";
import { OpenWalletSheet } from "./OpenWalletSheet";
import { walletsQuery } from "./queries";

/** The wallets, in the order in which they pay. */
export function WalletsPage() {
  const t = useText(messages);
  const formats = useFormats();
  const [opening, setOpening] = useState(false);
  const list = useInfiniteQuery({ ...walletsQuery({}), enabled: useMay("usage.see") });
  const nameOf = useClientNames(list.data?.pages.flatMap((page) => page.items.map((one) => one.clientId)) ?? []);
  return (
    <ListPage
      title={t("wallets")}
      icon={<Icon aria-hidden />}
      none={t("none")}
      help={t("help")}
      add={t("newWallet")}
      onAdd={() => setOpening(true)}
      more={t("more")}
      list={list}
      row={(one) => (
        <Link to="/usage/wallets/$id" params={{ id: one.id }} className={rowClass}>
          <span className="min-w-0 flex-1 basis-48 font-medium wrap-anywhere">{one.name}</span>
          {one.voided && <Pill>{t("voided")}</Pill>}
          <MoneyText money={one.balance} />
          <span className="basis-full text-xs text-muted">
            {[nameOf(one.clientId), t("rank", { priority: one.priority }), one.expiresOn && t("expiresOn", { day: formats.day(one.expiresOn) }), one.scope.length > 0 && t("pays", { scope: one.scope.join(", ") })].filter(Boolean).join(" · ")}
          </span>
        </Link>
      )}
    >
      {opening && <OpenWalletSheet onClose={() => setOpening(false)} />}
    </ListPage>
  );
}
