import type { WebhookLine } from "@/api/types";
import { useText } from "@/i18n/messages";
import { Pill } from "@/ui";
import { messages } from "./messages";

/** How it stands with a webhook, in a word or two. */
export function Standing({ line }: { line: WebhookLine }) {
  const t = useText(messages);
  const { state } = line.endpoint;
  if (state === "active" && !line.hasSecret) return <Pill tone="warn">{t("noSecret")}</Pill>;
  if (state === "active" && line.failures > 0) return <Pill tone="warn">{t("failing")}</Pill>;
  return <Pill tone={state === "active" ? "good" : state === "disabled" ? "bad" : "quiet"}>{t(`state_${state}`)}</Pill>;
}

/** What is wrong with it and what to do; nothing where nothing is. */
export function Trouble({ line }: { line: WebhookLine }) {
  const t = useText(messages);
  const { state, reason } = line.endpoint;
  const sentence = state === "disabled" && reason ? t(`reason_${reason}`) : !line.hasSecret ? t("noSecretHelp") : state === "active" && line.failures > 0 ? t("failingHelp", { count: line.failures }) : null;
  if (!sentence) return null;
  return (
    <p role="status" className={`rounded-md px-3 py-2 text-table ${state === "disabled" ? "bg-bad-soft" : "bg-warn-soft"}`}>
      {sentence}
    </p>
  );
}
