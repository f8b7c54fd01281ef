import { CircleAlert } from "lucide-react";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { Button } from "./Button";
import { explain } from "./explain";
import { messages } from "./messages";

/** The error of a form or a part of a page, told to screen readers when it comes. */
export function ErrorText({ error, onRetry, className }: { error: unknown; onRetry?: () => void; className?: string }) {
  const t = useText(messages);
  if (!error) return null;
  const { title, detail } = explain(error);
  return (
    <div role="alert" className={cx("flex items-start gap-2 rounded-md border border-line bg-bad-soft px-3 py-2 text-sm", className)}>
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
      <div className="min-w-0 flex-1">
        <p className="font-medium text-bad">{title}</p>
        {detail && <p className="text-ink">{detail}</p>}
      </div>
      {onRetry && (
        <Button size="sm" onClick={onRetry}>
          {t("tryAgain")}
        </Button>
      )}
    </div>
  );
}
