import type { Charge } from "@/api/types";
import type { PlainKey, Translate } from "@/i18n/messages";
import { messages } from "./messages";

type Texts = (typeof messages)["en"];

/** Where a charge came from, in a word. A module that is not known here keeps its own name. */
export function sourceText(t: Translate<Texts>, { source }: Pick<Charge, "source">): string {
  const key = source.kind === "correction" ? "source_correction" : `source_${source.module}`;
  return key in messages.en ? t(key as PlainKey<Texts>) : source.module;
}
