import type { RunNote } from "@/api/types";
import { messages } from "./messages";

type Texts = (typeof messages)["en"];
type Because = Extract<keyof Texts, `because_${string}`>;

/** Why a day is parked, in the language in use where it has words for it, else the server's own. */
export function becauseText(t: (key: Because) => string, note: RunNote): string {
  const key = `because_${note.code}`;
  return key in messages.en ? t(key as Because) : note.detail;
}
