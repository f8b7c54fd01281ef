import { Suspense, useState } from "react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { PiggyBank, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { AiBudget } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, Confirm, EmptyState, ErrorText, Loading, Needs, Page, Skeleton, Tabs, toast, useCommand, useShortcut } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { useAccountNames } from "../accounts/useAccountNames";
import { AheadText, Badge, Bar, Figures } from "./Standing";
import { messages } from "./messages";
import { budgetsQuery, closeBudget } from "./queries";
import type { BudgetsSearch } from "./search";

const BudgetSheet = late(() => import("./BudgetSheet").then((part) => ({ default: part.BudgetSheet })));

/** How much may be spent on AI services in a month, and how that stands: each budget as a bar with the day on which it breaks. */
export function AiBudgetsPage() {
  const t = useText(messages);
  const formats = useFormats();
  const { list: shown, open } = useSearch({ from: "/ai/budgets" });
  const navigate = useNavigate();
  const arrange = useMay("aicosts.arrange");
  const list = useInfiniteQuery({ ...budgetsQuery(shown === "closed"), enabled: useMay("aicosts.see") });
  const items = list.data?.pages.flatMap((page) => page.items);
  const [closing, setClosing] = useState<AiBudget | null>(null);
  const go = (search: BudgetsSearch) => void navigate({ to: "/ai/budgets", search });
  const openSheet = (which: string) => go({ ...(shown ? { list: shown } : {}), open: which });
  const named = useAccountNames();
  const add = () => openSheet("new");
  const changed = open === undefined ? undefined : items?.find((one) => one.id === open && !one.closed);
  useShortcut({ keys: "c", label: t("add"), group: t("title"), enabled: arrange, run: add });
  useCommand({ id: "new-ai-budget", label: t("add"), icon: <PiggyBank aria-hidden />, words: "ai budget limit threshold ki budget grenze schwelle", run: add }, arrange);
  const adding = arrange && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
      {t("add")}
    </Button>
  );
  const first = items?.[0];
  return (
    <Needs permission="aicosts.see">
      <Page
        title={t("title")}
        about={first && <span className="max-phone:hidden">{formats.month(first.from)}</span>}
        actions={items && items.length > 0 && adding}
        tabs={<Tabs label={t("list")} value={shown ?? "open"} onChange={(next) => go(next === "closed" ? { list: "closed" } : {})} tabs={[{ value: "open", label: t("openOnes") }, { value: "closed", label: t("closedOnes") }]} />}
      >
        <div className="flex max-w-5xl flex-col gap-4 p-4 sm:p-6">
          <ErrorText error={list.error ?? named.error} onRetry={() => void Promise.all([list.refetch(), ...(named.error ? [named.retry()] : [])])} />
          {!items && !list.error && (
            <Loading className="flex flex-col gap-4">
              <Skeleton className="h-32 w-full" />
              <Skeleton className="h-32 w-full" />
            </Loading>
          )}
          {items?.length === 0 && (
            <EmptyState icon={<PiggyBank aria-hidden />} title={t(shown ? "noClosed" : "none")} actions={!shown && adding}>
              {t(shown ? "noClosedHelp" : "help")}
            </EmptyState>
          )}
          {items && items.length > 0 && (
            <ul aria-label={t("title")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
              {items.map((one) => (
                <Row key={one.id} budget={one} {...(arrange && !one.closed ? { onChange: () => openSheet(one.id), onClose: () => setClosing(one) } : {})} />
              ))}
            </ul>
          )}
          {list.hasNextPage && (
            <Button className="self-start" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t("more")}
            </Button>
          )}
        </div>
        <Suspense fallback={null}>
          {open === "new" && arrange && <BudgetSheet onClose={() => go(shown ? { list: shown } : {})} />}
          {changed && arrange && <BudgetSheet key={changed.id} budget={changed} onClose={() => go({})} />}
        </Suspense>
        <Closing budget={closing} onClose={() => setClosing(null)} />
      </Page>
    </Needs>
  );
}

function Row({ budget, onChange, onClose }: { budget: AiBudget; onChange?: () => void; onClose?: () => void }) {
  const t = useText(messages);
  const { accounts } = useAccountNames();
  const nameOf = useClientNames([budget.clientId]);
  const whose = budget.scope === "account" ? t("ofAccount", { account: accounts.find((one) => one.id === budget.accountId)?.name ?? "…" }) : budget.scope === "client" ? t("ofClient", { client: budget.clientId ? nameOf(budget.clientId, "…") : "…" }) : budget.scope === "tag" ? t("ofTag", { tag: budget.tag ?? "" }) : t("ofAll");
  return (
    <li className="flex flex-col gap-2 px-3 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-48 wrap-anywhere">
          <span className="font-medium">{budget.name}</span> <span className="text-muted">{whose}</span>
        </span>
        {!budget.closed && <span className="text-table"><AheadText budget={budget} /></span>}
        <Badge badge={budget.badge} />
        {onChange && onClose && (
          <span className="flex gap-2 max-sm:ml-auto">
            <Button size="sm" aria-label={t("changeOf", { name: budget.name })} onClick={onChange}>{t("change")}</Button>
            <Button size="sm" aria-label={t("closeOf", { name: budget.name })} onClick={onClose}>{t("close")}</Button>
          </span>
        )}
      </div>
      <Bar budget={budget} />
      <Figures budget={budget} />
    </li>
  );
}

/** Asks before nobody is told of a budget any more. */
function Closing({ budget, onClose }: { budget: AiBudget | null; onClose: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const close = useMutation({
    mutationFn: (id: string) => closeBudget(id),
    onSuccess: () => toast.done(t("closed")),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      onClose();
      return queries.invalidateQueries({ queryKey: [keys.aiBudgets] });
    },
  });
  return <Confirm open={budget !== null} onClose={onClose} title={t("closeTitle", { name: budget?.name ?? "" })} description={t("closeHelp")} action={t("close")} danger busy={close.isPending} onConfirm={() => budget && close.mutate(budget.id)} />;
}
