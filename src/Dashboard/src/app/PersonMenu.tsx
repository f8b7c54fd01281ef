import { useNavigate } from "@tanstack/react-router";
import { LogOut, MonitorSmartphone, ShieldCheck, UserRound } from "lucide-react";
import { useMe } from "@/api/may";
import { session } from "@/api/session";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { Menu, toast, useCommand, type MenuContent } from "@/ui";
import { PersonMark } from "@/ui/PersonMark";
import { messages } from "./messages";

/** What one can do about oneself; nothing where nobody signs in. */
export function usePersonItems(): MenuContent {
  const t = useText(messages);
  const me = useMe();
  const navigate = useNavigate();
  if (!me) return [];
  const { firstName, lastName, email } = me.person;
  return [
    `${firstName} ${lastName}`.trim() || email,
    { id: "profile", label: t("profile"), icon: <UserRound />, onSelect: () => void navigate({ to: "/settings/profile" }) },
    { id: "security", label: t("security"), icon: <ShieldCheck />, onSelect: () => void navigate({ to: "/settings/security" }) },
    { id: "sessions", label: t("sessions"), icon: <MonitorSmartphone />, onSelect: () => void navigate({ to: "/settings/sessions" }) },
    null,
    { id: "sign-out", label: t("signOut"), icon: <LogOut />, onSelect: () => void session.signOut().catch(toast.error) },
  ];
}

/** Who is signed in, at the foot of the sidebar. */
export function PersonMenu({ narrow }: { narrow: boolean }) {
  const t = useText(messages);
  const me = useMe();
  const items = usePersonItems();
  useCommand({ id: "sign-out", label: t("signOut"), icon: <LogOut aria-hidden />, words: "logout abmelden exit", run: () => void session.signOut().catch(toast.error) }, me !== undefined);
  if (!me) return null;
  const { firstName, lastName, email } = me.person;
  const name = `${firstName} ${lastName}`.trim() || email;
  return (
    <div className="px-2 pb-2">
      <Menu
        items={items.slice(1)}
        trigger={
          <button type="button" aria-label={narrow ? t("personMenu", { name }) : undefined} className={cx("flex h-11 w-full min-w-0 items-center gap-2.5 rounded-md text-left hover:bg-hover", narrow ? "justify-center" : "px-1.5")}>
            <PersonMark name={name} avatar={me.person.avatar} className="size-7!" />
            {!narrow && (
              <span className="min-w-0 flex-1">
                <span className="block truncate text-sm leading-4 font-medium">{name}</span>
                <span className="block truncate text-xs text-muted">{email}</span>
              </span>
            )}
          </button>
        }
      />
    </div>
  );
}
