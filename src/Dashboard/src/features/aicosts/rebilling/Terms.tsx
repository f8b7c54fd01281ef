import { Suspense, useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { HandCoins, Plus } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { Button, Confirm, EmptyState, ErrorText, Loading, Skeleton, toast, useShortcut } from "@/ui";
import { useClientNames } from "@/ui/clients/useClientNames";
import { messages } from "./messages";
import { OnTop } from "./Month";
import { endTerms, termsQuery } from "./queries";

const TermsSheet = late(() => import("./TermsSheet").then((part) => ({ default: part.TermsSheet })));

/** What clients pay on top of what was spent for them. */
export function Terms({ open, onOpen }: { open: string | undefined; onOpen: (which: string | undefined) => void }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const arrange = useMay("aicosts.arrange");
  const list = useQuery({ ...termsQuery, enabled: useMay("aicosts.see") });
  const items = list.data?.items;
  const nameOf = useClientNames(items?.map((one) => one.clientId) ?? []);
  const [ending, setEnding] = useState<string | null>(null);
  const end = useMutation({
    mutationFn: (client: string) => endTerms(client),
    onSuccess: () => toast.done(t("ended")),
    onError: (failed) => toast.error(failed),
    onSettled: () => {
      setEnding(null);
      return queries.invalidateQueries({ queryKey: [keys.aiRebilling] });
    },
  });
  useShortcut({ keys: "c", label: t("agree"), group: t("title"), enabled: arrange, run: () => onOpen("new") });
  const adding = arrange && (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => onOpen("new")}>
      {t("agree")}
    </Button>
  );
  return (
    <div className="flex flex-col gap-4">
      <ErrorText error={list.error} onRetry={() => void list.refetch()} />
      {!items && !list.error && (
        <Loading>
          <Skeleton className="h-24 w-full" />
        </Loading>
      )}
      {items?.length === 0 && (
        <EmptyState icon={<HandCoins aria-hidden />} title={t("noTerms")} actions={adding}>
          {t("noTermsHelp")}
        </EmptyState>
      )}
      {items && items.length > 0 && (
        <>
          <div className="flex justify-end">{adding}</div>
          <ul aria-label={t("terms")} className="flex flex-col divide-y divide-line rounded-card border border-line bg-surface text-table">
            {items.map((one) => {
              const client = nameOf(one.clientId, "…");
              return (
                <li key={one.clientId} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
                  <Link to="/clients/$id" params={{ id: one.clientId }} className="min-w-0 flex-1 basis-40 rounded font-medium wrap-anywhere underline decoration-dotted underline-offset-4 hover:text-accent-ink">{client}</Link>
                  <span><span className="text-muted">{t(one.margin ? "costPlusMargin" : "costPlus")}</span> <OnTop markup={one.markup} margin={one.margin} /></span>
                  {arrange && <Button size="sm" aria-label={t("changeOf", { client })} onClick={() => onOpen(one.clientId)}>{t("change")}</Button>}
                  {arrange && <Button size="sm" aria-label={t("endOf", { client })} onClick={() => setEnding(one.clientId)}>{t("end")}</Button>}
                </li>
              );
            })}
          </ul>
        </>
      )}
      <Suspense fallback={null}>
        {open && arrange && items && <TermsSheet key={open} client={open === "new" ? null : open} {...(items.find((one) => one.clientId === open) ? { terms: items.find((one) => one.clientId === open)! } : {})} onClose={() => onOpen(undefined)} />}
      </Suspense>
      <Confirm open={ending !== null} onClose={() => setEnding(null)} title={t("endTitle", { client: ending ? nameOf(ending, "…") : "" })} description={t("endHelp")} action={t("end")} danger busy={end.isPending} onConfirm={() => ending && end.mutate(ending)} />
    </div>
  );
}
