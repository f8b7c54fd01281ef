import { Suspense } from "react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Bot, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import type { AiAccount } from "@/api/types";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { useNow } from "@/lib/useNow";
import { AgoText, Button, CardRows, EmptyState, Listed, MoneyText, Needs, Page, Pill, Tabs, useCommand, useShortcut } from "@/ui";
import { CostText } from "../parts/CostText";
import { messages } from "./messages";
import { accountsQuery } from "./queries";
import { StatePill, useLastRun, WhatToDo } from "./Standing";

const AccountSheet = late(() => import("./AccountSheet").then((part) => ({ default: part.AccountSheet })));

/** The accounts at providers of AI services: how it stands with each, and what to do. */
export function AccountsPage() {
  const t = useText(messages);
  const { list: shown, open } = useSearch({ from: "/ai/accounts" });
  const navigate = useNavigate();
  const arrange = useMay("aicosts.arrange");
  const list = useInfiniteQuery({ ...accountsQuery(shown === "archived"), enabled: useMay("aicosts.see") });
  const items = list.data?.pages.flatMap((page) => page.items);
  const go = (search: { list?: "archived"; open?: "new" }) => void navigate({ to: "/ai/accounts", search });
  const add = () => go({ open: "new" });
  useShortcut({ keys: "c", label: t("add"), group: t("accounts"), enabled: arrange, run: add });
  useCommand({ id: "new-ai-account", label: t("add"), icon: <Bot aria-hidden />, words: "ai account provider key add create ki konto anbieter schlüssel", run: add }, arrange);
  const adding = arrange && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
      {t("add")}
    </Button>
  );
  return (
    <Needs permission="aicosts.see">
      <Page
        title={t("accounts")}
        actions={items && items.length > 0 && adding}
        tabs={<Tabs label={t("list")} value={shown ?? "followed"} onChange={(next) => go(next === "archived" ? { list: "archived" } : {})} tabs={[{ value: "followed", label: t("followed") }, { value: "archived", label: t("archivedOnes") }]} />}
      >
        <div className="flex max-w-5xl flex-col gap-4 p-4 sm:p-6">
          <Listed
            list={list}
            empty={
              <EmptyState icon={<Bot aria-hidden />} title={t(shown ? "noArchived" : "none")} actions={!shown && adding}>
                {t(shown ? "noArchivedHelp" : "help")}
              </EmptyState>
            }
            more={t("more")}
          >
            {(items) => <CardRows label={t("accounts")} items={items} rowKey={(one) => one.id} row={(one) => <Row account={one} />} />}
          </Listed>
        </div>
        <Suspense fallback={null}>{open && arrange && <AccountSheet onClose={() => go({})} onDone={({ id }) => void navigate({ to: "/ai/accounts/$id", params: { id } })} />}</Suspense>
      </Page>
    </Needs>
  );
}

function Row({ account }: { account: AiAccount }) {
  const t = useText(messages);
  const now = useNow();
  const last = useLastRun(account);
  return (
    <Link to="/ai/accounts/$id" params={{ id: account.id }} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-3 py-2.5 hover:bg-hover">
      <span className="min-w-0 flex-1 basis-48 wrap-anywhere">
        <span className="font-medium">{account.name}</span> <span className="text-muted">{account.providerName}</span>
      </span>
      {account.role === "attribution" && <Pill>{t("role_attribution")}</Pill>}
      {account.sums && account.sums.unpriced > 0 && <Pill tone="warn">{t("unpricedSoFar", { count: account.sums.unpriced })}</Pill>}
      <StatePill account={account} last={last} />
      {account.sums && account.sums.costs.length > 0 && (
        <span className="flex flex-wrap gap-x-2 text-table">
          <span className="text-muted">{t("monthSoFar")}</span>
          {account.sums.costs.map((cost) => <CostText key={cost.currency} cost={cost} className="font-medium" />)}
        </span>
      )}
      {account.monthlyLimit && <span className="text-table text-muted">{t("limit")} <MoneyText money={account.monthlyLimit} /></span>}
      <span className="basis-full text-xs wrap-anywhere text-muted">
        {last?.endedAt && <><AgoText at={last.endedAt} now={now} /> · </>}
        <WhatToDo account={account} last={last} />
      </span>
    </Link>
  );
}
