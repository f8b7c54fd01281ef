import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound, Plus } from "lucide-react";
import { api, ask } from "@/api/client";
import { useMay } from "@/api/may";
import { keys, permissionsQuery } from "@/api/queries";
import type { ApiKey } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { todayIn } from "@/lib/dates";
import { useNow } from "@/lib/useNow";
import { Button, Confirm, EmptyState, Pill, toast, useCommand, useShortcut } from "@/ui";
import { Screen } from "@/ui/settings";
import { useWords } from "../parts/words";
import { KeySheet } from "./KeySheet";
import { messages } from "./messages";

/** The keys of programs: what each may, how long, when it was last used. */
export function KeysPage() {
  const t = useText(messages);
  const may = useMay("keys.arrange");
  const [making, setMaking] = useState(false);
  const list = useQuery({ queryKey: [keys.apiKeys], queryFn: ({ signal }) => ask(api.GET("/api/api-keys", { signal })), enabled: may });
  const shown = list.data?.items.filter((one) => one.revokedAt === null);
  useShortcut({ keys: "c", label: t("make"), group: t("title"), enabled: may, run: () => setMaking(true) });
  useCommand({ id: "new-key", label: t("make"), icon: <KeyRound aria-hidden />, words: "api key schlüssel token", run: () => setMaking(true) }, may);
  const make = (
    <Button tone="primary" icon={<Plus aria-hidden className="size-4" />} onClick={() => setMaking(true)}>
      {t("make")}
    </Button>
  );
  return (
    <Screen needs="keys.arrange" title={t("title")} about={<span className="hidden lg:inline">{t("about")}</span>} actions={shown && shown.length > 0 && make} query={list} wide>
      {() => (
        <>
          {shown!.length === 0 ? (
            <EmptyState icon={<KeyRound aria-hidden />} title={t("none")} actions={make}>
              {t("noneHelp")}
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line rounded-card border border-line">
              {shown!.map((one) => (
                <Line key={one.id} one={one} />
              ))}
            </ul>
          )}
          {making && <KeySheet onClose={() => setMaking(false)} />}
        </>
      )}
    </Screen>
  );
}

function Line({ one }: { one: ApiKey }) {
  const t = useText(messages);
  const words = useWords();
  const formats = useFormats();
  const now = useNow(30_000);
  const queries = useQueryClient();
  const meanings = useQuery(permissionsQuery).data?.items;
  const [asking, setAsking] = useState(false);
  const revoke = useMutation({
    mutationFn: () => api.DELETE("/api/api-keys/{id}", { params: { path: { id: one.id } } }),
    onSuccess: () => toast.done(t("revoked", { name: one.name })),
    onError: (error) => toast.error(error),
    onSettled: () => {
      setAsking(false);
      return queries.invalidateQueries({ queryKey: [keys.apiKeys] });
    },
  });
  const late = one.expiresAt !== null && new Date(one.expiresAt) < now;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-3 sm:px-4">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="truncate font-medium">{one.name}</span>
          <code className="font-mono text-xs text-muted">{one.prefix}…</code>
          {late && <Pill tone="bad">{t("expired")}</Pill>}
        </p>
        <p className="text-table text-muted">
          {one.lastUsed ? t("lastUsed", { ago: formats.ago(one.lastUsed, now) }) : t("neverUsed")}
          {one.issuedBy && ` · ${t("madeBy", { name: one.issuedBy })}`}
          {one.expiresAt && !late && ` · ${t("expires", { day: formats.day(todayIn(formats.timeZone, new Date(one.expiresAt))) })}`}
        </p>
        <p className="mt-1.5 flex flex-wrap gap-1">
          {one.scopes.map((scope) => (
            <Pill key={scope}>
              <span title={words.permission(scope, meanings?.find((known) => known.name === scope)?.meaning ?? scope)}>{scope}</span>
            </Pill>
          ))}
        </p>
      </div>
      <Button size="sm" tone="danger" onClick={() => setAsking(true)} aria-label={`${t("revoke")}: ${one.name}`}>
        {t("revoke")}
      </Button>
      <Confirm open={asking} onClose={() => setAsking(false)} title={t("revokeTitle", { name: one.name })} description={t("revokeHelp")} action={t("revoke")} danger busy={revoke.isPending} onConfirm={() => revoke.mutate()} />
    </li>
  );
}
