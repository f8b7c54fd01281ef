import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Mail } from "lucide-react";
import { api } from "@/api/client";
import { keys } from "@/api/queries";
import type { Invitation } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { Button, ErrorText, Pill, Section, toast } from "@/ui";
import { useWords } from "../parts/words";
import { messages } from "./messages";
import { invitationsQuery } from "./queries";

/** Who was invited and has not come yet. Nothing where nobody is. */
export function Invitations() {
  const t = useText(messages);
  const { data, error, refetch } = useQuery(invitationsQuery);
  if (error && !data) return <ErrorText error={error} onRetry={() => void refetch()} />;
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t("pending")}>
      <ul className="divide-y divide-line rounded-card border border-line">
        {data.items.map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </ul>
    </Section>
  );
}

function Line({ one }: { one: Invitation }) {
  const t = useText(messages);
  const words = useWords();
  const formats = useFormats();
  const queries = useQueryClient();
  const path = { params: { path: { id: one.id } } };
  const common = { onError: (error: unknown) => void toast.error(error), onSettled: () => queries.invalidateQueries({ queryKey: [keys.people, "invitations"] }) };
  const again = useMutation({ ...common, mutationFn: () => api.POST("/api/users/invitations/{id}/resend", path), onSuccess: () => void toast.done(t("sentAgain", { email: one.email })) });
  const withdraw = useMutation({ ...common, mutationFn: () => api.DELETE("/api/users/invitations/{id}", path), onSuccess: () => void toast.done(t("withdrawn")) });
  const late = one.state === "expired";
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5 sm:px-4">
      <span aria-hidden className="flex size-8 shrink-0 items-center justify-center rounded-full border border-dashed border-line-strong text-muted">
        <Mail className="size-4" />
      </span>
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex flex-wrap items-center gap-x-2">
          <span className="truncate font-medium">{one.email}</span>
          {late && <Pill tone="bad">{t("expired")}</Pill>}
        </p>
        <p className="text-table text-muted">
          {words.role(one.role)}
          {!late && ` · ${t("expires", { at: formats.instant(one.expiresAt) })}`}
        </p>
      </div>
      <Button size="sm" busy={again.isPending} onClick={() => again.mutate()} aria-label={`${t("again")}: ${one.email}`}>
        {t("again")}
      </Button>
      <Button size="sm" tone="danger" busy={withdraw.isPending} onClick={() => withdraw.mutate()} aria-label={`${t("withdraw")}: ${one.email}`}>
        {t("withdraw")}
      </Button>
    </li>
  );
}
