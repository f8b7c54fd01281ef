import type { PlainKey, Translate } from "@/i18n/messages";
import { messages } from "./messages";

type Texts = (typeof messages)["en"];

/** Why a bank declined, in the person's words; a code that is not known here is made readable. */
export function codeText(t: Translate<Texts>, code: string): string {
  return `code_${code}` in messages.en ? t(`code_${code}` as PlainKey<Texts>) : code.replaceAll("_", " ");
}
