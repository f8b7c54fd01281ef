import { Suspense, useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { Bell as Icon } from "lucide-react";
import { useMe } from "@/api/may";
import { useText } from "@/i18n/messages";
import { late } from "@/lib/late";
import { IconButton, Popover } from "@/ui";
import { bellMessages } from "./bellMessages";
import { unreadQuery } from "./queries";

const Panel = late(() => import("./Panel"));

/** How much this person has not read; 0 where nobody signs in. */
export function useUnread(): number {
  const me = useMe();
  return Number(useQuery({ ...unreadQuery, enabled: me !== undefined }).data?.unread ?? 0);
}

/** The bell in the frame: how much is unread, and the newest of it. */
export function Bell() {
  const t = useText(bellMessages);
  const me = useMe();
  const unread = useUnread();
  const [open, setOpen] = useState(false);
  if (!me) return null;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t("title")}
      className="w-88"
      trigger={
        <IconButton
          label={unread === 0 ? t("title") : t("unread", { count: unread })}
          icon={
            <span className="relative">
              <Icon aria-hidden />
              {unread > 0 && <BellCount unread={unread} />}
            </span>
          }
        />
      }
    >
      <Suspense fallback={null}>
        <Panel onClose={() => setOpen(false)} />
      </Suspense>
    </Popover>
  );
}

/** How much, in the corner of a bell. */
export const BellCount = ({ unread }: { unread: number }) => (
  <span aria-hidden className="tabular absolute -top-2 -right-2.5 min-w-4 rounded-full bg-accent px-1 text-center text-[10px] leading-4 font-medium text-on-accent">
    {unread > 99 ? "99+" : unread}
  </span>
);
