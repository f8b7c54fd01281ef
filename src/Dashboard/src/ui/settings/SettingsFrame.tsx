import type { ReactNode } from "react";
import { Link, useLocation, useNavigate, type LinkProps } from "@tanstack/react-router";
import { useMayAny, useMe, type Permission } from "@/api/may";
import { useText, type PlainKey } from "@/i18n/messages";
import { cx } from "@/lib/cx";
import { controlClass } from "../control";
import { useMedia } from "../useMedia";
import { messages } from "./messages";

interface Place {
  to: NonNullable<LinkProps["to"]>;
  text: PlainKey<(typeof messages)["en"]>;
  needs?: Permission;
}

const groups: readonly { text: PlainKey<(typeof messages)["en"]>; places: readonly Place[] }[] = [
  {
    text: "organisation",
    places: [
      { to: "/settings/organisation", text: "general", needs: "organisation.see" },
      { to: "/settings/people", text: "people", needs: "people.see" },
      { to: "/settings/api-keys", text: "keys", needs: "keys.arrange" },
      { to: "/settings/single-sign-on", text: "sso", needs: "organisation.arrange" },
      { to: "/settings/mail-server", text: "mailServer", needs: "organisation.arrange" },
      { to: "/settings/clock", text: "clock", needs: "organisation.arrange" },
      { to: "/settings/audit", text: "audit", needs: "audit.see" },
      { to: "/settings/danger", text: "danger", needs: "organisation.own" },
    ],
  },
  { text: "work", places: [{ to: "/settings", text: "facilities", needs: "facilities.arrange" }, { to: "/settings/invoicing", text: "invoicing", needs: "invoicing.arrange" }, { to: "/settings/reminders", text: "reminders", needs: "invoicing.arrange" }, { to: "/settings/subscriptions", text: "subscriptions", needs: "subscriptions.arrange" }] },
  {
    text: "you",
    places: [
      { to: "/settings/profile", text: "profile" },
      { to: "/settings/notifications", text: "notifications" },
      { to: "/settings/security", text: "security" },
      { to: "/settings/sessions", text: "sessions" },
    ],
  },
];

/** The settings: what there is beside the page, and the page. Where nobody signs in there is only the page. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const t = useText(messages);
  const may = useMayAny();
  const me = useMe();
  const phone = useMedia("(max-width: 767px)");
  const path = useLocation({ select: (location) => location.pathname });
  const navigate = useNavigate();
  if (!me) return children;
  const shown = groups.map(({ text, places }) => ({ text, places: places.filter((place) => may(place.needs)) })).filter(({ places }) => places.length > 0);
  if (phone)
    return (
      <div className="flex min-h-full flex-col">
        <div className="px-4 pt-3">
          {/* The phone's own list, which needs no script. */}
          <select aria-label={t("settings")} value={path} onChange={(event) => void navigate({ to: event.target.value })} className={cx(controlClass, "h-10!")}>
            {!shown.some(({ places }) => places.some((place) => place.to === path)) && (
              <option value={path} hidden>
                {t("settings")}
              </option>
            )}
            {shown.map(({ text, places }) => (
              <optgroup key={text} label={t(text)}>
                {places.map((place) => (
                  <option key={place.to} value={place.to}>
                    {t(place.text)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </div>
        <div className="min-h-0 min-w-0 flex-1">{children}</div>
      </div>
    );
  return (
    <div className="flex h-full min-h-0">
      <nav aria-label={t("settings")} className="flex w-52 shrink-0 flex-col gap-4 overflow-y-auto border-r border-line px-3 py-4">
        {shown.map(({ text, places }) => (
          <div key={text}>
            <p id={`settings-${text}`} className="px-2 pb-1 text-xs font-medium text-muted">
              {t(text)}
            </p>
            <ul aria-labelledby={`settings-${text}`} className="flex flex-col gap-0.5">
              {places.map((place) => (
                <li key={place.to}>
                  <Link
                    to={place.to}
                    activeOptions={{ exact: true, includeSearch: false }}
                    className="flex h-8 items-center rounded-md px-2 text-sm hover:bg-hover hover:text-ink"
                    activeProps={{ className: "bg-pressed font-medium text-ink", "aria-current": "page" }}
                    inactiveProps={{ className: "text-muted" }}
                  >
                    {t(place.text)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="min-w-0 flex-1 overflow-y-auto">{children}</div>
    </div>
  );
}
