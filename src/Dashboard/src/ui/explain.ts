import { isProblem } from "@/api/problem";
import { textNow } from "@/i18n/messages";
import { refusalText } from "@/i18n/refusals";
import { messages } from "./messages";

/** What went wrong, and what to do about it, from whatever was thrown. */
export function explain(error: unknown): { title: string; detail: string } {
  const t = textNow(messages);
  if (!isProblem(error)) return { title: t("broken"), detail: error instanceof Error ? error.message : t("brokenHelp") };
  if (error.status === 0) return { title: t("unreachable"), detail: t("unreachableHelp") };
  if (error.status === 503) return { title: t("unavailable"), detail: t("unavailableHelp") };
  if (error.status >= 500) return { title: t("broken"), detail: t("brokenHelp") };
  if (error.status === 429) {
    const seconds = error.retryAfter;
    if (!seconds) return { title: t("tooMany"), detail: t("tooManyLater") };
    if (seconds <= 90) return { title: t("tooMany"), detail: t("tooManyHelp", { seconds }) };
    const minutes = Math.ceil(seconds / 60);
    return { title: t("tooMany"), detail: t(error.code === "too-many-failures" ? "tooManyFailures" : "tooManyMinutes", { minutes }) };
  }
  if (error.code === "not-permitted") return { title: t("notPermitted"), detail: t("notPermittedHelp", { permission: String(error.body["permission"] ?? "") }) };
  // Codes that are no race between two people: their sentence says it all.
  if (error.status === 401 || error.status === 403 || error.status === 410 || (error.status === 409 && /-(taken|locked)$/.test(error.code))) return { title: error.message, detail: "" };
  if (error.status === 409) return { title: t("conflict"), detail: t("conflictHelp") };
  if (error.status === 404) return { title: t("missing"), detail: t("missingHelp") };
  if (error.status === 413) return { title: t("tooLarge"), detail: error.message };
  // The title of a refusal is the same for all; its sentence says which.
  if (error.status === 422) return { title: error.message, detail: "" };
  if (error.status === 400) return { title: t("checkFields"), detail: refusalText(error.code, error.body) ?? (error.body.errors?.map((one) => one.detail).join(" ") || error.message) };
  return { title: error.body.title && error.body.title !== error.message ? error.body.title : error.message, detail: error.body.title && error.body.title !== error.message ? error.message : "" };
}
