import { Suspense, useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { BellRing, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { AiAlertRule } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, Confirm, ErrorText, Loading, Pill, Skeleton, Switch, toast, useCommand } from "@/ui";
import { providersQuery } from "../accounts/queries";
import { useAccountNames } from "../accounts/useAccountNames";
import { tones } from "./about";
import { messages } from "./messages";
import { arrangeRule, dropRule, rulesQuery } from "./queries";
import { ruleOf, ruleTermsOf } from "./rule";

const RuleSheet = late(() => import("./RuleSheet").then((part) => ({ default: part.RuleSheet })));

/** What somebody should look at: the usual rules and one's own, on or off. */
export function Rules({ open }: { open: string | undefined }) {
  const t = useText(messages);
  const navigate = useNavigate();
  const arrange = useMay("aicosts.arrange");
  const rules = useQuery({ ...rulesQuery, enabled: useMay("aicosts.see") });
  const [dropping, setDropping] = useState<AiAlertRule | null>(null);
  const go = (rule?: string) => void navigate({ to: "/ai/alerts", search: { list: "rules", ...(rule ? { rule } : {}) } });
  const changed = rules.data?.items.find((one) => one.id === open);
  useCommand({ id: "new-ai-alert-rule", label: t("addRule"), icon: <BellRing aria-hidden />, words: "ai alert rule balance service down ki warnung regel guthaben", run: () => go("new") }, arrange);
  return (
    <div className="flex max-w-5xl flex-col gap-4 p-4 sm:p-6">
      <ErrorText error={rules.error} onRetry={() => void rules.refetch()} />
      {!rules.data && !rules.error && (
        <Loading>
          <Skeleton className="h-40 w-full" />
        </Loading>
      )}
      {rules.data && (
        <ul aria-label={t("rules")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface">
          {rules.data.items.map((one) => (
            <Rule key={one.id} rule={one} {...(arrange ? { onChange: () => go(one.id), ...(one.usual ? {} : { onDrop: () => setDropping(one) }) } : {})} />
          ))}
        </ul>
      )}
      {arrange && rules.data && (
        <Button className="self-start" icon={<Plus aria-hidden className="size-4" />} onClick={() => go("new")}>
          {t("addRule")}
        </Button>
      )}
      <Suspense fallback={null}>
        {open === "new" && arrange && <RuleSheet onClose={() => go()} />}
        {changed && arrange && <RuleSheet key={changed.id} rule={changed} onClose={() => go()} />}
      </Suspense>
      <Dropping rule={dropping} onClose={() => setDropping(null)} />
    </div>
  );
}

/** As people call a rule: by its name, else by what it looks for. */
function useRuleName() {
  const t = useText(messages);
  return (rule: AiAlertRule) => rule.name ?? t(`kind_${rule.kind}`);
}

function Rule({ rule, onChange, onDrop }: { rule: AiAlertRule; onChange?: () => void; onDrop?: () => void }) {
  const t = useText(messages);
  const { locale, money } = useFormats();
  const queries = useQueryClient();
  const name = useRuleName()(rule);
  const { accounts } = useAccountNames();
  const providers = useQuery({ ...providersQuery, enabled: rule.provider !== null });
  const turn = useMutation({
    mutationFn: (on: boolean) => arrangeRule(rule, { ...ruleTermsOf(ruleOf(rule, locale), locale)!, on }),
    onSuccess: (saved) => {
      queries.setQueryData(rulesQuery.queryKey, (before) => before && { ...before, items: before.items.map((one) => (one.id === saved.id ? saved : one)) });
      toast.done(t(saved.on ? "switchedOn" : "switchedOff"));
    },
    onError: (failed) => {
      toast.error(failed);
      void queries.invalidateQueries({ queryKey: [keys.aiAlertRules] });
    },
  });
  const where = rule.scope === "account" ? t("ofAccount", { account: accounts.find((one) => one.id === rule.accountId)?.name ?? "…" })
    : rule.scope === "provider" ? t("ofProvider", { provider: providers.data?.items.find((one) => one.code === rule.provider)?.name ?? rule.provider ?? "" })
    : rule.scope === "tag" ? t("ofTag", { tag: rule.tag ?? "" }) : t("whole");
  const when = rule.hours !== null ? t("after_hours", { count: rule.hours }) : rule.minutes !== null ? t("after_minutes", { count: rule.minutes }) : rule.severity !== null ? t("fromSeverity", { severity: t(`severity_${rule.severity}`) })
    : rule.kind === "balanceLow" ? (rule.amount ? t("below", { amount: money(rule.amount) }) : t("nothingLeft")) : null;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-3">
      <span className="min-w-0 flex-1 basis-48 wrap-anywhere">
        <span className="font-medium">{name}</span> {rule.usual && <span className="text-xs text-muted">({t("usual")})</span>}
        <span className="block text-table text-muted">{[rule.name && t(`kind_${rule.kind}`), where, when, t(`told_${rule.told}`)].filter(Boolean).join(" · ")}</span>
      </span>
      {rule.level ? <Pill tone={tones[rule.level]}>{t(`level_${rule.level}`)}</Pill> : <Pill>{t("asLoud")}</Pill>}
      <span className="flex flex-wrap items-center gap-2 max-sm:ml-auto">
        {onChange && <Button size="sm" aria-label={t("changeOf", { rule: name })} onClick={onChange}>{t("change")}</Button>}
        {onDrop && <Button size="sm" aria-label={t("dropOf", { rule: name })} onClick={onDrop}>{t("drop")}</Button>}
      </span>
      <span className="basis-full text-table sm:basis-auto">
        <Switch checked={rule.on} disabled={!onChange} onChange={(on) => !turn.isPending && turn.mutate(on)} label={t("on", { rule: name })} />
      </span>
    </li>
  );
}

/** Asks before a rule makes no alerts any more. */
function Dropping({ rule, onClose }: { rule: AiAlertRule | null; onClose: () => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const nameOf = useRuleName();
  const drop = useMutation({
    mutationFn: (id: string) => dropRule(id),
    onSuccess: () => toast.done(t("dropped")),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      onClose();
      return queries.invalidateQueries({ queryKey: [keys.aiAlertRules] });
    },
  });
  return <Confirm open={rule !== null} onClose={onClose} title={t("dropTitle", { rule: rule ? nameOf(rule) : "" })} description={t("dropHelp")} action={t("drop")} danger busy={drop.isPending} onConfirm={() => rule && drop.mutate(rule.id)} />;
}
