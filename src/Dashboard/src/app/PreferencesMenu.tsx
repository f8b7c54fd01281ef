import { Keyboard, Moon, SlidersHorizontal, Sun, SunMoon } from "lucide-react";
import { useLanguage, useText, languages, type Language } from "@/i18n/messages";
import { dateFormats } from "@/lib/dates";
import { prefer, usePreferences, type Preferences } from "@/lib/preferences";
import { Button, IconButton, Menu, type MenuContent } from "@/ui";
import { messages } from "./messages";
import { openHelp } from "./overlays";

const choose = (change: { [K in keyof Preferences]: Preferences[K] | undefined }) => () => prefer(change as Preferences);

/** Theme, language, dates and keys of this person in this browser. */
export function usePreferenceItems(): MenuContent {
  const t = useText(messages);
  const { theme, language, dateFormat } = usePreferences();
  return [
    t("theme"),
    { id: "system", label: t("themeSystem"), icon: <SunMoon />, checked: !theme, onSelect: choose({ theme: undefined }) },
    { id: "light", label: t("themeLight"), icon: <Sun />, checked: theme === "light", onSelect: choose({ theme: "light" }) },
    { id: "dark", label: t("themeDark"), icon: <Moon />, checked: theme === "dark", onSelect: choose({ theme: "dark" }) },
    t("language"),
    { id: "browser", label: t("languageSystem"), checked: !language, onSelect: choose({ language: undefined }) },
    ...(Object.keys(languages) as Language[]).map((code) => ({ id: code, label: languages[code], checked: language === code, onSelect: choose({ language: code }) })),
    t("dates"),
    { id: "house", label: t("datesHouse"), checked: !dateFormat, onSelect: choose({ dateFormat: undefined }) },
    ...dateFormats.map((format) => ({ id: format, label: format.toLowerCase(), checked: dateFormat === format, onSelect: choose({ dateFormat: format }) })),
    null,
    { id: "shortcuts", label: t("shortcuts"), icon: <Keyboard />, keys: "?", onSelect: openHelp },
  ];
}

export function PreferencesMenu({ narrow }: { narrow: boolean }) {
  const t = useText(messages);
  const items = usePreferenceItems();
  const { theme } = usePreferences();
  const language = useLanguage();
  return (
    <Menu
      items={items}
      trigger={
        narrow ? (
          <IconButton label={t("preferences")} icon={<SlidersHorizontal aria-hidden />} />
        ) : (
          <Button tone="ghost" size="sm" title={t("preferences")} className="h-8! min-w-0 text-muted" icon={<SlidersHorizontal aria-hidden className="size-4" strokeWidth={1.75} />}>
            {t(theme === "light" ? "themeLight" : theme === "dark" ? "themeDark" : "themeSystem")} · {languages[language]}
          </Button>
        )
      }
    />
  );
}
