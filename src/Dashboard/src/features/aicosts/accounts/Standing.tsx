import { useQuery } from "@tanstack/react-query";
import type { AiAccount, AiRun } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useText } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { useNow } from "@/lib/useNow";
import { Pill } from "@/ui";
import { messages } from "./messages";
import { lastRunQuery } from "./queries";
import { stateOf, tones, troubleOf } from "./state";

/** The latest reading of an account; undefined while there is none. */
export const useLastRun = (account: AiAccount): AiRun | undefined => useQuery({ ...lastRunQuery(account.id), enabled: account.credential !== "none" || account.archived }).data?.items[0];

/** In one or two words how it stands with an account. */
export function StatePill({ account, last }: { account: AiAccount; last: AiRun | undefined }) {
  const t = useText(messages);
  const state = stateOf(account, last, useNow());
  return <Pill tone={tones[state]}>{t(`state_${state}`)}</Pill>;
}

/** Why a reading stopped or waits: what the provider said, and what to do. */
export function TroubleText({ run, provider }: { run: AiRun; provider: string }) {
  const t = useText(messages);
  const trouble = troubleOf(run.trouble);
  if (!run.trouble) return null;
  return (
    <>
      {refusalText(run.trouble, { provider }) ?? run.said ?? run.trouble}
      {trouble && ` ${t(`todo_${trouble}`)}`}
    </>
  );
}

/** What is wrong with an account and what to do; nothing where nothing is. */
export function WhatToDo({ account, last }: { account: AiAccount; last: AiRun | undefined }) {
  const t = useText(messages);
  const formats = useFormats();
  const state = stateOf(account, last, useNow());
  switch (state) {
    case "rejected":
    case "paused":
    case "byHand":
    case "unread":
    case "stale":
      return <>{t(`what_${state}`)}</>;
    case "trouble":
      return <TroubleText run={last!} provider={account.providerName} />;
    case "waiting":
      return (
        <>
          <TroubleText run={last!} provider={account.providerName} /> {t("what_waitingUntil", { at: formats.instant(last!.dueAt) })}
        </>
      );
    case "archived":
    case "reading":
    case "current":
      return null;
  }
}
