import { Languages } from "lucide-react";
import { languages, useLanguage, useText, type Language } from "@/i18n/messages";
import { prefer, usePreferences, type Preferences } from "@/lib/preferences";
import { Button } from "../Button";
import { Menu } from "../Menu";
import { messages } from "./messages";

const choose = (change: { [K in keyof Preferences]: Preferences[K] | undefined }) => () => prefer(change as Preferences);

/** Language and theme, where nobody is known. */
export function Look() {
  const t = useText(messages);
  const { theme, language } = usePreferences();
  const speaks = useLanguage();
  return (
    <Menu
      items={[
        t("language"),
        ...(Object.keys(languages) as Language[]).map((code) => ({ id: code, label: languages[code], checked: (language ?? speaks) === code, onSelect: choose({ language: code }) })),
        t("theme"),
        { id: "system", label: t("themeSystem"), checked: !theme, onSelect: choose({ theme: undefined }) },
        { id: "light", label: t("themeLight"), checked: theme === "light", onSelect: choose({ theme: "light" }) },
        { id: "dark", label: t("themeDark"), checked: theme === "dark", onSelect: choose({ theme: "dark" }) },
      ]}
      trigger={
        <Button tone="ghost" size="sm" className="-ml-2 text-muted" aria-label={`${languages[speaks]}: ${t("look")}`} icon={<Languages aria-hidden className="size-4" strokeWidth={1.75} />}>
          {languages[speaks]}
        </Button>
      }
    />
  );
}
