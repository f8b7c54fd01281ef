import { Link } from "@tanstack/react-router";
import { Bell as BellIcon, Ellipsis, Search } from "lucide-react";
import { useMayAny, useMe } from "@/api/may";
import { BellCount, useUnread } from "@/features/notifications/Bell";
import { bellMessages } from "@/features/notifications/bellMessages";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { Menu, type MenuContent } from "@/ui";
import { useNavigate } from "@tanstack/react-router";
import { messages } from "./messages";
import { pages, type Entry } from "./navigation";
import { openPalette } from "./overlays";
import { usePersonItems } from "./PersonMenu";
import { usePreferenceItems } from "./PreferencesMenu";

const shown = ["overview", "billing", "invoices"];
const tab = "flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-[11px]";

/** The phone's navigation: three pages, search, and the rest behind "More". */
export function BottomBar() {
  const t = useText(messages);
  const navigate = useNavigate();
  const preferences = usePreferenceItems();
  const may = useMayAny();
  const person = usePersonItems();
  const me = useMe();
  const bell = useText(bellMessages);
  const unread = useUnread();
  const rest: MenuContent = pages.filter((page) => !shown.includes(page.text) && may(page.needs)).map((page) => ({ id: page.text, label: t(page.text), icon: page.icon, onSelect: () => void navigate({ to: page.to }) }));
  return (
    <nav aria-label={t("navigation")} className="flex shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] sm:hidden print:hidden">
      {pages
        .filter((page) => shown.includes(page.text) && may(page.needs))
        .map((page: Entry) => (
          <Link key={page.text} to={page.to} activeOptions={{ exact: true, includeSearch: false }} className={tab} activeProps={{ className: "font-medium text-accent-ink", "aria-current": "page" }} inactiveProps={{ className: "text-muted" }}>
            {page.icon}
            {t(page.text)}
          </Link>
        ))}
      {me && (
        <Link to="/notifications" activeOptions={{ exact: true, includeSearch: false }} className={tab} activeProps={{ className: "font-medium text-accent-ink", "aria-current": "page" }} inactiveProps={{ className: "text-muted" }}>
          <span className="relative">
            <BellIcon aria-hidden className="size-4" strokeWidth={1.75} />
            {unread > 0 && <BellCount unread={unread} />}
          </span>
          <span>
            {t("bell")}
            {unread > 0 && <span className="sr-only"> {bell("some", { count: unread })}</span>}
          </span>
        </Link>
      )}
      <button type="button" className={cx(tab, "text-muted")} onClick={openPalette}>
        <Search aria-hidden className="size-4" strokeWidth={1.75} />
        {t("search")}
      </button>
      <Menu
        align="end"
        items={[...rest, ...person, ...preferences.filter((item) => typeof item !== "object" || item?.id !== "shortcuts")]}
        trigger={
          <button type="button" className={cx(tab, "text-muted")}>
            <Ellipsis aria-hidden className="size-4" strokeWidth={1.75} />
            {t("more")}
          </button>
        }
      />
    </nav>
  );
}
