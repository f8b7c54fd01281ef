import { defineMessages } from "@/i18n/messages";

export const messages = defineMessages({
  en: { title: "API", about: "Everything the dashboard does, your programs can do.", description: "OpenAPI description", more: "More languages", copy: "Copy" },
  de: { title: "API", about: "Alles, was die Oberfläche kann, können auch Ihre Programme.", description: "OpenAPI-Beschreibung", more: "Weitere Sprachen", copy: "Kopieren" },
});
