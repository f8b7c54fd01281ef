import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { messages } from "./messages";

/** The shape of what comes. Give it the size of the real thing, so that nothing jumps. */
export const Skeleton = ({ className }: { className?: string }) => <span aria-hidden className={cx("skeleton block h-4", className)} />;

/** Says "Loading" once to a screen reader, around any number of skeletons. */
export function Loading({ children, className }: { children: React.ReactNode; className?: string }) {
  const t = useText(messages);
  return (
    <div role="status" aria-busy className={className}>
      <span className="sr-only">{t("loading")}</span>
      {children}
    </div>
  );
}
