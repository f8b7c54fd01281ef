import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { CircleGauge, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { LimitLine } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Button, Confirm, EmptyState, ErrorText, Loading, Needs, Page, SearchInput, Skeleton, toast } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { Alerts } from "./Alerts";
import { Gauge } from "./Gauge";
import { LimitSheet } from "./LimitSheet";
import { messages } from "./messages";
import { dropLimit, limitsQuery } from "./queries";

/** How far usage has come with each limit, the fullest first; and what was told of them. */
export function LimitsPage() {
  const t = useText(messages);
  const { find } = useSearch({ from: "/usage/limits" });
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [arrange, see] = [useMay("usage.arrange"), useMay("usage.see")];
  const [setting, setSetting] = useState<LimitLine | "new" | null>(null);
  const [dropping, setDropping] = useState<LimitLine | null>(null);
  const limits = useQuery({ ...limitsQuery, enabled: see });
  const nameOf = useClientNames(limits.data?.items.map((line) => line.subject) ?? []);
  const wanted = find?.toLocaleLowerCase();
  const items = limits.data?.items.filter((line) => !wanted || `${nameOf(line.subject)} ${line.subject}`.toLocaleLowerCase().includes(wanted));
  const drop = useMutation({
    mutationFn: dropLimit,
    onSuccess: () => toast.done(t("dropped")),
    onError: (error) => toast.error(error),
    onSettled: () => {
      setDropping(null);
      void queries.invalidateQueries({ queryKey: [keys.limits] });
    },
  });
  const add = arrange && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setSetting("new")}>
      {t("newLimit")}
    </Button>
  );
  const any = limits.data && limits.data.items.length > 0;
  return (
    <Needs permission="usage.see">
      <Page title={t("limits")} actions={any && add}>
        <div className="flex max-w-5xl flex-col gap-6 p-4 sm:p-6">
          <ErrorText error={limits.error} onRetry={() => void limits.refetch()} />
          {!limits.data && !limits.error && (
            <Loading>
              <Skeleton className="h-40 w-full" />
            </Loading>
          )}
          {limits.data && !any && (
            <EmptyState icon={<CircleGauge aria-hidden />} title={t("none")} actions={add}>
              {t("help")}
            </EmptyState>
          )}
          {any && (
            <>
              <SearchInput value={find ?? ""} onChange={(text) => void navigate({ to: "/usage/limits", replace: true, search: text.trim() ? { find: text.trim() } : {} })} label={t("find")} className="w-64 max-w-full" />
              {items?.length === 0 && <p className="text-muted">{t("noneFound")}</p>}
              <ul aria-label={t("limits")} className="grid gap-3 sm:grid-cols-2">
                {items?.map((line) => (
                  <Gauge key={`${line.subject}\n${line.code}\n${line.plan ?? ""}`} line={line} who={nameOf(line.subject)} {...(arrange ? { onChange: () => setSetting(line), ...(line.own ? { onDrop: () => setDropping(line) } : {}) } : {})} />
                ))}
              </ul>
              <Alerts />
            </>
          )}
        </div>
        {setting && <LimitSheet {...(setting === "new" ? {} : { line: setting })} onClose={() => setSetting(null)} />}
        {dropping && <Confirm open onClose={() => setDropping(null)} title={t("dropTitle")} description={t("dropHelp", { who: nameOf(dropping.subject) })} action={t("drop")} danger busy={drop.isPending} onConfirm={() => drop.mutate(dropping)} />}
      </Page>
    </Needs>
  );
}
