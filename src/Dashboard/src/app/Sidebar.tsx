import { useEffect, useRef } from "react";
import { Link, useLocation } from "@tanstack/react-router";
import { PanelLeft, Search } from "lucide-react";
import { useMayAny } from "@/api/may";
import { Bell } from "@/features/notifications/Bell";
import { useText } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { prefer, usePreferences } from "@/lib/preferences";
import { IconButton, Kbd, Tooltip } from "@/ui";
import { messages } from "./messages";
import { navigation, type Entry } from "./navigation";
import { OrganisationMenu } from "./OrganisationMenu";
import { PersonMenu } from "./PersonMenu";
import { PreferencesMenu } from "./PreferencesMenu";

const row = "flex h-8 items-center gap-2.5 rounded-md px-2 text-sm hover:bg-hover hover:text-ink";

/** 240 px, or icons only. Hidden on a phone, where the bottom bar takes over. */
export function Sidebar({ onSearch }: { onSearch: () => void }) {
  const t = useText(messages);
  const may = useMayAny();
  const narrow = usePreferences().sidebar === "icons";
  const shown = useRef<HTMLElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  // The menu is longer than most screens: the entry of the page is in sight wherever one came from.
  useEffect(() => {
    shown.current?.querySelector("[aria-current=page]")?.scrollIntoView({ block: "nearest" });
  }, [path, narrow]);
  return (
    <header className={cx("hidden shrink-0 flex-col border-r border-line bg-canvas sm:flex print:hidden", narrow ? "w-14" : "w-60")}>
      <div className={cx("flex h-14 shrink-0 items-center gap-2", narrow ? "justify-center" : "px-2")}>
        <OrganisationMenu narrow={narrow} />
        {!narrow && (
          <span className="ml-auto shrink-0">
            <Bell />
          </span>
        )}
      </div>
      {narrow && (
        <div className="flex justify-center pb-2">
          <Bell />
        </div>
      )}
      <div className={cx("pb-2", narrow ? "px-2.5" : "px-3")}>
        <Named name={t("search")} narrow={narrow}>
          <button type="button" onClick={onSearch} aria-label={narrow ? t("search") : undefined} className={cx(row, "w-full text-muted border border-line bg-surface", narrow && "justify-center px-0")}>
            <Search aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
            {!narrow && (
              <>
                <span className="flex-1 truncate text-left">{t("search")}</span>
                <Kbd keys="mod+k" />
              </>
            )}
          </button>
        </Named>
      </div>
      <nav ref={shown} aria-label={t("navigation")} className={cx("flex-1 overflow-y-auto", narrow ? "px-2.5" : "px-3")}>
        <ul className="flex flex-col gap-0.5">
          {navigation.filter((entry) => may(entry.needs)).map((entry) =>
            entry.children && !narrow ? (
              <li key={entry.text}>
                <div className="flex h-8 items-center gap-2.5 px-2 text-sm text-muted">
                  {entry.icon}
                  {t(entry.text)}
                </div>
                <ul className="mb-1 ml-4 flex flex-col gap-0.5 border-l border-line pl-2">
                  {entry.children.filter((child) => may(child.needs)).map((child) => (
                    <NavItem key={child.text} entry={child} plain />
                  ))}
                </ul>
              </li>
            ) : (
              (entry.children ?? [entry]).filter((one) => may(one.needs)).map((one) => <NavItem key={one.text} entry={one} narrow={narrow} />)
            ),
          )}
        </ul>
      </nav>
      <PersonMenu narrow={narrow} />
      <div className={cx("flex items-center gap-1 border-t border-line p-2", narrow && "flex-col")}>
        <PreferencesMenu narrow={narrow} />
        <Tooltip text={<Kbd keys="[" />}>
          <IconButton
            label={t(narrow ? "expand" : "collapse")}
            className={narrow ? "" : "ml-auto"}
            icon={<PanelLeft aria-hidden />}
            onClick={() => prefer({ sidebar: narrow ? undefined : "icons" } as Parameters<typeof prefer>[0])}
          />
        </Tooltip>
      </div>
    </header>
  );
}

function NavItem({ entry, narrow = false, plain }: { entry: Entry; narrow?: boolean; plain?: boolean }) {
  const t = useText(messages);
  return (
    <li>
      <Named name={t(entry.text)} narrow={narrow}>
        <Link
          to={entry.to}
          activeOptions={{ exact: entry.to !== "/settings" && entry.to !== "/support/months", includeSearch: false }}
          className={cx(row, narrow && "justify-center px-0")}
          activeProps={{ className: "bg-pressed font-medium text-ink", "aria-current": "page" }}
          inactiveProps={{ className: "text-muted" }}
          aria-label={narrow ? t(entry.text) : undefined}
        >
          {!plain && entry.icon}
          {!narrow && <span className="truncate">{t(entry.text)}</span>}
        </Link>
      </Named>
    </li>
  );
}

const Named = ({ name, narrow, children }: { name: string; narrow: boolean; children: React.ReactElement }) =>
  narrow ? (
    <Tooltip text={name} side="right">
      {children}
    </Tooltip>
  ) : (
    children
  );
