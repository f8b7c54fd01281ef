import { Unplug } from "lucide-react";
import { useText } from "@/i18n/messages";
import { Button, EmptyState, explain } from "@/ui";
import { messages } from "./messages";

/** The server could not say who one is: nothing can be shown yet. */
export default function Unreachable({ error }: { error: unknown }) {
  const t = useText(messages);
  const { title, detail } = explain(error);
  return (
    <main className="flex min-h-dvh items-center">
      <EmptyState icon={<Unplug aria-hidden />} title={title} actions={<Button tone="primary" onClick={() => location.reload()}>{t("reload")}</Button>}>
        {detail}
      </EmptyState>
    </main>
  );
}
