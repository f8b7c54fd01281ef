import { useText } from "@/i18n/messages";
import { messages } from "./messages";

/** "7 days after the due date". */
export function useStepName(): (days: number) => string {
  const t = useText(messages);
  return (days) => (days === 0 ? t("onDueDate") : t(days < 0 ? "before" : "after", { count: Math.abs(days) }));
}
