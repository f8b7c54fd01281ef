import { Suspense, useState } from "react";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Plus, Split } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { AiAllocation } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, buttonClass, Confirm, EmptyState, ErrorText, Loading, Needs, Page, Section, Skeleton, toast, useCommand, useShortcut } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { useAccountNames } from "../accounts/useAccountNames";
import { lastPlace } from "./draft";
import { messages } from "./messages";
import { dropRule, rulesQuery } from "./queries";

const RuleSheet = late(() => import("./RuleSheet").then((part) => ({ default: part.RuleSheet })));

/** For whom costs are: rules in the order in which they are tried, those about clients and those about tags apart. */
export function AiAllocationPage() {
  const t = useText(messages);
  const { open } = useSearch({ from: "/ai/allocation" });
  const navigate = useNavigate();
  const arrange = useMay("aicosts.arrange");
  const list = useInfiniteQuery({ ...rulesQuery, enabled: useMay("aicosts.see") });
  const items = list.data?.pages.flatMap((page) => page.items);
  const [dropping, setDropping] = useState<AiAllocation | null>(null);
  const go = (which?: string) => void navigate({ to: "/ai/allocation", search: which ? { open: which } : {} });
  const named = useAccountNames();
  const add = () => go("new");
  useShortcut({ keys: "c", label: t("add"), group: t("title"), enabled: arrange, run: add });
  useCommand({ id: "new-ai-allocation", label: t("add"), icon: <Split aria-hidden />, words: "ai allocation rule client share ki zuordnung regel kunde anteil", run: add }, arrange);
  const adding = arrange && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={add}>
      {t("add")}
    </Button>
  );
  const changed = items?.find((one) => one.id === open);
  const groups = [
    { kind: "client", rules: items?.filter((one) => !one.shares[0]?.tag) ?? [] },
    { kind: "tag", rules: items?.filter((one) => one.shares[0]?.tag) ?? [] },
  ] as const;
  return (
    <Needs permission="aicosts.see">
      <Page title={t("title")} actions={items && items.length > 0 && (<><Link to="/ai" search={{ by: "client" }} className={buttonClass()}>{t("toCosts")}</Link>{adding}</>)}>
        <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6">
          <ErrorText error={list.error ?? named.error} onRetry={() => void Promise.all([list.refetch(), ...(named.error ? [named.retry()] : [])])} />
          {!items && !list.error && (
            <Loading>
              <Skeleton className="h-40 w-full" />
            </Loading>
          )}
          {items?.length === 0 && (
            <EmptyState icon={<Split aria-hidden />} title={t("none")} actions={adding}>
              {t("help")}
            </EmptyState>
          )}
          {groups.map(({ kind, rules }) => rules.length > 0 && (
            <Section key={kind} title={t(`rules_${kind}`)}>
              <ol aria-label={t(`rules_${kind}`)} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
                {rules.map((one) => (
                  <Row key={one.id} rule={one} {...(arrange ? { onChange: () => go(one.id), onDrop: () => setDropping(one) } : {})} />
                ))}
              </ol>
            </Section>
          ))}
          {items && items.length > 0 && <p className="text-xs text-muted">{t("order")}</p>}
          {list.hasNextPage && (
            <Button className="self-start" busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t("more")}
            </Button>
          )}
        </div>
        <Suspense fallback={null}>
          {open === "new" && arrange && items && <RuleSheet place={lastPlace(items)} onClose={() => go()} />}
          {changed && arrange && <RuleSheet key={changed.id} rule={changed} place={changed.place} onClose={() => go()} />}
        </Suspense>
        <Dropping rule={dropping} onClose={() => setDropping(null)} />
      </Page>
    </Needs>
  );
}

function Row({ rule, onChange, onDrop }: { rule: AiAllocation; onChange?: () => void; onDrop?: () => void }) {
  const t = useText(messages);
  const { number } = useFormats();
  const { accounts } = useAccountNames();
  const nameOf = useClientNames(rule.shares.map((one) => one.clientId));
  const facts = [
    ...(rule.accountId ? [[t("account"), accounts.find((one) => one.id === rule.accountId)?.name ?? "…"]] : []),
    ...(["key", "workspace", "user", "model"] as const).flatMap((one) => (rule[one] ? [[t(one), rule[one]]] : [])),
  ];
  return (
    <li className="flex flex-col gap-1 px-3 py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="tabular w-10 shrink-0 text-xs text-muted" title={t("place")}>{number(rule.place)}</span>
        <span className="min-w-0 flex-1 basis-40 font-medium wrap-anywhere">{rule.name}</span>
        {onChange && onDrop && (
          <span className="ml-auto flex gap-2">
            <Button size="sm" aria-label={t("changeOf", { name: rule.name })} onClick={onChange}>{t("change")}</Button>
            <Button size="sm" aria-label={t("dropOf", { name: rule.name })} onClick={onDrop}>{t("drop")}</Button>
          </span>
        )}
      </div>
      <p className="text-table text-muted sm:pl-13">{facts.length === 0 ? t("anything") : facts.map(([name, value]) => `${name}: ${value}`).join(" · ")}</p>
      <ul aria-label={t("sharesOf", { name: rule.name })} className="flex flex-wrap gap-x-4 gap-y-1 text-table sm:pl-13">
        {rule.shares.map((one) => (
          <li key={`${one.clientId} ${one.tag}`} className="wrap-anywhere">
            {one.clientId ? <Link to="/clients/$id" params={{ id: one.clientId }} className="rounded underline decoration-dotted underline-offset-4 hover:text-accent-ink">{nameOf(one.clientId, "…")}</Link> : one.tag} <span className="tabular text-muted">{t("percent", { percent: number(Number(one.share)) })}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** Asks before a rule says nothing any more. */
function Dropping({ rule, onClose }: { rule: AiAllocation | null; onClose: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const drop = useMutation({
    mutationFn: (id: string) => dropRule(id),
    onSuccess: () => toast.done(t("dropped")),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      onClose();
      return Promise.all([keys.aiAllocation, keys.aiUsage].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  return <Confirm open={rule !== null} onClose={onClose} title={t("dropTitle", { name: rule?.name ?? "" })} description={t("dropHelp")} action={t("drop")} danger busy={drop.isPending} onConfirm={() => rule && drop.mutate(rule.id)} />;
}
