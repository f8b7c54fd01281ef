import { useState } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Monitor, Smartphone } from "lucide-react";
import { api, ask } from "@/api/client";
import { keys } from "@/api/queries";
import { session } from "@/api/session";
import type { SignInLine } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { useNow } from "@/lib/useNow";
import { Button, Confirm, Pill, toast } from "@/ui";
import { Screen } from "@/ui/settings";
import { deviceName, isPhone } from "../parts/words";
import { messages } from "./messages";

/** Where one is signed in; each can be ended, this one too. */
export function SessionsPage() {
  const t = useText(messages);
  const now = useNow(30_000);
  const queries = useQueryClient();
  const [all, setAll] = useState(false);
  const sessions = useQuery({ queryKey: [keys.signIns], queryFn: ({ signal }) => ask(api.GET("/api/auth/sessions", { signal })) });
  const end = useMutation({
    mutationFn: async (one: SignInLine): Promise<void> => {
      if (one.current) return session.signOut();
      await api.DELETE("/api/auth/sessions/{id}", { params: { path: { id: one.id } } });
    },
    onSuccess: () => toast.done(t("ended")),
    onError: (error) => toast.error(error),
    onSettled: () => queries.invalidateQueries({ queryKey: [keys.signIns] }),
  });
  const endAll = useMutation({ mutationFn: () => session.signOut(true), onError: (error) => toast.error(error) });
  return (
    <Screen
      title={t("sessions")}
      about={<span className="hidden sm:inline">{t("sessionsAbout")}</span>}
      query={sessions}
      actions={
        <Button tone="danger" onClick={() => setAll(true)}>
          {t("endAll")}
        </Button>
      }
    >
      {({ items }) => (
        <>
          <ul className="divide-y divide-line rounded-card border border-line">
            {items.map((one) => (
              <Line key={one.id} one={one} now={now} busy={end.isPending && end.variables.id === one.id} onEnd={() => end.mutate(one)} />
            ))}
          </ul>
          <Confirm open={all} onClose={() => setAll(false)} title={t("endAllTitle")} description={t("endAllHelp")} action={t("endAll")} danger busy={endAll.isPending} onConfirm={() => endAll.mutate()} />
        </>
      )}
    </Screen>
  );
}

function Line({ one, now, busy, onEnd }: { one: SignInLine; now: Date; busy: boolean; onEnd: () => void }) {
  const t = useText(messages);
  const formats = useFormats();
  const Icon = isPhone(one.device) ? Smartphone : Monitor;
  const name = deviceName(one.device);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-3">
      <span aria-hidden className="flex size-8 shrink-0 items-center justify-center rounded-md border border-line text-muted [&_svg]:size-4">
        <Icon />
      </span>
      <div className="min-w-0 flex-1 basis-48">
        <p className="flex items-center gap-2">
          <span className="truncate font-medium" title={one.device}>
            {name}
          </span>
          {one.current && <Pill tone="accent">{t("thisSession")}</Pill>}
        </p>
        <p className="text-table break-words text-muted">
          {t("lastUsed", { ago: formats.ago(one.usedAt, now) })} · {one.address} · {t("since", { at: formats.instant(one.startedAt) })}
        </p>
      </div>
      <Button size="sm" busy={busy} onClick={onEnd} aria-label={`${t("end")}: ${name}`}>
        {t("end")}
      </Button>
    </li>
  );
}
