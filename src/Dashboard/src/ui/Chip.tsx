import type { ReactNode } from "react";
import { X } from "lucide-react";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { messages } from "./messages";

export interface ChipProps {
  children: ReactNode;
  onClick?: () => void;
  onRemove?: () => void;
  /** What is removed, for screen readers. */
  name?: string;
  active?: boolean;
}

/** A filter that is set: click changes it, the cross takes it away. */
export function Chip({ children, onClick, onRemove, name, active }: ChipProps) {
  const t = useText(messages);
  return (
    <span className={cx("inline-flex h-7 items-stretch overflow-hidden rounded-md border text-table whitespace-nowrap", active ? "border-accent-ink bg-accent-soft" : "border-line-strong bg-surface")}>
      {onClick ? (
        <button type="button" onClick={onClick} className="flex items-center gap-1 px-2 outline-offset-[-2px] hover:bg-hover">
          {children}
        </button>
      ) : (
        <span className="flex items-center gap-1 px-2">{children}</span>
      )}
      {onRemove && (
        <button type="button" aria-label={`${t("clear")}: ${name ?? ""}`} onClick={onRemove} className="flex w-6 items-center justify-center border-l border-line text-faint outline-offset-[-2px] hover:bg-hover hover:text-ink">
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </span>
  );
}
