import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { MailCheck, RotateCcw } from "lucide-react";
import { useMay } from "@/api/may";
import { keys } from "@/api/queries";
import type { DeadLetter } from "@/api/types";
import { useText } from "@/i18n/messages";
import { AgoText, Button, Card, EmptyState, ErrorText, Loading, Pill, Section, Skeleton, toast } from "@/ui";
import { messages } from "./messages";
import { deadLettersQuery, replay } from "./queries";

/** What failed for good, why, and the way to send it off again. */
export function DeadLetters({ now }: { now: Date }) {
  const t = useText(messages);
  const queries = useQueryClient();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(deadLettersQuery);
  const may = useMay("operations.mend");
  const letters = data?.pages.flatMap((page) => page.items) ?? [];
  const sending = useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await replay(id);
      return ids.length;
    },
    onSuccess: (count) => toast.done(t("replayed", { count })),
    onError: (failed) => toast.error(failed),
    onSettled: () => queries.invalidateQueries({ queryKey: [keys.health] }),
  });

  return (
    <Section
      title={t("deadLetters")}
      about={<span className="hidden sm:inline">{t("deadLettersAbout")}</span>}
      actions={
        may && letters.length > 1 && (
          <Button size="sm" busy={sending.isPending} icon={<RotateCcw aria-hidden className="size-3.5" />} onClick={() => sending.mutate(letters.map((one) => one.id))}>
            {t("replayAll")}
          </Button>
        )
      }
    >
      {error && !data && <ErrorText error={error} onRetry={() => void refetch()} />}
      {isPending && (
        <Loading>
          <Skeleton className="h-24" />
        </Loading>
      )}
      {data && letters.length === 0 && (
        <Card>
          <EmptyState className="py-8" icon={<MailCheck aria-hidden />} title={t("noDeadLetters")}>
            {t("noDeadLettersHelp")}
          </EmptyState>
        </Card>
      )}
      {letters.length > 0 && (
        <Card>
          <ul>
            {letters.map((letter) => (
              <Letter key={letter.id} letter={letter} now={now} busy={sending.isPending && sending.variables.includes(letter.id)} onReplay={() => sending.mutate([letter.id])} />
            ))}
          </ul>
        </Card>
      )}
      {hasNextPage && (
        <Button className="mt-3" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </Section>
  );
}

function Letter({ letter, now, busy, onReplay }: { letter: DeadLetter; now: Date; busy: boolean; onReplay: () => void }) {
  const t = useText(messages);
  const may = useMay("operations.mend");
  return (
    <li className="border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{letter.type}</span>
        <Pill>{t(letter.kind === "projection" ? "projection" : "message")}</Pill>
        <span className="text-table text-muted">
          <AgoText at={letter.failedAt} now={now} /> · {t("attempts", { count: letter.attempts })}
        </span>
        {may && <Button size="sm" className="ml-auto" busy={busy} icon={<RotateCcw aria-hidden className="size-3.5" />} onClick={onReplay}>
          {t("replay")}
        </Button>}
      </div>
      <p className="mt-1 text-table break-words text-bad">{letter.error}</p>
      <details className="mt-1 text-table">
        <summary className="w-fit rounded text-muted hover:text-ink">{t("content")}</summary>
        <pre tabIndex={0} className="mt-1 max-h-60 overflow-auto rounded-md border border-line bg-canvas p-2 font-mono text-xs">{JSON.stringify(letter.body, null, 2)}</pre>
      </details>
    </li>
  );
}
