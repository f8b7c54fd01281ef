import { defineMessages } from "@/i18n/messages";

export const messages = defineMessages({
  en: { title: "API", about: "Everything the dashboard does, your programs can do.", description: "OpenAPI description", loadFailed: "The description of the API could not be loaded" },
  de: { title: "API", about: "Alles, was die Oberfläche kann, können auch Ihre Programme.", description: "OpenAPI-Beschreibung", loadFailed: "Die Beschreibung der API ließ sich nicht laden" },
});
