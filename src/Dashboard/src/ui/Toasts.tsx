import { useEffect } from "react";
import { Toast as Base } from "@base-ui/react/toast";
import { CircleAlert, CircleCheck, Info, X } from "lucide-react";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { IconButton } from "./Button";
import { messages } from "./messages";
import { hearToasts, type Told } from "./toast";

const manager = Base.createToastManager();
const icons = { done: <CircleCheck className="text-good" />, info: <Info className="text-open" />, error: <CircleAlert className="text-bad" /> };

/** The place where toasts appear. Once, in the shell. */
export default function Toasts() {
  useEffect(() => hearToasts(show, (id) => manager.close(id)), []);
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal>
        <Base.Viewport className="fixed right-3 bottom-[max(calc(4.25rem+env(safe-area-inset-bottom)),var(--over-bar,0px))] left-3 z-60 flex flex-col items-end gap-2 outline-none sm:right-4 sm:bottom-[max(1rem,var(--over-bar,0px))] sm:left-auto sm:w-96">
          <List />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function List() {
  const { toasts } = Base.useToastManager();
  const t = useText(messages);
  return toasts.map((one) => (
    <Base.Root
      key={one.id}
      toast={one}
      swipeDirection={["right", "down"]}
      className={cx("popup w-full translate-x-(--toast-swipe-movement-x) translate-y-(--toast-swipe-movement-y) data-limited:hidden")}
    >
      <Base.Content className="flex items-start gap-3 p-3 pr-2">
        <span aria-hidden className="mt-0.5 [&_svg]:size-4">
          {icons[(one.type ?? "info") as keyof typeof icons]}
        </span>
        {/* An error is read out at once. Base UI's own way, a high priority, hides the toast from screen readers and leaves it in the tab order, as it does with the cross. */}
        <div role={one.type === "error" ? "alert" : undefined} className="min-w-0 flex-1">
          <Base.Title className="text-sm font-medium" />
          <Base.Description className="text-table text-muted" />
        </div>
        {one.actionProps && <Base.Action className="h-7 shrink-0 rounded-md border border-line-strong px-2 text-table font-medium hover:bg-hover" />}
        <Base.Close aria-hidden={undefined} render={<IconButton label={t("dismiss")} size="iconSm" icon={<X aria-hidden />} />} />
      </Base.Content>
    </Base.Root>
  ));
}

function show({ id, kind, title, detail, timeout, action }: Told): void {
  manager.add({
    id,
    title,
    type: kind,
    timeout,
    ...(detail ? { description: detail } : {}),
    ...(action
      ? {
          actionProps: {
            children: action.label,
            onClick: () => {
              manager.close(id);
              action.run();
            },
          },
        }
      : {}),
  });
}
