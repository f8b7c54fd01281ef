import { useQuery } from "@tanstack/react-query";
import type { SupportConnection, SupportPass } from "@/api/types";
import { useFormats } from "@/i18n/formats";
import { useLanguage, useText } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { useNow } from "@/lib/useNow";
import { Pill } from "@/ui";
import { messages } from "./messages";
import { lastPassQuery } from "./queries";
import { stateOf, tones, troubleOf } from "./state";

/** The latest pass over a connection; undefined while there is none. */
export const useLastPass = (connection: SupportConnection): SupportPass | undefined => useQuery(lastPassQuery(connection.id)).data?.items[0];

/** In one or two words how it stands with a connection. */
export function StatePill({ connection, last }: { connection: SupportConnection; last: SupportPass | undefined }) {
  const t = useText(messages);
  const state = stateOf(connection, last, useNow());
  return <Pill tone={tones[state]}>{t(`state_${state}`)}</Pill>;
}

/** Why a pass stopped or waits, or why nobody is let in: what the system said, and what to do. */
export function TroubleText({ code, said }: { code: string; said: string | null }) {
  const t = useText(messages);
  const language = useLanguage();
  const trouble = troubleOf(code);
  const told = trouble === "passFailed" ? t("said_passFailed") : refusalText(code, {});
  return (
    <>
      {told ?? (said ? <span lang={language === "en" ? undefined : "en"}>{said}</span> : code)}
      {trouble && ` ${t(`todo_${trouble}`)}`}
    </>
  );
}

/** What is wrong with a connection and what to do; nothing where nothing is. */
export function WhatToDo({ connection, last }: { connection: SupportConnection; last: SupportPass | undefined }) {
  const t = useText(messages);
  const formats = useFormats();
  const state = stateOf(connection, last, useNow());
  switch (state) {
    case "ended":
    case "paused":
    case "unread":
    case "stale":
      return <>{t(`what_${state}`)}</>;
    case "shut":
      return <TroubleText code={connection.shut!} said={last?.trouble === connection.shut ? last!.said : null} />;
    case "trouble":
      return <TroubleText code={last!.trouble!} said={last!.said} />;
    case "waiting":
      return (
        <>
          <TroubleText code={last!.trouble!} said={last!.said} /> {t("waitingUntil", { at: formats.instant(last!.dueAt) })}
        </>
      );
    case "reading":
    case "current":
      return null;
  }
}
