import { defineMessages } from "@/i18n/messages";

export const messages = defineMessages({
  en: { look: "Language and theme", language: "Language", theme: "Theme", themeSystem: "System", themeLight: "Light", themeDark: "Dark" },
  de: { look: "Sprache und Darstellung", language: "Sprache", theme: "Darstellung", themeSystem: "System", themeLight: "Hell", themeDark: "Dunkel" },
});
