import { useState, type ReactNode } from "react";
import { AlertDialog } from "@base-ui/react/alert-dialog";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { Button, IconButton } from "./Button";
import { messages } from "./messages";

export interface ModalProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** A sentence under the title. */
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the foot, always in view. */
  actions?: ReactNode;
  wide?: boolean;
  /** Something is typed that would be lost: closing by Escape, the cross or a click beside asks first. */
  dirty?: boolean;
}

const looks = {
  dialog: {
    popup: "popup top-[12vh] left-1/2 max-h-[80vh] w-[calc(100vw-1.5rem)] -translate-x-1/2",
    head: "px-5 pt-4 pb-3",
    title: "",
    description: "mt-1 text-muted",
    body: "px-5 pb-4",
    foot: "py-3",
  },
  sheet: {
    popup: "sheet inset-y-0 right-0 w-full border-l border-line bg-surface text-ink shadow-(--shadow)",
    head: "border-b border-line px-5 py-3",
    title: "truncate",
    description: "text-muted",
    body: "px-5 py-4",
    foot: "pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]",
  },
};

/** What lies over the page and takes its place: a question in the middle, or a panel from the right. */
export default function ModalPopup({ look, open, onClose, title, description, children, actions, wide, dirty = false }: ModalProps & { look: keyof typeof looks }) {
  const t = useText(messages);
  const [asking, setAsking] = useState(false);
  const of = looks[look];
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && (dirty ? setAsking(true) : onClose())}>
      <Base.Portal>
        <Base.Backdrop className="backdrop fixed inset-0 z-40" />
        <Base.Popup className={cx("fixed z-50 flex flex-col outline-none", of.popup, wide ? "max-w-3xl" : "max-w-md")}>
          <header className={cx("flex items-start gap-3", of.head)}>
            <div className="min-w-0 flex-1">
              <Base.Title className={cx("text-base font-semibold", of.title)}>{title}</Base.Title>
              {description && <Base.Description className={of.description}>{description}</Base.Description>}
            </div>
            <Base.Close render={<IconButton label={t("close")} size="iconSm" icon={<X aria-hidden />} />} />
          </header>
          <div className={cx("min-h-0 flex-1 overflow-y-auto", of.body)}>{children}</div>
          {actions && <footer className={cx("flex flex-wrap justify-end gap-2 border-t border-line px-5", of.foot)}>{actions}</footer>}
        </Base.Popup>
      </Base.Portal>
      <AlertDialog.Root open={asking} onOpenChange={setAsking}>
        <AlertDialog.Portal>
          <AlertDialog.Backdrop className="backdrop fixed inset-0 z-[55]" />
          <AlertDialog.Popup className="popup fixed top-[20vh] left-1/2 z-[56] w-[calc(100vw-1.5rem)] max-w-sm -translate-x-1/2 p-5 outline-none">
            <AlertDialog.Title className="text-base font-semibold">{t("unsavedTitle")}</AlertDialog.Title>
            <AlertDialog.Description className="mt-1 text-muted">{t("unsavedHelp")}</AlertDialog.Description>
            <div className="mt-4 flex flex-wrap justify-end gap-2">
              <Button tone="danger" onClick={onClose}>
                {t("throwAway")}
              </Button>
              <AlertDialog.Close render={<Button tone="primary">{t("editOn")}</Button>} />
            </div>
          </AlertDialog.Popup>
        </AlertDialog.Portal>
      </AlertDialog.Root>
    </Base.Root>
  );
}
